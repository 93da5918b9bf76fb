/// A stream that did not end as it should; what came before it was delivered.
public struct StreamFailure: Error, Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible {
  /// What went wrong.
  public enum Reason: Hashable, Sendable {
    /// The server sent an event named `error`, whose data is no documented error.
    case error(ServerSentEvent)
    /// The stream ended in the middle of an event or value.
    case cut
    /// A line, an event or a value has more bytes than the limit.
    case tooLong(limit: Int)
  }

  /// The operation that was called.
  public let operation: String
  /// The head of the response.
  public let response: ResponseHead
  /// The number of the event or value, from 1.
  public let element: Int
  /// What went wrong.
  public let reason: Reason
  /// The reason for people, without credentials.
  private let text: String

  /// Makes an error.
  init(_ exchange: Exchange, operation: String, element: Int, _ reason: Reason) {
    self.operation = operation
    response = exchange.head
    self.element = element
    self.reason = reason
    text =
      switch reason {
      case .error(let event): "an event says error: \(exchange.redaction.excerpt(Array(event.data.utf8)))"
      case .cut: "the stream ended in the middle"
      case .tooLong(let limit): "more than \(limit) bytes"
      }
  }

  /// The operation, the number of the element and the reason, without credentials.
  public var description: String { "\(operation): element \(element), \(text)" }

  /// As `description`.
  public var debugDescription: String { description }
}
