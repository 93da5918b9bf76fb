/// What the configuration says of an operation's stream of events.
package enum StreamOption: Hashable, Sendable {
  /// The operation is not called for a stream.
  case off
  /// The operation answers with events of a named schema (nil: what the document says) where a boolean property or
  /// parameter (nil: `stream`) asks for them, until one whose data are among `terminators` (empty: what the document says).
  case on(event: String?, property: String?, terminators: [String])
}
