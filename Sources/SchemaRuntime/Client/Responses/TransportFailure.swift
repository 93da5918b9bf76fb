/// No response came, or it broke off.
public struct TransportFailure: Error, CustomStringConvertible, CustomDebugStringConvertible {
  /// The operation that was called.
  public let operation: String
  /// The transport's error; its own description may show the URL with a key in it.
  public let underlying: any Error
  /// The error's description without credentials.
  private let reason: String

  /// Wraps the transport's error.
  init(operation: String, underlying: any Error, redaction: Redaction) {
    self.operation = operation
    self.underlying = underlying
    reason = redaction.redact("\(underlying)")
  }

  /// The operation and the transport's error, without credentials.
  public var description: String { "\(operation): \(reason)" }

  /// As `description`.
  public var debugDescription: String { description }
}
