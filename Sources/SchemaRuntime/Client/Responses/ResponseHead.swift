public import HTTPTypes

/// What comes before the body of a response.
public struct ResponseHead: Hashable, Sendable {
  /// The status code.
  public let status: Int
  /// The header fields.
  public let headers: HTTPFields

  /// The media type of the body in lower case, without its parameters; nil where the response does not say.
  public var mediaType: String? {
    guard let text = headers[.contentType]?.prefix(while: { $0 != ";" }) else { return nil }
    let words = text.split(whereSeparator: \.isWhitespace)
    return words.first?.lowercased()
  }
}
