/// Reads the events of a stream, of one connection or of several one after the other.
struct EventReader {
  /// How long a stream may ask to be left alone before it is asked for again.
  private static let longestDelay = Duration.seconds(300)

  /// Where the events come from; another one after each reconnection.
  private(set) var source: StreamSource
  /// How the stream is asked for again; nil for not at all.
  private let reconnection: Reconnection?
  /// The data that ends the stream.
  private let terminators: [[UInt8]]
  /// Gives the chunks of the body; nil before the first and after the last.
  private var chunks: HTTPBody.AsyncIterator?
  /// Reads the events.
  private var parser: ServerSentEventParser
  /// How many events there were.
  private(set) var count = 0
  /// How many more times the stream may be asked for before the next event.
  private var attempts: Int
  /// Whether nothing more comes.
  private var isFinished = false

  /// Starts reading.
  init(_ events: ServerSentEvents) {
    source = events.source
    reconnection = events.reconnection
    terminators = events.terminators
    chunks = events.source.body.makeAsyncIterator()
    parser = ServerSentEventParser(limit: events.source.connection.elementLimit)
    attempts = events.reconnection?.attempts ?? 0
  }

  /// Whether an event's data is one of those that end the stream.
  func isTerminator(_ data: some Collection<UInt8>) -> Bool { terminators.contains { $0.elementsEqual(data) } }

  /// The next event; nil at the end. Nothing comes after a terminator.
  mutating func next() async throws -> RawEvent? {
    while !isFinished {
      do {
        if let event = try parser.next() {
          count += 1
          attempts = reconnection?.attempts ?? 0
          if isTerminator(event.data) { finish() }
          return event
        }
        if let chunk = try await chunks?.next() {
          parser.append(chunk)
          continue
        }
        // What stands before the end and is no whole event is dropped, unless it would be missed.
        let isWhole = !parser.isInsideEvent || isTerminator(parser.unfinishedData)
        guard isWhole || reconnection != nil else { throw source.failure(count + 1, .cut) }
        guard reconnection != nil, !isTerminator(parser.unfinishedData) else { break }
        try await reconnect(after: nil)
      } catch is LineSplitter.LineTooLong {
        finish()
        throw source.failure(count + 1, .tooLong(limit: source.connection.elementLimit))
      } catch let error as TransportFailure where reconnection != nil {
        try await reconnect(after: error)
      } catch let error as CallTimeout where reconnection != nil {
        try await reconnect(after: error)
      } catch {
        finish()
        throw error
      }
    }
    finish()
    return nil
  }

  /// Lets go of the connection.
  private mutating func finish() {
    isFinished = true
    chunks = nil
  }

  /// Asks for the stream again, from the last identifier on.
  ///
  /// - Throws: the error where no attempt is left; what the call throws where the server refuses.
  private mutating func reconnect(after error: (any Error)?) async throws {
    chunks = nil
    var last = error
    // A body that can be read but once cannot be sent again.
    if source.call.body?.isReplayable == false { attempts = 0 }
    while attempts > 0 {
      attempts -= 1
      let delay = parser.retry.map { min($0, Self.longestDelay) } ?? reconnection?.delay ?? .zero
      try await source.connection.clock.sleep(for: delay)
      var connection = source.connection
      if !parser.lastID.isEmpty { connection.options.headers.append(("Last-Event-ID", parser.lastID)) }
      do {
        let exchange = try await connection.openEvents(source.call)
        // No content: the server wants no more of this.
        guard exchange.head.status != 204 else { return finish() }
        source = StreamSource(source.connection, source.call, exchange)
        chunks = source.body.makeAsyncIterator()
        parser = parser.restarted
        return
      } catch let error as TransportFailure {
        last = error
      } catch let error as CallTimeout {
        last = error
      } catch {
        finish()
        throw error
      }
    }
    finish()
    throw last ?? source.failure(count + 1, .cut)
  }
}
