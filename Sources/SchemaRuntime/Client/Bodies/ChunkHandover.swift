/// Hands chunks from the task that reads them to the one that wants them, one at a time.
actor ChunkHandover {
  /// A chunk that nobody has taken yet.
  private var chunk: [UInt8]?
  /// How the chunks ended; nil as long as they have not.
  private var end: Result<Void, any Error>?
  /// Who waits for a chunk.
  private var taker: CheckedContinuation<[UInt8]?, any Error>?
  /// Who waits for the chunk to be taken.
  private var giver: CheckedContinuation<Void, any Error>?

  /// Hands a chunk over; returns once it was taken.
  func give(_ chunk: [UInt8]) async throws {
    try end?.get()
    guard end == nil else { throw CancellationError() }
    if let taker {
      self.taker = nil
      return taker.resume(returning: chunk)
    }
    self.chunk = chunk
    try await withCheckedThrowingContinuation { giver = $0 }
  }

  /// Ends the chunks; what was handed over before is still taken.
  func finish(_ error: (any Error)?) {
    guard end == nil else { return }
    end = error.map { .failure($0) } ?? .success(())
    if let error { taker?.resume(throwing: error) } else { taker?.resume(returning: nil) }
    taker = nil
    giver?.resume(throwing: error ?? CancellationError())
    giver = nil
  }

  /// The next chunk; nil at the end.
  func take() async throws -> [UInt8]? {
    if let chunk {
      self.chunk = nil
      giver?.resume()
      giver = nil
      return chunk
    }
    if let end {
      try end.get()
      return nil
    }
    return try await withCheckedThrowingContinuation { taker = $0 }
  }
}
