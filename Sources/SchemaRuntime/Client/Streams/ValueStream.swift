/// The values of a body that holds one after the other: JSON lines (`application/jsonl`, `application/x-ndjson`), a JSON
/// text sequence (`application/json-seq`, RFC 7464) or the data of a `text/event-stream`.
///
/// A value is handed over as soon as its last byte is there. The stream can be read once; who stops reading ends it.
public struct ValueStream<Value: Decodable & Sendable>: AsyncSequence, Sendable {
  /// A value.
  public typealias Element = Value

  /// Where the values come from.
  let source: StreamSource
  /// How the values are told apart.
  let framing: ValueFraming

  /// The head of the response.
  public var response: ResponseHead { source.exchange.head }

  /// Reads the values.
  public struct AsyncIterator: AsyncIteratorProtocol {
    /// Gives the values as text.
    private var reader: ValueTextReader

    /// Reads what the reader gives.
    init(_ reader: ValueTextReader) { self.reader = reader }

    /// The next value; nil at the end.
    ///
    /// - Throws: the documented `ResponseError` for a value that is one, `ResponseDecodingError` for a value that is not
    ///   what the type expects, `StreamFailure` where the stream ends in the middle of a value or one is too long,
    ///   `TransportFailure`, `CallTimeout`, `CancellationError`.
    public mutating func next() async throws -> Value? {
      guard let text = try await reader.next() else { return nil }
      guard reader.framing == .events else { return try reader.source.decode(Value.self, text, reader.count) }
      return try reader.source.decode(Value.self, dataOf: EventData(name: "message", bytes: text), reader.count)
    }
  }

  /// Starts reading.
  public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(ValueTextReader(source, framing)) }
}
