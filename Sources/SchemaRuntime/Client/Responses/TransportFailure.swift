import Foundation

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
    reason = redaction.redact(Self.text(of: underlying))
  }

  /// An error for people. Foundation's own description of its errors holds the URL and more: of these it is what they say of
  /// themselves, with domain and code.
  private static func text(of error: any Error) -> String {
    guard error is any CustomNSError || type(of: error) is NSError.Type else { return "\(error)" }
    let (text, bridged) = (error.localizedDescription, error as NSError)
    return text.contains(bridged.domain) ? text : "\(text) (\(bridged.domain) \(bridged.code))"
  }

  /// The operation and the transport's error, without credentials.
  public var description: String { "\(operation): \(reason)" }

  /// As `description`.
  public var debugDescription: String { description }
}
