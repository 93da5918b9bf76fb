/// How the values in a body are told apart.
enum ValueFraming: Hashable, Sendable {
  /// Each on a line of its own; empty lines are none.
  case lines
  /// Each after a record separator (RFC 7464).
  case sequence
  /// Each the data of an event.
  case events

  /// The framing of a media type; lines where it is none of those known.
  init(_ mediaType: String?) {
    switch mediaType {
    case "text/event-stream": self = .events
    case let type? where type == "application/json-seq" || type.hasSuffix("+json-seq"): self = .sequence
    default: self = .lines
    }
  }
}
