#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension Call {
  /// Sets a JSON body; nil is none.
  ///
  /// Sending throws `EncodingError` where JSON has no form for the value, `InvalidCall` where the value holds a file, of
  /// which JSON has the name alone.
  public mutating func body(json value: (some Encodable)?, mediaType: String = "application/json") {
    guard let value else { return }
    take { call in
      let node = try JSONCoding.node(value)
      try call.refuseFiles(in: .node(node))
      var text = JSONText()
      text.write(node)
      call.body = HTTPBody(text.bytes)
      call.contentType = mediaType
    }
  }

  /// Sets a form with a part for each property of the value (RFC 7578); nil is no body. Files on disk are read while the
  /// form is sent.
  ///
  /// Sending throws `InvalidCall` where the value is no object, the media type of a file is not one, or a file stands
  /// deeper than in a property of the form; `EncodingError` where the value cannot be encoded.
  public mutating func body(
    multipart value: (some Encodable)?,
    mediaType: String = "multipart/form-data"
  ) {
    guard let value else { return }
    take { call in
      let form = try MultipartForm(value, of: call)
      let boundary = MultipartForm.boundary()
      call.body = form.body(boundary: boundary)
      call.contentType = "\(mediaType); boundary=\(boundary)"
    }
  }

  /// Sets a form with a name and a value for each property; nil is no body.
  ///
  /// Sending throws `InvalidCall` where the value is no object or holds a file, `EncodingError` where it cannot be encoded.
  public mutating func body(
    urlEncoded value: (some Encodable)?,
    mediaType: String = "application/x-www-form-urlencoded"
  ) {
    guard let value else { return }
    take { call in
      call.body = HTTPBody(Array(try call.formText(value).utf8))
      call.contentType = mediaType
    }
  }

  /// The text of a form (WHATWG URL, section 5.2).
  ///
  /// - Throws: `InvalidCall` where the value is no object or holds a file, `EncodingError` where it cannot be encoded.
  func formText(_ value: some Encodable) throws -> String {
    guard case .members(let members) = try EncodedShape(encoding: value) else {
      throw invalid("a form must be an object")
    }
    var pairs: [String] = []
    for (key, entry) in members {
      try refuseFiles(in: entry, at: key)
      let shape = EncodedShape(entry)
      switch (fieldEncodings[key], shape) {
      case (.style(let style, let explode), _):
        let parameter = StyledParameter(key, shape, style: style, explode: explode)
        pairs += parameter.pairs.map {
          "\($0.name.replacing("%20", with: "+"))=\($0.value.replacing("%20", with: "+"))"
        }
      case (nil, .list(let elements)):
        let name = PercentEncoding.encodeForm(key)
        pairs += elements.compactMap(\.text).map { "\(name)=\(PercentEncoding.encodeForm($0))" }
      case (.mediaType, _), (nil, _):
        guard let text = entry.text else { continue }
        pairs.append("\(PercentEncoding.encodeForm(key))=\(PercentEncoding.encodeForm(text))")
      }
    }
    return pairs.joined(separator: "&")
  }

  /// Sets a body of text in UTF-8; nil is none.
  public mutating func body(text value: String?, mediaType: String = "text/plain; charset=utf-8") {
    guard let value else { return }
    body = HTTPBody(Array(value.utf8))
    contentType = mediaType
  }

  /// Sets a body of JSON values one after the other, told apart as the media type says; nil is none.
  ///
  /// Sending throws `EncodingError` where a value cannot be encoded, `InvalidCall` where no header can hold the media type.
  public mutating func body<Value>(values: ValueSequence<Value>?, mediaType: String = "application/jsonl") {
    guard let values else { return }
    take { call in
      call.contentType = try call.field("Content-Type", mediaType).value
      call.body = try values.body(ValueFraming(mediaType))
    }
  }

  /// Sets a body of bytes; nil is none.
  public mutating func body(data value: Data?, mediaType: String = "application/octet-stream") {
    guard let value else { return }
    body = HTTPBody([UInt8](value))
    contentType = mediaType
  }

  /// Sets a body of bytes in memory, in a file or on their way; nil is none.
  ///
  /// Sending throws `InvalidCall` where no header can hold the media type.
  public mutating func body(stream value: HTTPBody?, mediaType: String = "application/octet-stream") {
    guard let value else { return }
    take { call in
      call.contentType = try call.field("Content-Type", mediaType).value
      call.body = value
    }
  }
}
