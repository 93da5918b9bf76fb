/// A form of parts, each with a name (RFC 7578; OpenAPI 3.1, section 4.8.14.4).
///
/// A scalar becomes text, a file and bytes stay as they are, an object becomes JSON, an array becomes a part for each
/// element, and null is left out.
struct MultipartForm {
  /// One part.
  struct Part: Equatable {
    /// The property's name.
    let name: String
    /// The file's name.
    var filename: String?
    /// The media type; nil for plain text.
    var contentType: String?
    /// The content.
    let content: [UInt8]
  }

  /// The parts in order.
  private(set) var parts: [Part] = []

  /// Makes a form of an object's properties.
  init(_ value: some Encodable, of call: Call) throws {
    guard case .members(let members) = try EncodedShape(encoding: value) else {
      throw call.invalid("a form must be an object")
    }
    for (key, entry) in members {
      if case .list(let elements) = EncodedShape(entry) {
        for element in elements { try add(key, element, of: call) }
      } else {
        try add(key, entry, of: call)
      }
    }
  }

  /// Adds a part.
  private mutating func add(_ name: String, _ entry: EncodingNode.Entry, of call: Call) throws {
    switch EncodedShape(entry) {
    case .null: break
    case .scalar(let text): parts.append(Part(name: name, content: Array(text.utf8)))
    case .data(let data):
      parts.append(Part(name: name, contentType: "application/octet-stream", content: [UInt8](data)))
    case .file(let file):
      let contentType = file.contentType ?? "application/octet-stream"
      guard !contentType.isEmpty, contentType.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else {
        throw call.invalid("the file for \"\(name)\" has no legal media type")
      }
      parts.append(Part(name: name, filename: file.filename, contentType: contentType, content: [UInt8](file.data)))
    case .list, .members:
      parts.append(Part(name: name, contentType: "application/json", content: Array((entry.text ?? "").utf8)))
    }
  }

  /// A text that occurs in no part, different each time.
  func boundary() -> String {
    while true {
      let digits = (0..<4).map { _ in String(UInt64.random(in: .min ... .max), radix: 36) }
      let boundary = "schema-" + digits.joined()
      if !parts.contains(where: { $0.content.contains(boundary.utf8) }) { return boundary }
    }
  }

  /// The whole form.
  func bytes(boundary: String) -> [UInt8] {
    var result: [UInt8] = []
    for part in parts {
      var head = "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(Self.escaped(part.name))\""
      if let filename = part.filename { head += "; filename=\"\(Self.escaped(filename))\"" }
      if let contentType = part.contentType { head += "\r\nContent-Type: \(contentType)" }
      result += (head + "\r\n\r\n").utf8
      result += part.content
      result += "\r\n".utf8
    }
    result += "--\(boundary)--\r\n".utf8
    return result
  }

  /// A name between quotation marks (WHATWG HTML, section 4.10.21.8).
  private static func escaped(_ name: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      switch scalar {
      case "\"": result.append(contentsOf: "%22".unicodeScalars)
      case "\r": result.append(contentsOf: "%0D".unicodeScalars)
      case "\n": result.append(contentsOf: "%0A".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
