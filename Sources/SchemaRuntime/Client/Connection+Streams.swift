extension Connection {
  /// Sends a call and returns the events of its success, a `text/event-stream`, as soon as the head is there.
  ///
  /// - Parameter terminators: the data that ends the stream.
  /// - Throws: as `value(of:)`; `ResponseDecodingError` where the response is JSON or HTML instead.
  public func events<T: Decodable & Sendable>(
    of call: Call,
    until terminators: [String] = ["[DONE]"]
  ) async throws -> EventStream<T> {
    EventStream(StreamSource(self, call, try await openEvents(call)), until: terminators)
  }

  /// Sends a call for events and returns once the head of its success is there.
  ///
  /// - Throws: as `value(of:)`; `ResponseDecodingError` where the response is JSON or HTML instead.
  func openEvents(_ call: Call) async throws -> Exchange {
    let exchange = try await open(call)
    guard ServerSentEvents.canBe(exchange.head.mediaType) else {
      throw ServerSentEvents.mismatch(try await limited(call) { try await collect(exchange, call) })
    }
    return exchange
  }

  /// Sends a call and returns the values of its success, which holds one after the other, as soon as the head is there.
  ///
  /// The response's media type says how the values are told apart.
  ///
  /// - Throws: as `value(of:)`.
  public func values<T: Decodable & Sendable>(of call: Call) async throws -> ValueStream<T> {
    let exchange = try await open(call)
    return ValueStream(source: StreamSource(self, call, exchange), framing: ValueFraming(exchange.head.mediaType))
  }
}
