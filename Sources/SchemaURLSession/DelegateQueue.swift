#if canImport(FoundationNetworking)
  import Foundation

  /// Calls a session's delegate, one call after the other.
  ///
  /// Foundation for Linux adds each call to an operation queue, which takes a thread, and often wakes one, for each of them. A
  /// dispatch queue does those that have come together in one go.
  final class DelegateQueue: OperationQueue, @unchecked Sendable {
    /// How many calls may wait; with each, a chunk of a response waits in memory.
    private static let limit = 64
    /// How long a call waits for room at most; who waits is the queue on which all sessions do their work.
    private static let patience = DispatchTimeInterval.milliseconds(100)

    /// Does the work.
    private let queue = DispatchQueue(label: "SchemaURLSession.delegate")
    /// The room for calls that wait.
    private let room = DispatchSemaphore(value: limit)

    override func addOperation(_ block: @escaping @Sendable () -> Void) {
      let room = room
      // Calls wait for a disk at most, never for who reads a response.
      let isCounted = room.wait(timeout: .now() + Self.patience) == .success
      queue.async {
        block()
        if isCounted { room.signal() }
      }
    }
  }
#endif
