/// An event of a `text/event-stream` (WHATWG HTML, section 9.2).
public struct ServerSentEvent: Hashable, Sendable {
  /// The event's name; `message` where the server gave none.
  public let event: String
  /// The data; its lines are joined by line feeds.
  public let data: String
  /// The last identifier that the stream has given so far; empty where it gave none.
  public let id: String
  /// How long to wait before the stream is asked for again, as the stream last said; nil where it did not.
  public let retry: Duration?

  /// Makes an event.
  public init(event: String = "message", data: String, id: String = "", retry: Duration? = nil) {
    self.event = event
    self.data = data
    self.id = id
    self.retry = retry
  }
}
