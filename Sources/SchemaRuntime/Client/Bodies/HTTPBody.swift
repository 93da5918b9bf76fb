#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// The body of a request or response: chunks of bytes, in memory, in a file or still on their way.
///
/// A body in memory or in a file can be read any number of times; one that is on its way can be read once. Chunks are
/// asked for one after the other, so who reads slowly slows the sender down, not the other way round.
public struct HTTPBody: AsyncSequence, Sendable {
  /// Some bytes, never none.
  public typealias Element = [UInt8]

  /// Where the chunks come from.
  private enum Source: Sendable {
    /// Memory.
    case bytes([UInt8])
    /// A file, read in chunks.
    case file(FileContent)
    /// Bodies one after the other.
    case joined([HTTPBody])
    /// Another sequence.
    case stream(isReplayable: Bool, @Sendable () -> AsyncIterator)
  }

  /// Where the chunks come from.
  private let source: Source
  /// The number of bytes; nil where it is not known yet.
  public let length: Int64?
  /// Whether the body holds credentials: a transport that follows a redirect to another origin must not take it there.
  public private(set) var isConfidential = false

  /// A body in memory.
  public init(_ bytes: [UInt8]) {
    source = .bytes(bytes)
    length = Int64(bytes.count)
  }

  /// A body in memory.
  public init(_ data: Data) { self.init([UInt8](data)) }

  /// A body of text in UTF-8.
  public init(_ text: String) { self.init(Array(text.utf8)) }

  /// A body that is read from a file while it is sent; its length is that of the file now.
  ///
  /// - Throws: `FileUnreadable` where there is no such file.
  public init(file path: String) throws { self.init(try FileContent(path: path)) }

  /// A body that is read from a file while it is sent; its length is that of the file now.
  ///
  /// - Throws: `FileUnreadable` where there is no such file.
  public init(file url: URL) throws { self.init(try FileContent(url: url)) }

  /// A body in a file.
  init(_ file: FileContent) {
    source = .file(file)
    length = file.length
  }

  /// A body that arrives in chunks, and that can be read once.
  public init<Chunks: AsyncSequence & Sendable>(_ chunks: Chunks, length: Int64? = nil)
  where Chunks.Element: Collection, Chunks.Element.Element == UInt8 {
    let reading = SingleReading()
    self.init(length: length, isReplayable: false) {
      var iterator: Chunks.AsyncIterator?
      return AsyncIterator {
        if iterator == nil {
          try await reading.begin()
          iterator = chunks.makeAsyncIterator()
        }
        while let chunk = try await iterator?.next() {
          if !chunk.isEmpty { return [UInt8](chunk) }
        }
        return nil
      }
    }
  }

  /// A body of what the iterators give.
  init(length: Int64?, isReplayable: Bool, _ start: @escaping @Sendable () -> AsyncIterator) {
    source = .stream(isReplayable: isReplayable, start)
    self.length = length
  }

  /// Bodies one after the other.
  init(joining bodies: [HTTPBody]) {
    let memory = bodies.map(\.bytes)
    if memory.allSatisfy({ $0 != nil }) {
      self.init(Array(memory.compactMap(\.self).joined()))
      return
    }
    let lengths = bodies.map(\.length)
    let length = lengths.contains(nil) ? nil : lengths.compactMap(\.self).reduce(0, +)
    self.init(.joined(bodies), length: length)
  }

  /// A body from a source.
  private init(_ source: Source, length: Int64?) {
    self.source = source
    self.length = length
  }

  /// The same body, which holds credentials.
  var confidential: HTTPBody {
    var body = self
    body.isConfidential = true
    return body
  }

  /// A body without bytes.
  public static let empty = HTTPBody([] as [UInt8])

  /// The bytes where they are in memory; nil where they are in a file or on their way.
  public var bytes: [UInt8]? {
    if case .bytes(let bytes) = source { bytes } else { nil }
  }

  /// The path of the file that the body is read from; nil where it is no file on disk.
  package var filePath: String? {
    if case .file(let file) = source, file.length != nil { file.path } else { nil }
  }

  /// Reads the body without waiting for anything but a disk; nil where the body may have to be waited for.
  package var immediateReader: ImmediateBodyReader? { parts.map { ImmediateBodyReader($0) } }

  /// What the body consists of, in memory and in files; nil where some of it is still on its way.
  private var parts: [ImmediateBodyReader.Part]? {
    switch source {
    case .bytes(let bytes): return [.bytes(bytes)]
    case .file(let file): return [.file(file)]
    case .joined(let bodies):
      let parts = bodies.map(\.parts)
      return parts.contains { $0 == nil } ? nil : parts.flatMap { $0 ?? [] }
    case .stream: return nil
    }
  }

  /// A body of what the function's results give, which can be read once: the transports' own.
  package init(length: Int64?, chunks next: @escaping @Sendable () async throws -> [UInt8]?) {
    self.init(length: length, isReplayable: false) { AsyncIterator { try await next() } }
  }

  /// Whether the body can be read more than once, as a second attempt must.
  public var isReplayable: Bool {
    switch source {
    case .bytes: true
    // What has no length is a pipe or the like.
    case .file(let file): file.length != nil
    case .joined(let bodies): bodies.allSatisfy(\.isReplayable)
    case .stream(let isReplayable, _): isReplayable
    }
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
    case .stream(_, let start): return start()
    case .joined(let bodies):
      var rest = bodies[...]
      var current: AsyncIterator?
      return AsyncIterator {
        while true {
          if let chunk = try await current?.next() { return chunk }
          guard let body = rest.popFirst() else { return nil }
          current = body.makeAsyncIterator()
        }
      }
    case .file(let file):
      let reader = FileReader(file)
      return AsyncIterator { try reader.next() }
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
      if result.isEmpty { result = chunk } else { result += chunk }
    }
    // A stream ends early, and without an error, when its task is cancelled.
    try Task.checkCancellation()
    return result
  }
}
