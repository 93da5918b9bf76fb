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
    /// How many seconds a call waits for room at most; who waits is the queue on which all sessions do their work.
    private static let patience = 0.1

    /// Does the work.
    private let queue = DispatchQueue(label: "SchemaURLSession.delegate")
    /// Guards what follows, and tells who waits for room of it.
    private let room = NSCondition()
    /// How many calls wait.
    private var count = 0
    /// How many tasks are to be cancelled.
    private var cancellations = 0

    /// Cancels a task after the calls that are there already.
    ///
    /// Foundation forgets a task after the last of its calls, and ends the process where it is asked to cancel one that it is
    /// about to forget: between two calls it is never about to. Cancelling waits for the queue on which sessions do their work,
    /// so until then that one does not wait for room here.
    func cancel(_ task: URLSessionTask) {
      change { cancellations += 1 }
      queue.async {
        task.cancel()
        self.change { self.cancellations -= 1 }
      }
    }

    override func addOperation(_ block: @escaping @Sendable () -> Void) {
      room.lock()
      if count >= Self.limit, cancellations == 0 {
        // Calls wait for a disk at most, never for who reads a response.
        let end = Date(timeIntervalSinceNow: Self.patience)
        while count >= Self.limit, cancellations == 0, room.wait(until: end) {}
      }
      count += 1
      room.unlock()
      queue.async {
        block()
        self.change { self.count -= 1 }
      }
    }

    /// Changes what is guarded, and tells who waits.
    private func change(_ body: () -> Void) {
      room.lock()
      body()
      room.signal()
      room.unlock()
    }
  }
#endif
