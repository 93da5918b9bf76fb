#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension Call {
  /// Sets a JSON body; nil is none.
  ///
  /// - Throws: `EncodingError` where JSON has no form for the value.
  public mutating func body(json value: (some Encodable)?, mediaType: String = "application/json") throws {
    guard let value else { return }
    body = HTTPBody(try JSONCoding.bytes(value))
    contentType = mediaType
  }

  /// Sets a form with a part for each property of the value (RFC 7578); nil is no body.
  ///
  /// - Throws: `InvalidCall` where the value is no object or the media type of a file is not one, `EncodingError`
  ///   where the value cannot be encoded.
  public mutating func body(multipart value: (some Encodable)?, mediaType: String = "multipart/form-data") throws {
    guard let value else { return }
    let form = try MultipartForm(value, of: self)
    let boundary = form.boundary()
    body = HTTPBody(form.bytes(boundary: boundary))
    contentType = "\(mediaType); boundary=\(boundary)"
  }

  /// Sets a form with a name and a value for each property; nil is no body.
  ///
  /// - Throws: `InvalidCall` where the value is no object, `EncodingError` where it cannot be encoded.
  public mutating func body(
    urlEncoded value: (some Encodable)?,
    mediaType: String = "application/x-www-form-urlencoded"
  ) throws {
    guard let value else { return }
    guard case .members(let members) = try EncodedShape(encoding: value) else {
      throw invalid("a form must be an object")
    }
    var pairs: [String] = []
    for (key, entry) in members {
      let texts: [String]
      if case .list(let elements) = EncodedShape(entry) {
        texts = elements.compactMap(\.text)
      } else {
        texts = entry.text.map { [$0] } ?? []
      }
      pairs += texts.map { "\(PercentEncoding.encodeForm(key))=\(PercentEncoding.encodeForm($0))" }
    }
    body = HTTPBody(Array(pairs.joined(separator: "&").utf8))
    contentType = mediaType
  }

  /// Sets a body of text in UTF-8; nil is none.
  public mutating func body(text value: String?, mediaType: String = "text/plain; charset=utf-8") throws {
    guard let value else { return }
    body = HTTPBody(Array(value.utf8))
    contentType = mediaType
  }

  /// Sets a body of bytes; nil is none.
  public mutating func body(data value: Data?, mediaType: String = "application/octet-stream") throws {
    guard let value else { return }
    body = HTTPBody([UInt8](value))
    contentType = mediaType
  }
}
