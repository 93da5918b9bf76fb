import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// A session, which ends with the last transport that uses it.
final class SessionOwner: Sendable {
  /// The session.
  let session: URLSession
  /// Hears what becomes of the session's tasks.
  let delegate = TaskDelegate()
  #if canImport(FoundationNetworking)
    /// Calls the delegate.
    let queue = DelegateQueue()
  #endif

  /// Starts a session.
  init(_ configuration: URLSessionConfiguration) {
    #if canImport(FoundationNetworking)
      // A cache is asked on a thread of its own before anything is sent. Who cancels meanwhile may come after the response, and
      // ends the process.
      let own = configuration.copy() as? URLSessionConfiguration ?? configuration
      own.urlCache = nil
      session = URLSession(configuration: own, delegate: delegate, delegateQueue: queue)
    #else
      session = URLSession(configuration: configuration, delegate: delegate, delegateQueue: nil)
    #endif
  }

  deinit { session.finishTasksAndInvalidate() }
}
