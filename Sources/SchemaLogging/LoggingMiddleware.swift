public import HTTPTypes
public import Logging
public import SchemaRuntime

/// Logs each request and what became of it, without anything that could be a credential.
///
/// The metadata are `operation`, `method`, `host`, `path`, `status` or `error`, and `seconds`. Of a query only the names are
/// logged, of an error only its type, of header fields and bodies nothing: all of them may hold secrets.
public struct LoggingMiddleware: ClientMiddleware {
  /// Takes the messages.
  private let logger: Logger
  /// The level of a success.
  private let level: Logger.Level
  /// The level of a status from 400 on and of no response.
  private let failureLevel: Logger.Level
  /// Measures.
  private let clock: any Clock<Duration>

  /// Makes the middleware; first among others it logs calls, last each attempt of a call.
  ///
  /// - Parameters:
  ///   - logger: takes the messages.
  ///   - level: the level of a success.
  ///   - failureLevel: the level of a status from 400 on and of no response.
  ///   - clock: measures how long it took.
  public init(
    _ logger: Logger,
    level: Logger.Level = .debug,
    failureLevel: Logger.Level = .warning,
    clock: any Clock<Duration> = ContinuousClock()
  ) {
    self.logger = logger
    self.level = level
    self.failureLevel = failureLevel
    self.clock = clock
  }

  /// Passes a request on and logs what became of it once the response's header fields are there.
  ///
  /// - Throws: what passing on throws.
  public func intercept(
    _ request: HTTPRequest,
    body: HTTPBody?,
    operation: String,
    next: @Sendable (HTTPRequest, HTTPBody?) async throws -> (HTTPResponse, HTTPBody)
  ) async throws -> (HTTPResponse, HTTPBody) {
    let watch = Stopwatch(clock)
    let result: Result<(HTTPResponse, HTTPBody), any Error>
    do { result = .success(try await next(request, body)) } catch { result = .failure(error) }
    let duration = watch.elapsed
    var metadata = Self.metadata(request, operation)
    metadata["seconds"] = "\(Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18)"
    switch result {
    case .success((let response, _)):
      metadata["status"] = "\(response.status.code)"
      logger.log(level: response.status.code < 400 ? level : failureLevel, "HTTP response", metadata: metadata)
    case .failure(let error):
      metadata["error"] = "\(type(of: error))"
      let isCancelled = error is CancellationError
      logger.log(level: isCancelled ? level : failureLevel, "no HTTP response", metadata: metadata)
    }
    return try result.get()
  }

  /// What is known about a request.
  private static func metadata(_ request: HTTPRequest, _ operation: String) -> Logger.Metadata {
    [
      "operation": "\(operation)", "method": "\(request.method.rawValue)", "host": "\(request.authority ?? "")",
      "path": "\(request.pathWithoutValues)",
    ]
  }
}
