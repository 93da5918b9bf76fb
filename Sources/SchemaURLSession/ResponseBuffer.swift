import Foundation

/// Holds the chunks of a body that have come and were not read yet.
///
/// The lock guards all that changes.
final class ResponseBuffer: @unchecked Sendable {
  /// What happens where chunks come faster than they are read.
  enum Overflow: Sendable {
    /// They wait in a temporary file.
    case file
    /// The sender is asked to pause, by true, and to go on, by false; the buffer is locked meanwhile.
    case pause(@Sendable (Bool) -> Void)
  }

  /// How many bytes may wait in memory.
  static let limit = 1024 * 1024
  /// How many bytes are read from a file at once.
  private static let chunkSize = 128 * 1024

  /// What becomes of a chunk that has come.
  private enum Fate {
    /// It is kept, or nobody wants it.
    case kept
    /// Somebody waits for it.
    case wanted(CheckedContinuation<[UInt8]?, any Error>)
    /// It could not be kept.
    case lost(any Error)
  }

  /// What a reader gets.
  private enum Supply {
    /// Nothing yet.
    case nothing
    /// A chunk, the end or an error.
    case ready(Result<[UInt8]?, any Error>)
  }

  /// What happens where chunks come faster than they are read.
  private let overflow: Overflow
  /// Guards all that follows.
  private let lock = NSLock()
  /// The chunks in memory, those before `first` being read.
  private var chunks: [[UInt8]] = []
  /// The chunk to read next.
  private var first = 0
  /// How many bytes wait in memory.
  private var count = 0
  /// What waits on disk, after what waits in memory.
  private var file: TemporaryFile?
  /// How the body ended; nil as long as it has not.
  private var end: Result<Void, any Error>?
  /// Who waits for a chunk.
  private var reader: CheckedContinuation<[UInt8]?, any Error>?
  /// Whether the sender was asked to pause.
  private var isPaused = false

  /// Makes a buffer.
  init(_ overflow: Overflow) { self.overflow = overflow }

  /// A chunk has come.
  func append(_ chunk: [UInt8]) {
    switch lock.withLock({ keep(chunk) }) {
    case .kept: break
    case .wanted(let reader): reader.resume(returning: chunk)
    case .lost(let error): finish(error)
    }
  }

  /// Hands a chunk to who waits for it, or keeps it.
  private func keep(_ chunk: [UInt8]) -> Fate {
    guard end == nil else { return .kept }
    if let reader {
      self.reader = nil
      return .wanted(reader)
    }
    if case .file = overflow, count >= Self.limit || file.map({ $0.rest > 0 }) ?? false {
      do {
        let file = try file ?? TemporaryFile()
        self.file = file
        try file.append(chunk)
        return .kept
      } catch {
        return .lost(error)
      }
    }
    chunks.append(chunk)
    count += chunk.count
    // Asked for under the lock, so that pausing and going on come in the order in which they were meant.
    if case .pause(let pause) = overflow, count >= Self.limit, !isPaused {
      isPaused = true
      pause(true)
    }
    return .kept
  }

  /// Nothing more will come, or nobody will read it.
  func finish(_ error: (any Error)?) {
    let reader = lock.withLock { () -> CheckedContinuation<[UInt8]?, any Error>? in
      guard end == nil else { return nil }
      end = error.map { .failure($0) } ?? .success(())
      defer { self.reader = nil }
      return self.reader
    }
    if let error { reader?.resume(throwing: error) } else { reader?.resume(returning: nil) }
  }

  /// The next chunk; nil at the end.
  func next() async throws -> [UInt8]? {
    if case .ready(let result) = lock.withLock({ take() }) {
      resume()
      return try result.get()
    }
    return try await withCheckedThrowingContinuation { continuation in
      // Something may have come meanwhile.
      let supply = lock.withLock {
        let supply = take()
        if case .nothing = supply { reader = continuation }
        return supply
      }
      if case .ready(let result) = supply {
        resume()
        continuation.resume(with: result)
      }
    }
  }

  /// Asks the sender to go on where enough was read.
  private func resume() {
    guard case .pause(let pause) = overflow else { return }
    lock.withLock {
      guard isPaused, count < Self.limit / 2 else { return }
      isPaused = false
      pause(false)
    }
  }

  /// Takes what is there, if there is anything.
  private func take() -> Supply {
    if first < chunks.count {
      let chunk = chunks[first]
      chunks[first] = []
      first += 1
      count -= chunk.count
      if first == chunks.count {
        chunks.removeAll(keepingCapacity: true)
        first = 0
      }
      return .ready(.success(chunk))
    }
    if let file, file.rest > 0 { return .ready(Result { try file.next(upTo: Self.chunkSize) }) }
    guard let end else { return .nothing }
    return .ready(end.map { nil })
  }
}
