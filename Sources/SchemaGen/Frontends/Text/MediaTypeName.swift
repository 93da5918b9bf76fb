import SchemaDescription

/// The names of media types as they stand in running text.
enum MediaTypeName {
  /// The registries that a media type can belong to.
  private static let families = ["application/", "text/", "multipart/", "image/", "audio/", "video/", "font/"]

  /// Types whose names are found before a word that is glued to them.
  private static let common = [
    "application/json-patch+json", "application/problem+json", "application/x-www-form-urlencoded",
    "application/octet-stream", "application/x-ndjson", "application/json", "application/xml", "application/pdf",
    "multipart/form-data", "text/event-stream", "text/plain", "text/html", "text/xml",
  ]

  /// The media type at the beginning of a text, and how many bytes it takes.
  static func prefix(of text: Substring) -> (name: String, length: Int)? {
    guard families.contains(where: { text.begins(with: $0) }) else { return nil }
    if let name = common.first(where: { text.begins(with: $0) }), !continues(text.dropping(bytes: name.utf8.count)) {
      return (name, name.utf8.count)
    }
    let scalars = text.unicodeScalars.prefix { isPart($0) }
    let name = String(Substring(scalars))
    guard let slash = name.utf8.firstIndex(of: UInt8(ascii: "/")), slash < name.utf8.index(before: name.utf8.endIndex)
    else { return nil }
    return (name.lowercased(), name.utf8.count)
  }

  /// A media type as a header gives it: lower case, without parameters.
  static func normalized(_ text: some StringProtocol) -> String? {
    let name = Substring(text).prefix { $0 != ";" }.trimmed
    guard !name.isEmpty, name.contains("/"), name.unicodeScalars.allSatisfy({ isPart($0) || $0 == "*" }) else {
      return nil
    }
    return name.lowercased()
  }

  /// Whether a media type holds JSON.
  static func isJSON(_ name: String) -> Bool {
    MediaTypeKind(name) == .json
  }

  /// Whether a body of the media type is a form.
  static func isForm(_ name: String) -> Bool {
    name == "multipart/form-data" || name == "application/x-www-form-urlencoded"
  }

  /// Whether a text goes on with a lower-case letter or another part of a media type's name.
  private static func continues(_ rest: Substring) -> Bool {
    guard let next = rest.unicodeScalars.first else { return false }
    return switch next {
    case "a"..."z", "0"..."9", "+", "-", ".": true
    default: false
    }
  }

  /// Whether a character may stand in a media type's name.
  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "/", "+", "-", ".", "_": true
    default: false
    }
  }
}
