public import HTTPTypes

/// Sends requests.
public protocol ClientTransport: Sendable {
  /// Sends a request and returns once the response's header fields are there.
  ///
  /// The request has a scheme, an authority and a path. Fields whose `indexingStrategy` is `.disallow` are credentials:
  /// a transport that follows a redirect to another origin must leave them out there. A redirect that would take a body
  /// there that is confidential must not be followed; it is the response.
  ///
  /// - Throws: `CancellationError` where the task was cancelled, any error where no response came.
  func send(_ request: HTTPRequest, body: HTTPBody?) async throws -> (HTTPResponse, HTTPBody)
}
