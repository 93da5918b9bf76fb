/// How a stream is asked for again where it ends before its terminator (WHATWG HTML, section 9.2.3).
struct Reconnection: Sendable {
  /// How often it is asked for without an event in between.
  let attempts: Int
  /// How long to wait where the stream does not say.
  let delay: Duration
}
