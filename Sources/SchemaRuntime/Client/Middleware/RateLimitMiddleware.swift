public import HTTPTypes

/// Sends no more requests than a server allows: those that are too many wait (a token bucket).
public struct RateLimitMiddleware: ClientMiddleware {
  /// What is left to be sent.
  private let bucket: TokenBucket

  /// Makes the middleware; share it among clients of one server.
  ///
  /// - Parameters:
  ///   - requests: how many requests may be sent in each period.
  ///   - period: the period.
  ///   - burst: how many may be sent at once after a quiet time; nil for as many as in a period.
  ///   - clock: waits.
  public init(
    requests: Int,
    per period: Duration = .seconds(1),
    burst: Int? = nil,
    clock: any Clock<Duration> = ContinuousClock()
  ) {
    bucket = TokenBucket(
      capacity: max(burst ?? requests, 1),
      interval: period / max(requests, 1),
      clock: clock
    )
  }

  /// Waits until the request may be sent and passes it on.
  ///
  /// - Throws: what passing on throws, `CancellationError`.
  public func intercept(
    _ request: HTTPRequest,
    body: HTTPBody?,
    operation: String,
    next: @Sendable (HTTPRequest, HTTPBody?) async throws -> (HTTPResponse, HTTPBody)
  ) async throws -> (HTTPResponse, HTTPBody) {
    try await bucket.take()
    return try await next(request, body)
  }
}
