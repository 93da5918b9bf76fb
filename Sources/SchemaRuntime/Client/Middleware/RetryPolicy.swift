/// When and how often a request is sent again.
public struct RetryPolicy: Sendable {
  /// How often a request is sent at most, the first time included.
  public var attempts: Int
  /// The longest wait before the second attempt; it doubles with each attempt.
  public var baseDelay: Duration
  /// The longest wait before any attempt; a server that asks for more is not asked again.
  public var maximumDelay: Duration
  /// The statuses after which a request is sent again.
  public var statuses: Set<Int>

  /// Makes a policy.
  ///
  /// - Parameters:
  ///   - attempts: how often a request is sent at most, the first time included.
  ///   - baseDelay: the longest wait before the second attempt; it doubles with each attempt.
  ///   - maximumDelay: the longest wait before any attempt; a server that asks for more is not asked again.
  ///   - statuses: the statuses after which a request is sent again.
  public init(
    attempts: Int = 3,
    baseDelay: Duration = .milliseconds(500),
    maximumDelay: Duration = .seconds(30),
    statuses: Set<Int> = [408, 425, 429, 500, 502, 503, 504]
  ) {
    self.attempts = attempts
    self.baseDelay = baseDelay
    self.maximumDelay = maximumDelay
    self.statuses = statuses
  }

  /// The longest wait before the attempt that follows so many.
  func delay(after attempts: Int) -> Duration {
    var delay = baseDelay
    for _ in 1..<max(attempts, 1) where delay < maximumDelay { delay *= 2 }
    return min(delay, maximumDelay)
  }
}
