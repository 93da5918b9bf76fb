/// What became of a request.
public struct RequestMetrics: Hashable, Sendable {
  /// What came of a request.
  public enum Outcome: Hashable, Sendable {
    /// A response with a status.
    case status(Int)
    /// No response.
    case failed
    /// The caller did not want it any more.
    case cancelled
  }

  /// The operation's name.
  public let operation: String
  /// The request method.
  public let method: String
  /// The host and port.
  public let host: String
  /// What came of it.
  public let outcome: Outcome
  /// The time until the response's header fields were there.
  public let duration: Duration
}
