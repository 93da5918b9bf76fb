public import HTTPTypes

/// A response whose body is not what the API documents.
public struct ResponseDecodingError: Error, CustomStringConvertible, CustomDebugStringConvertible {
  /// The operation that was called.
  public let operation: String
  /// The status code.
  public let status: Int
  /// The header fields.
  public let headers: HTTPFields
  /// The body; of a stream, the event's data or the value's text.
  public let body: [UInt8]
  /// The number of the event or value in its stream, from 1; nil where the response is no stream.
  public let element: Int?
  /// The place in the body, for example `choices[0].message.content`; empty for the whole body.
  public let keyPath: String
  /// What the model expects.
  public let expected: String
  /// What stands there, without credentials.
  public let found: String
  /// The error of the parser or decoder.
  public let underlying: (any Error)?
  /// The start of the body without credentials.
  private let excerpt: String

  /// Makes an error for a place in a response.
  init(_ response: RawResponse, keyPath: String, expected: String, found: String, underlying: (any Error)?) {
    operation = response.operation
    status = response.head.status
    headers = response.head.headers
    body = response.body
    element = response.element
    excerpt = response.excerpt
    self.keyPath = keyPath
    self.expected = expected
    self.found = response.redaction.redact(found)
    self.underlying = underlying
  }

  /// The operation, the status, the place, what was expected and found, and the start of the body.
  public var description: String {
    let place = (element.map { "element \($0), " } ?? "") + (keyPath.isEmpty ? "" : "\(keyPath): ")
    return "\(operation): status \(status), \(place)expected \(expected), found \(found), body: \(excerpt)"
  }

  /// As `description`.
  public var debugDescription: String { description }
}
