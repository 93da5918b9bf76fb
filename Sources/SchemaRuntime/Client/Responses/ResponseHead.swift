public import HTTPTypes

/// What comes before the body of a response.
public struct ResponseHead: Hashable, Sendable {
  /// The status code.
  public let status: Int
  /// The header fields.
  public let headers: HTTPFields

  /// The media type of the body in lower case, without its parameters; nil where the response does not say.
  public var mediaType: String? {
    guard let value = headers[.contentType] else { return nil }
    // Bytes are looked at, not characters: that is quicker, and what counts here is ASCII (RFC 9110, section 8.3.1).
    let text = value.utf8.drop(while: Self.isSpace).prefix { $0 != UInt8(ascii: ";") && !Self.isSpace($0) }
    return text.isEmpty ? nil : Substring(text).lowercased()
  }

  /// Whether a byte is white space between the parts of a field's value.
  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
