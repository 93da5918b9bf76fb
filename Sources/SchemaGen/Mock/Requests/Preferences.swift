import HTTPTypes

/// What a client would like, if that can be done (RFC 7240).
struct Preferences {
  /// The status of the response.
  private(set) var status: Int?
  /// The name of the documented example.
  private(set) var example: String?

  /// Reads the `Prefer` fields; of preferences with one name the first one counts (section 2).
  init(_ headers: HTTPFields) {
    guard let name = HTTPField.Name("Prefer") else { return }
    for text in headers[values: name].flatMap({ HeaderValue.split($0, at: ",") }) {
      let preference = HeaderValue.split(text, at: ";")[0]
      let key = preference.prefix { $0 != "=" }
      let value = HeaderValue.unquoted(String(preference.dropFirst(key.count + 1)).trimmed)
      guard !value.isEmpty else { continue }
      switch String(key).trimmed.lowercased() {
      case "status", "code": if status == nil, let code = Int(value), (200..<600).contains(code) { status = code }
      case "example": example = example ?? value
      default: break
      }
    }
  }

  /// The preferences without an example.
  var withoutExample: Preferences {
    var result = self
    result.example = nil
    return result
  }
}
