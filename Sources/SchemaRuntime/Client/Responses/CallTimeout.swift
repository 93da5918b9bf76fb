/// A call that took too long, or a stream in which nothing came for too long.
public struct CallTimeout: Error, Hashable, Sendable, CustomStringConvertible {
  /// The operation that was called.
  public let operation: String
  /// How long it was allowed to take.
  public let limit: Duration

  /// The operation and the limit.
  public var description: String { "\(operation): nothing came within \(limit)" }
}
