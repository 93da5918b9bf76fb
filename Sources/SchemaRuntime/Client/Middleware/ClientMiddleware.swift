public import HTTPTypes

/// Sees each request on its way to the transport, and each response on its way back.
public protocol ClientMiddleware: Sendable {
  /// Passes a request on, once, several times or not at all, and returns a response.
  ///
  /// Fields whose `indexingStrategy` is `.disallow` are credentials, and so may be parts of the path's query.
  ///
  /// - Parameters:
  ///   - operation: the operation's name.
  ///   - next: passes a request on and returns once the response's header fields are there.
  /// - Throws: any error; the call throws it as a `TransportFailure`.
  func intercept(
    _ request: HTTPRequest,
    body: HTTPBody?,
    operation: String,
    next: @Sendable (HTTPRequest, HTTPBody?) async throws -> (HTTPResponse, HTTPBody)
  ) async throws -> (HTTPResponse, HTTPBody)
}
