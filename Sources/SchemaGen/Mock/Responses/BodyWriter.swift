import SchemaDescription
import SchemaDocument
import SchemaRuntime

/// Writes values as the bodies of media types.
struct BodyWriter {
  /// A written body.
  struct Written {
    /// The media type, with parameters where they are needed.
    var contentType: String
    var body: MockResponse.Body
  }

  /// The pause before each piece of a stream.
  let pause: Duration

  /// Writes the values of a documented or made example.
  func write(_ values: [RawExample], as mediaType: String, kind: MediaTypeKind) -> Written {
    let type = Self.concrete(mediaType)
    let value = values.first?.value ?? .null
    switch kind {
    case .json: return Written(contentType: type, body: .bytes(Array(value.jsonText().utf8)))
    case .eventStream:
      return Written(contentType: type, body: .stream(values.flatMap(Self.event).map { Array($0.utf8) }, pause: pause))
    case .jsonLines:
      let start = type.hasSuffix("json-seq") ? "\u{1E}" : ""
      let pieces = values.map { Array("\(start)\($0.value.jsonText())\n".utf8) }
      return Written(contentType: type, body: .stream(pieces, pause: pause))
    case .text:
      let text = value.string ?? value.jsonText()
      return Written(contentType: "\(type); charset=utf-8", body: .bytes(Array(text.utf8)))
    case .urlEncoded:
      return Written(contentType: type, body: .bytes(Array(Self.form(value).utf8)))
    case .multipart:
      let boundary = "mock-boundary"
      let bytes = Array(Self.multipart(value, boundary).utf8)
      return Written(contentType: "\(type); boundary=\(boundary)", body: .bytes(bytes))
    case .binary:
      let bytes = value.string.map { Array($0.utf8) } ?? Array(value.jsonText().utf8)
      return Written(contentType: type, body: .bytes(bytes))
    }
  }

  /// A media type without wildcards for one with them.
  static func concrete(_ mediaType: String) -> String {
    switch mediaType {
    case "", "*", "*/*", "application/*": "application/json"
    case "text/*": "text/plain"
    case "image/*": "image/png"
    case "audio/*": "audio/wav"
    case "multipart/*": "multipart/mixed"
    default: mediaType.hasSuffix("/*") ? "application/octet-stream" : mediaType
    }
  }

  /// One event, and what ends the stream behind it (WHATWG HTML, section 9.2.6).
  private static func event(_ value: RawExample) -> [String] {
    let data = value.value.string ?? value.value.jsonText()
    var text = ""
    if let name = value.event, lines(of: name).count == 1 { text += "event: \(name)\n" }
    if let id = value.eventID, lines(of: id).count == 1 { text += "id: \(id)\n" }
    for line in lines(of: data) { text += "data: \(line)\n" }
    let end = value.terminator.map { ["data: \($0)\n\n"] } ?? []
    return [text + "\n"] + end
  }

  /// The lines of a text, as events know them: what else breaks lines elsewhere stands in them.
  private static func lines(of text: String) -> [Substring] {
    text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r" || $0 == "\r\n" }
  }

  /// An object as an encoded form.
  private static func form(_ value: Node) -> String {
    let pairs = (value.members ?? []).flatMap { member in
      (member.value.elements ?? [member.value]).map { (member.key, $0.string ?? $0.jsonText()) }
    }
    return pairs.map { "\(PercentEncoding.encodeForm($0))=\(PercentEncoding.encodeForm($1))" }.joined(separator: "&")
  }

  /// An object as a form of parts.
  private static func multipart(_ value: Node, _ boundary: String) -> String {
    var text = ""
    for member in value.members ?? [] {
      let name = MultipartForm.escaped(member.key)
      text += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n"
      if member.value.string == nil { text += "Content-Type: application/json\r\n" }
      text += "\r\n\(member.value.string ?? member.value.jsonText())\r\n"
    }
    return text + "--\(boundary)--\r\n"
  }
}
