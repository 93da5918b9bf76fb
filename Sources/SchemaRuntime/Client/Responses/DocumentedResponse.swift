public import HTTPTypes

/// A response on its way into one of several documented successes.
public struct DocumentedResponse: Sendable {
  /// A type asks for the body before it is in memory.
  struct NeedsBody: Error {}

  /// The response as it arrives.
  private let source: StreamSource
  /// The response with its body; nil where that is on its way.
  private let response: RawResponse?

  /// Takes a response; `collected` where its body is in memory.
  init(_ source: StreamSource, collected response: RawResponse? = nil) {
    self.source = source
    self.response = response
  }

  /// What comes before the body.
  private var head: ResponseHead { source.exchange.head }

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
    response.map { HTTPBody($0.body) } ?? source.body
  }

  /// The body as events, which arrive as they are read.
  ///
  /// - Parameter terminators: the data that ends the stream.
  /// - Throws: `ResponseDecodingError` where the body is JSON or HTML instead.
  public func events<T: Decodable & Sendable>(until terminators: [String] = ["[DONE]"]) throws -> EventStream<T> {
    guard ServerSentEvents.canBe(mediaType) else { throw ServerSentEvents.mismatch(try collected()) }
    return EventStream(source, until: terminators)
  }

  /// The body as values one after the other, which arrive as they are read.
  public func values<T: Decodable & Sendable>() -> ValueStream<T> {
    ValueStream(source: source, framing: ValueFraming(mediaType))
  }

  /// The error for a response that is none of the documented ones.
  public func undocumented() -> any Error {
    do { return UnexpectedResponse(try collected()) } catch { return error }
  }

  /// The response with its body.
  private func collected() throws -> RawResponse {
    guard let response else { throw NeedsBody() }
    return response
  }
}
