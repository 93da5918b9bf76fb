/// Arguments that no request can carry.
public struct InvalidCall: Error, Hashable, Sendable, CustomStringConvertible {
  /// The operation.
  public let operation: String
  /// What is wrong.
  public let reason: String

  /// The operation and what is wrong.
  public var description: String { "\(operation): \(reason)" }
}
