public import HTTPTypes

/// A response with a status that the API does not document.
public struct UnexpectedResponse: Error, CustomStringConvertible, CustomDebugStringConvertible {
  /// The operation that was called.
  public let operation: String
  /// The status code.
  public let status: Int
  /// The header fields.
  public let headers: HTTPFields
  /// The body.
  public let body: [UInt8]
  /// The start of the body without credentials.
  private let excerpt: String

  /// Makes an error from a response.
  init(_ response: RawResponse) {
    operation = response.operation
    status = response.head.status
    headers = response.head.headers
    body = response.body
    excerpt = response.excerpt
  }

  /// The operation, the status and the start of the body, without credentials.
  public var description: String { "\(operation): undocumented status \(status), body: \(excerpt)" }

  /// As `description`.
  public var debugDescription: String { description }
}
