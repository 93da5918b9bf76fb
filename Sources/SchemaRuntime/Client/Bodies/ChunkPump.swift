/// Reads a body in a task of its own, one chunk ahead of who takes them.
final class ChunkPump: Sendable {
  /// Hands the chunks over.
  private let handover: ChunkHandover
  /// Reads the body.
  private let task: Task<Void, Never>

  /// Starts reading.
  init(_ body: HTTPBody) {
    let handover = ChunkHandover()
    self.handover = handover
    task = Task {
      do {
        for try await chunk in body { try await handover.give(chunk) }
        await handover.finish(nil)
      } catch {
        await handover.finish(error)
      }
    }
  }

  deinit { stop() }

  /// Ends the reading, also where it waits for a chunk to be taken.
  private func stop() {
    task.cancel()
    let handover = handover
    Task { await handover.finish(CancellationError()) }
  }

  /// The next chunk; nil at the end.
  func next() async throws -> [UInt8]? {
    try await withTaskCancellationHandler {
      try await handover.take()
    } onCancel: {
      stop()
    }
  }
}
