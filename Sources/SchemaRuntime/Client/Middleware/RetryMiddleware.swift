public import HTTPTypes

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// Sends requests again that failed on the way or that the server could not answer now.
///
/// Only those that may arrive twice: of an idempotent method (RFC 9110, section 9.2.2) or with `Idempotency-Key`, and with
/// a body that can be read again. The waits grow exponentially and are random below that, as long as the server does not
/// name one (`Retry-After`).
public struct RetryMiddleware: ClientMiddleware {
  /// When and how often.
  private let policy: RetryPolicy
  /// How many in all.
  private let budget: RetryBudget
  /// Waits.
  private let clock: any Clock<Duration>
  /// The time of day, for dates in `Retry-After`.
  private let now: @Sendable () -> Date
  /// A random part of a duration.
  private let jitter: @Sendable (Duration) -> Duration

  /// Makes the middleware.
  ///
  /// - Parameters:
  ///   - policy: when and how often a request is sent again.
  ///   - budget: how many requests in all; share it among clients of one server.
  ///   - clock: waits.
  ///   - now: the time of day, for dates in `Retry-After`.
  ///   - jitter: takes a random part of a wait; by default any part of it.
  public init(
    _ policy: RetryPolicy = RetryPolicy(),
    budget: RetryBudget = RetryBudget(),
    clock: any Clock<Duration> = ContinuousClock(),
    now: @escaping @Sendable () -> Date = { Date() },
    jitter: @escaping @Sendable (Duration) -> Duration = { $0 * Double.random(in: 0...1) }
  ) {
    self.policy = policy
    self.budget = budget
    self.clock = clock
    self.now = now
    self.jitter = jitter
  }

  /// Passes a request on, again where need be, and returns the last response.
  ///
  /// - Throws: what the last attempt throws.
  public func intercept(
    _ request: HTTPRequest,
    body: HTTPBody?,
    operation: String,
    next: @Sendable (HTTPRequest, HTTPBody?) async throws -> (HTTPResponse, HTTPBody)
  ) async throws -> (HTTPResponse, HTTPBody) {
    await budget.deposited()
    let isRepeatable = Self.isRepeatable(request) && body?.isReplayable ?? true
    var attempt = 1
    while true {
      let delay: Duration
      do {
        let (response, responseBody) = try await next(request, body)
        guard isRepeatable, policy.statuses.contains(response.status.code),
          let wait = await wait(after: attempt, response.headerFields[.retryAfter])
        else { return (response, responseBody) }
        delay = wait
      } catch {
        let isFinal =
          error is CancellationError || error is InvalidCall || error is InvalidServer || error is FileUnreadable
        guard isRepeatable, !isFinal, let wait = await wait(after: attempt, nil) else { throw error }
        delay = wait
      }
      try await clock.sleep(for: delay)
      attempt += 1
    }
  }

  /// How long to wait before the next attempt; nil where there is none.
  private func wait(after attempt: Int, _ retryAfter: String?) async -> Duration? {
    guard attempt < policy.attempts, !Task.isCancelled else { return nil }
    let wished = retryAfter.flatMap { RetryAfter($0)?.delay(from: now()) }
    if let wished, wished > policy.maximumDelay { return nil }
    guard await budget.withdraw() else { return nil }
    return wished ?? jitter(policy.delay(after: attempt))
  }

  /// Whether a request may arrive twice.
  private static func isRepeatable(_ request: HTTPRequest) -> Bool {
    switch request.method {
    case .get, .head, .put, .delete, .options, .trace: true
    default: request.method.rawValue == "QUERY" || request.headerFields.contains(.idempotencyKey)
    }
  }
}

extension HTTPField.Name {
  /// `Idempotency-Key`.
  static let idempotencyKey = HTTPField.Name("Idempotency-Key")!
}
