#if canImport(FoundationNetworking)
  import Foundation

  /// Calls a session's delegate, one call after the other.
  ///
  /// Foundation for Linux adds each call to an operation queue, which takes a thread, and often wakes one, for each of them. A
  /// dispatch queue does those that have come together in one go.
  final class DelegateQueue: OperationQueue, @unchecked Sendable {
    /// Does the work.
    private let queue = DispatchQueue(label: "SchemaURLSession.delegate")

    override func addOperation(_ block: @escaping @Sendable () -> Void) { queue.async(execute: block) }
  }
#endif
