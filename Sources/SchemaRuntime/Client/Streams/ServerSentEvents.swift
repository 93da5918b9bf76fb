/// The events of a stream as they are, terminators and errors included.
///
/// Can be read once.
public struct ServerSentEvents: AsyncSequence, Sendable {
  /// An event.
  public typealias Element = ServerSentEvent

  /// Where the events come from.
  let source: StreamSource
  /// How the stream is asked for again where it ends; nil for not at all.
  let reconnection: Reconnection?
  /// The data that ends the stream.
  let terminators: [[UInt8]]

  /// Reads the events.
  public struct AsyncIterator: AsyncIteratorProtocol {
    /// Gives the events.
    private var reader: EventReader

    /// Reads what the reader gives.
    init(_ reader: EventReader) { self.reader = reader }

    /// The next event; nil at the end.
    ///
    /// - Throws: `StreamFailure` where the stream ends in the middle of an event or one is too long, `TransportFailure`,
    ///   `CallTimeout`, `CancellationError`.
    public mutating func next() async throws -> ServerSentEvent? { try await reader.next()?.event }
  }

  /// Whether a body of a media type may be a stream: what says nothing, or another type than it is, may.
  static func canBe(_ mediaType: String?) -> Bool {
    let mediaType = mediaType ?? ""
    return !mediaType.hasSuffix("json") && !mediaType.hasSuffix("html")
  }

  /// The error for a response that is no stream.
  static func mismatch(_ response: RawResponse) -> ResponseDecodingError {
    ResponseDecodingError(
      response,
      keyPath: "",
      expected: "a stream of the type text/event-stream",
      found: "a body of the type \(response.head.mediaType ?? "that is not said")",
      underlying: nil
    )
  }

  /// Starts reading.
  public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(EventReader(self)) }
}
