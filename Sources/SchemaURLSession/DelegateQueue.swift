#if canImport(FoundationNetworking)
  import Foundation
  import FoundationNetworking

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

    /// Cancels a task after the calls that are there already.
    ///
    /// Foundation forgets a task after the last of its calls, and ends the process where it is asked to cancel one that it is
    /// about to forget: between two calls it is never about to.
    func cancel(_ task: URLSessionTask) { queue.async { task.cancel() } }

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
