public import HTTPTypes

/// An error response that the API documents: `ResponseError<Void>` where it says nothing of a body that can be read.
///
/// For example, `catch let error as ResponseError<Void> where error.status == 404`.
public struct ResponseError<Body: Sendable>: Error, CustomStringConvertible {
  /// The operation that was called.
  public let operation: String
  /// The status code.
  public let status: Int
  /// The header fields.
  public let headers: HTTPFields
  /// The body.
  public let body: Body
  /// The body as it came.
  public let bytes: [UInt8]
  /// The start of the body without credentials.
  private let excerpt: String

  /// Makes an error from a response and its decoded body.
  init(_ response: RawResponse, body: Body) {
    operation = response.operation
    status = response.head.status
    headers = response.head.headers
    bytes = response.body
    excerpt = response.excerpt
    self.body = body
  }

  /// The operation, the status and the start of the body, without credentials.
  public var description: String {
    guard Body.self == Void.self else { return "\(operation): status \(status), body: \(excerpt)" }
    return "\(operation): documented status \(status), " + (bytes.isEmpty ? "no body" : "body: \(excerpt)")
  }
}

extension ResponseError: CustomDebugStringConvertible {
  /// As `description`.
  public var debugDescription: String { description }
}
