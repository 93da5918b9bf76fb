/// The values of a `text/event-stream`: the data of each event, decoded.
///
/// A value is handed over as soon as the bytes of its event are there. The stream can be read once; who stops reading
/// ends it.
public struct EventStream<Value: Decodable & Sendable>: AsyncSequence, Sendable {
  /// The data of an event.
  public typealias Element = Value

  /// The events as they are, terminators and errors included; to be read instead of the values.
  public let events: ServerSentEvents

  /// Takes a response whose body is a stream until one of the terminators.
  init(_ source: StreamSource, until terminators: [String]) {
    self.init(
      events: ServerSentEvents(source: source, reconnection: nil, terminators: terminators.map { Array($0.utf8) })
    )
  }

  /// Takes the events.
  private init(events: ServerSentEvents) { self.events = events }

  /// The head of the response.
  public var response: ResponseHead { events.source.exchange.head }

  /// The same stream, which is asked for again where it ends without a terminator or breaks off, from the last event's
  /// identifier on (`Last-Event-ID`). A clean end without a terminator counts as broken off, and a POST is sent again as
  /// well: for streams that never end, or that end with a terminator.
  ///
  /// - Parameters:
  ///   - attempts: how often it is asked for without an event in between.
  ///   - delay: how long to wait before that where the stream does not say (`retry`); it may ask for 5 minutes at most.
  public func reconnecting(attempts: Int = 3, delay: Duration = .seconds(3)) -> EventStream {
    EventStream(
      events: ServerSentEvents(
        source: events.source,
        reconnection: Reconnection(attempts: attempts, delay: delay),
        terminators: events.terminators
      )
    )
  }

  /// Reads the values.
  public struct AsyncIterator: AsyncIteratorProtocol {
    /// Gives the events.
    private var reader: EventReader

    /// Reads what the reader gives.
    init(_ reader: EventReader) { self.reader = reader }

    /// The next value; nil at the end and at a terminator.
    ///
    /// - Throws: the documented `ResponseError` for an event that is one, `StreamFailure` for another event named `error`
    ///   and where the stream ends in the middle of an event or one is too long, `ResponseDecodingError` for data that is
    ///   not what the type expects, `TransportFailure`, `CallTimeout`, `CancellationError`.
    public mutating func next() async throws -> Value? {
      guard let event = try await reader.next(), !reader.isTerminator(event.data) else { return nil }
      guard event.name == "error" else {
        let data = EventData(name: event.name, bytes: event.data)
        return try reader.source.decode(Value.self, dataOf: data, reader.count)
      }
      let response = reader.source.response(event.data, reader.count)
      if let error = reader.source.documentedError(response, onlySpecific: false) { throw error }
      throw reader.source.failure(reader.count, .error(event.event))
    }
  }

  /// Starts reading.
  public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(EventReader(events)) }
}
