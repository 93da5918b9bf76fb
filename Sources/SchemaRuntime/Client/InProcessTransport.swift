public import HTTPTypes

/// Answers requests by a function, without a network: for tests.
public struct InProcessTransport: ClientTransport {
  /// Answers a request.
  public typealias Handler = @Sendable (HTTPRequest, HTTPBody?) async throws -> (HTTPResponse, HTTPBody)

  /// Answers the requests.
  private let handler: Handler

  /// Answers by a function that is given each request with its body.
  public init(_ handler: @escaping Handler) { self.handler = handler }

  /// Answers every request alike.
  public init(status: Int = 200, mediaType: String = "application/json", _ text: String) {
    handler = { _, _ in
      (HTTPResponse(status: .init(code: status), headerFields: [.contentType: mediaType]), HTTPBody(text))
    }
  }

  /// Answers a request.
  ///
  /// - Throws: what the function throws.
  public func send(_ request: HTTPRequest, body: HTTPBody?) async throws -> (HTTPResponse, HTTPBody) {
    try await handler(request, body)
  }
}
