extension HTTPBody {
  /// The body, each chunk of which must come within a time.
  ///
  /// The chunks are read ahead by one, in a task of their own: so can who waits give up while the source goes on waiting.
  func limited(to limit: Duration, by clock: any Clock<Duration>, of operation: String) -> HTTPBody {
    // What is in memory needs no waiting.
    guard bytes == nil else { return self }
    return HTTPBody(length: length, isReplayable: isReplayable) {
      let pump = ChunkPump(self)
      return AsyncIterator {
        try await Deadline.run(within: limit, by: clock, else: CallTimeout(operation: operation, limit: limit)) {
          try await pump.next()
        }
      }
    }
  }
}
