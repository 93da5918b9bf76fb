import HTTPTypes

/// A form of parts, each with a name (RFC 7578; OpenAPI 3.1, section 4.8.14.4).
///
/// A scalar becomes text, a file and bytes stay as they are, an object becomes JSON, an array becomes a part for each
/// element, and null is left out. Files on disk are read while the form is sent. A file within an object is refused: JSON
/// has no place for its bytes.
package struct MultipartForm {
  /// One part.
  struct Part {
    /// The property's name.
    let name: String
    /// The file's name.
    var filename: String?
    /// The media type; nil for plain text.
    var contentType: String?
    /// Further header fields.
    var headers = HTTPFields()
    /// The content.
    let content: HTTPBody

    /// Makes a part.
    init(_ name: String, filename: String? = nil, contentType: String? = nil, _ content: HTTPBody) {
      self.name = name
      self.filename = filename
      self.contentType = contentType
      self.content = content
    }

    /// What comes before the content: the boundary and the header fields.
    func head(boundary: String) -> String {
      var head = "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(MultipartForm.escaped(name))\""
      if let filename { head += "; filename=\"\(MultipartForm.escaped(filename))\"" }
      if let contentType { head += "\r\nContent-Type: \(contentType)" }
      for field in headers { head += "\r\n\(field.name.rawName): \(field.value)" }
      return head + "\r\n\r\n"
    }
  }

  /// The parts in order.
  private(set) var parts: [Part] = []

  /// Makes a form of an object's properties.
  init(_ value: some Encodable, of call: Call) throws {
    guard case .members(let members) = try EncodedShape(encoding: value) else {
      throw call.invalid("a form must be an object")
    }
    for (key, entry) in members {
      let shape = EncodedShape(entry)
      let first = parts.count
      defer {
        if let headers = call.partHeaders[key] {
          for index in parts.indices.dropFirst(first) { parts[index].headers = headers }
        }
      }
      switch (call.fieldEncodings[key], shape) {
      case (.style(let style, let explode), _):
        try call.refuseFiles(in: entry, at: key)
        add(shape, as: style, explode, name: key)
      case (.mediaType(let mediaType), .list(let elements)):
        for element in elements { try add(key, element, as: mediaType, of: call) }
      case (.mediaType(let mediaType), _): try add(key, entry, as: mediaType, of: call)
      case (nil, .list(let elements)): for element in elements { try add(key, element, of: call) }
      case (nil, _): try add(key, entry, of: call)
      }
    }
  }

  /// Adds a part for each name and value that a parameter of the style has; nothing is percent-encoded in a part.
  private mutating func add(_ shape: EncodedShape, as style: ParameterStyle, _ explode: Bool, name: String) {
    let pairs = StyledParameter(name, shape, style: style, explode: explode).pairs
    parts += pairs.map { pair in
      Part(PercentEncoding.decode(pair.name), HTTPBody(PercentEncoding.decode(pair.value)))
    }
  }

  /// Adds a part in a media type that the document names.
  private mutating func add(
    _ name: String,
    _ entry: EncodingNode.Entry,
    as mediaType: String,
    of call: Call
  ) throws {
    let count = parts.count
    try add(name, entry, of: call)
    // A file says itself what it is.
    guard parts.count > count, case let shape = EncodedShape(entry) else { return }
    if case .file(let file) = shape, file.contentType != nil { return }
    parts[count].contentType = mediaType
    guard mediaType == "application/json" || mediaType.hasSuffix("+json"), case .scalar = shape else { return }
    var text = JSONText()
    text.write(entry)
    let part = parts[count]
    parts[count] = Part(part.name, filename: part.filename, contentType: mediaType, HTTPBody(text.bytes))
  }

  /// Adds a part.
  private mutating func add(_ name: String, _ entry: EncodingNode.Entry, of call: Call) throws {
    switch EncodedShape(entry) {
    case .null: break
    case .scalar(let text): parts.append(Part(name, HTTPBody(text)))
    case .data(let data):
      parts.append(Part(name, contentType: "application/octet-stream", HTTPBody(data)))
    case .file(let file):
      let contentType = file.contentType ?? "application/octet-stream"
      guard !contentType.isEmpty, contentType.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else {
        throw call.invalid("the file for \"\(name)\" has no legal media type")
      }
      parts.append(Part(name, filename: file.filename, contentType: contentType, file.body))
    case .list, .members:
      try call.refuseFiles(in: entry, at: name)
      parts.append(Part(name, contentType: "application/json", HTTPBody(entry.text ?? "")))
    }
  }

  /// A text that occurs in no part, different each time: of 256 random bits, so that nobody can guess it.
  static func boundary() -> String {
    "schema-" + (0..<4).map { _ in String(UInt64.random(in: .min ... .max), radix: 36) }.joined()
  }

  /// The whole form, one part after the other; its length is known where those of all parts are.
  func body(boundary: String) -> HTTPBody {
    var bodies: [HTTPBody] = []
    for part in parts {
      bodies += [HTTPBody(part.head(boundary: boundary)), part.content, HTTPBody("\r\n")]
    }
    return HTTPBody(joining: bodies + [HTTPBody("--\(boundary)--\r\n")])
  }

  /// A name between quotation marks (WHATWG HTML, section 4.10.21.8).
  package static func escaped(_ name: String) -> String {
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
