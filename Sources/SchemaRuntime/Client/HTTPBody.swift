/// The body of a request or response: chunks of bytes, in memory or still on their way.
///
/// A body in memory can be read any number of times; one that is on its way can be read once.
public struct HTTPBody: AsyncSequence, Sendable {
  /// Some bytes, never none.
  public typealias Element = [UInt8]

  /// Where the chunks come from.
  private enum Source: Sendable {
    /// Memory.
    case bytes([UInt8])
    /// Another sequence.
    case stream(@Sendable () -> AsyncIterator)
  }

  /// Where the chunks come from.
  private let source: Source
  /// The number of bytes; nil where it is not known yet.
  public let length: Int64?

  /// A body in memory.
  public init(_ bytes: [UInt8]) {
    source = .bytes(bytes)
    length = Int64(bytes.count)
  }

  /// A body that arrives in chunks.
  public init<Chunks: AsyncSequence & Sendable>(_ chunks: Chunks, length: Int64? = nil)
  where Chunks.Element == [UInt8] {
    source = .stream {
      var iterator = chunks.makeAsyncIterator()
      return AsyncIterator { try await iterator.next() }
    }
    self.length = length
  }

  /// A body without bytes.
  public static let empty = HTTPBody([])

  /// The bytes where they are in memory; nil where they are on their way.
  public var bytes: [UInt8]? {
    if case .bytes(let bytes) = source { bytes } else { nil }
  }

  /// Reads the chunks.
  public struct AsyncIterator: AsyncIteratorProtocol {
    /// Gives the next chunk.
    private var chunk: () async throws -> [UInt8]?

    /// Reads what the function gives.
    init(_ chunk: @escaping () async throws -> [UInt8]?) { self.chunk = chunk }

    /// The next chunk; nil at the end.
    public mutating func next() async throws -> [UInt8]? { try await chunk() }
  }

  /// Starts reading.
  public func makeAsyncIterator() -> AsyncIterator {
    switch source {
    case .stream(let start): return start()
    case .bytes(let bytes):
      var rest: [UInt8]? = bytes.isEmpty ? nil : bytes
      return AsyncIterator {
        defer { rest = nil }
        return rest
      }
    }
  }

  /// All bytes.
  ///
  /// - Throws: `BodyTooLarge` where there are more bytes than the limit, `CancellationError` where the task was
  ///   cancelled, and what the source throws.
  public func collect(upTo limit: Int) async throws -> [UInt8] {
    if let length, length > limit { throw BodyTooLarge(limit: limit) }
    if let bytes { return bytes }
    var result: [UInt8] = []
    for try await chunk in self {
      guard chunk.count <= limit - result.count else { throw BodyTooLarge(limit: limit) }
      result += chunk
    }
    // A stream ends early, and without an error, when its task is cancelled.
    try Task.checkCancellation()
    return result
  }
}
