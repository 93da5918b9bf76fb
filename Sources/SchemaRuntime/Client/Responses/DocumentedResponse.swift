public import HTTPTypes

/// A response on its way into one of several documented successes.
public struct DocumentedResponse: Sendable {
  /// Where the body is.
  private enum Content: Sendable {
    /// In memory.
    case collected(RawResponse)
    /// On its way.
    case arriving(HTTPBody)
  }

  /// A type asks for the body before it is in memory.
  struct NeedsBody: Error {}

  /// What comes before the body.
  private let head: ResponseHead
  /// Where the body is.
  private let content: Content

  /// Takes a response whose body is on its way.
  init(_ head: ResponseHead, _ body: HTTPBody) {
    self.head = head
    content = .arriving(body)
  }

  /// Takes a response whose body is in memory.
  init(_ response: RawResponse) {
    head = response.head
    content = .collected(response)
  }

  /// The status code.
  public var status: Int { head.status }
  /// The header fields.
  public var headers: HTTPFields { head.headers }
  /// The media type of the body in lower case, without its parameters; nil where the response does not say.
  public var mediaType: String? { head.mediaType }

  /// The body as a value, from JSON.
  ///
  /// - Throws: `ResponseDecodingError`.
  public func value<T: Decodable>(_ type: T.Type = T.self) throws -> T { try collected().decode(type) }

  /// The body as text.
  ///
  /// - Throws: `ResponseDecodingError` where it is not UTF-8.
  public func text() throws -> String { try collected().text() }

  /// The body as it is, not collected.
  public func body() -> HTTPBody {
    switch content {
    case .collected(let response): HTTPBody(response.body)
    case .arriving(let body): body
    }
  }

  /// The error for a response that is none of the documented ones.
  public func undocumented() -> any Error {
    do { return UnexpectedResponse(try collected()) } catch { return error }
  }

  /// The response with its body.
  private func collected() throws -> RawResponse {
    guard case .collected(let response) = content else { throw NeedsBody() }
    return response
  }
}
