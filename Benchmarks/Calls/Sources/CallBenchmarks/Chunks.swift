import HTTPTypes
import SchemaRuntime

/// The same chunk so many times.
struct Chunks: AsyncSequence, Sendable {
  /// 128 KiB of nothing.
  static let zeros = [UInt8](repeating: 0, count: 128 * 1024)
  /// A hundred events.
  private static let events: [UInt8] = (0..<100).flatMap { index in
    Array((#"data: {"id":"cmpl-8fd3a01","choices":[{"index":0,"delta":{"content":"word \#(index) "}}]}"# + "\n\n").utf8)
  }

  /// The chunk.
  let chunk: [UInt8]
  /// How many times.
  let count: Int

  /// Gives the chunks.
  struct AsyncIterator: AsyncIteratorProtocol {
    /// The chunk.
    let chunk: [UInt8]
    /// How many are left.
    var rest: Int

    /// The next one.
    mutating func next() async -> [UInt8]? {
      guard rest > 0 else { return nil }
      rest -= 1
      return chunk
    }
  }

  /// Starts giving them.
  func makeAsyncIterator() -> AsyncIterator { AsyncIterator(chunk: chunk, rest: count) }

  /// A transport that answers with so many events.
  static func transport(events count: Int) -> InProcessTransport {
    InProcessTransport { _, _ in
      let response = HTTPResponse(status: .ok, headerFields: [.contentType: "text/event-stream"])
      return (response, HTTPBody(Chunks(chunk: events, count: count / 100)))
    }
  }
}
