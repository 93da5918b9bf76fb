import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Hears what becomes of a session's tasks.
///
/// The lock guards all that changes.
final class TaskDelegate: NSObject, URLSessionDataDelegate, @unchecked Sendable {
  /// Guards `exchanges`.
  private let lock = NSLock()
  /// What is under way, by the task's number.
  private var exchanges: [Int: TaskExchange] = [:]

  /// Takes on an exchange before its task is resumed.
  func begin(_ exchange: TaskExchange, _ identifier: Int) { lock.withLock { exchanges[identifier] = exchange } }

  /// The exchange of a task.
  private func exchange(_ task: URLSessionTask) -> TaskExchange? {
    lock.withLock { exchanges[task.taskIdentifier] }
  }

  func urlSession(
    _ session: URLSession,
    dataTask: URLSessionDataTask,
    didReceive response: URLResponse,
    completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
  ) {
    let isAccepted = exchange(dataTask)?.receive(response) ?? false
    completionHandler(isAccepted ? .allow : .cancel)
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    exchange(dataTask)?.receive(data)
  }

  func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
    let exchange = lock.withLock { exchanges.removeValue(forKey: task.taskIdentifier) }
    exchange?.complete(error)
  }

  func urlSession(
    _ session: URLSession,
    task: URLSessionTask,
    didReceive challenge: URLAuthenticationChallenge,
    completionHandler: @escaping @Sendable (URLSession.AuthChallengeDisposition, URLCredential?) -> Void
  ) {
    guard challenge.isForCredentials else { return completionHandler(.performDefaultHandling, nil) }
    exchange(task)?.refuseChallenge()
    completionHandler(.rejectProtectionSpace, nil)
  }

  func urlSession(
    _ session: URLSession,
    task: URLSessionTask,
    willPerformHTTPRedirection response: HTTPURLResponse,
    newRequest request: URLRequest,
    completionHandler: @escaping @Sendable (URLRequest?) -> Void
  ) {
    completionHandler(exchange(task)?.follow(request, after: response))
  }
}

extension URLAuthenticationChallenge {
  /// Whether the server wants a name and a password, which the runtime sends by itself or not at all.
  fileprivate var isForCredentials: Bool {
    #if !canImport(FoundationNetworking)
      // A proxy's is the system's to answer.
      if protectionSpace.isProxy() { return false }
    #endif
    let methods = [
      NSURLAuthenticationMethodDefault, NSURLAuthenticationMethodHTTPBasic, NSURLAuthenticationMethodHTTPDigest,
      NSURLAuthenticationMethodHTMLForm, NSURLAuthenticationMethodNTLM, NSURLAuthenticationMethodNegotiate,
    ]
    return methods.contains(protectionSpace.authenticationMethod)
  }
}
