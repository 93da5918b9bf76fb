public import HTTPTypes

/// Measures requests and tells a recorder, which may pass the figures on to a metrics system.
public struct MetricsMiddleware: ClientMiddleware {
  /// Hears of each request.
  private let recorder: any MetricsRecorder
  /// Measures.
  private let clock: any Clock<Duration>

  /// Makes the middleware; first among others it measures what callers see, last what the server does.
  public init(_ recorder: any MetricsRecorder, clock: any Clock<Duration> = ContinuousClock()) {
    self.recorder = recorder
    self.clock = clock
  }

  /// Passes a request on and tells the recorder what became of it.
  ///
  /// - Throws: what passing on throws.
  public func intercept(
    _ request: HTTPRequest,
    body: HTTPBody?,
    operation: String,
    next: @Sendable (HTTPRequest, HTTPBody?) async throws -> (HTTPResponse, HTTPBody)
  ) async throws -> (HTTPResponse, HTTPBody) {
    let watch = Stopwatch(clock)
    let outcome: RequestMetrics.Outcome
    let result: Result<(HTTPResponse, HTTPBody), any Error>
    do {
      let (response, responseBody) = try await next(request, body)
      result = .success((response, responseBody))
      outcome = .status(response.status.code)
    } catch {
      result = .failure(error)
      outcome = error is CancellationError ? .cancelled : .failed
    }
    recorder.record(
      RequestMetrics(
        operation: operation,
        method: request.method.rawValue,
        host: request.authority ?? "",
        outcome: outcome,
        duration: watch.elapsed
      )
    )
    return try result.get()
  }
}
