import Foundation
import HTTPTypes
import SchemaRuntime

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// One request and its response while they are under way.
///
/// The lock guards all that changes.
final class TaskExchange: @unchecked Sendable {
  /// Waits for the response.
  typealias Waiting = CheckedContinuation<(HTTPResponse, HTTPBody), any Error>

  /// Cancels an exchange that nobody is interested in any more.
  private final class Interest: Sendable {
    /// The exchange.
    private let exchange: TaskExchange

    /// Is interested in an exchange.
    init(_ exchange: TaskExchange) { self.exchange = exchange }

    deinit { exchange.cancel() }

    /// The next chunk of the body; who is cancelled gets none, even if it is there.
    func next() async throws -> [UInt8]? {
      try await withTaskCancellationHandler {
        try Task.checkCancellation()
        return try await exchange.buffer.next()
      } onCancel: {
        exchange.cancel()
      }
    }
  }

  /// The task.
  private let task: URLSessionTask
  #if canImport(FoundationNetworking)
    /// Calls the session's delegate.
    private let queue: DelegateQueue
  #endif
  /// What becomes of redirects.
  private let redirects: RedirectPolicy
  /// Holds the body of the response.
  private let buffer: ResponseBuffer
  /// What the task reads the request's body from; nil where the session has all of it.
  private let upload: BodyStream?
  /// Keeps the request's body.
  private let body: RequestBody?
  /// Guards what follows.
  private let lock = NSLock()
  /// Waits for the response; nil once it is there.
  private var waiting: Waiting?
  /// The request that a redirect leads to which must keep its body.
  private var next: URLRequest?
  /// Whether nothing more will come.
  private var isComplete = false
  /// Whether nobody wants what comes.
  private var isCancelled = false
  /// Whether a response asked for credentials, and stays as it is without them.
  private var isRefused = false

  /// Makes an exchange; nothing is sent yet.
  init(_ request: URLRequest, _ body: RequestBody?, _ redirects: RedirectPolicy, _ owner: SessionOwner) {
    let session = owner.session
    let (task, upload) = body?.task(request, in: session) ?? (session.dataTask(with: request), nil)
    (self.task, self.upload, self.body, self.redirects) = (task, upload, body, redirects)
    #if canImport(FoundationNetworking)
      buffer = ResponseBuffer(.file)
      queue = owner.queue
    #else
      buffer = ResponseBuffer(.pause { isPaused in isPaused ? task.suspend() : task.resume() })
    #endif
  }

  /// Sends the request and returns once the response's header fields are there.
  func response(_ delegate: TaskDelegate) async throws -> (HTTPResponse, HTTPBody) {
    delegate.begin(self, task.taskIdentifier)
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let hasEnded = lock.withLock {
          if !isCancelled { waiting = continuation }
          return isCancelled
        }
        if hasEnded { continuation.resume(throwing: CancellationError()) } else { task.resume() }
      }
    } onCancel: {
      cancel()
    }
  }

  /// The request that a redirect leads to which must keep its body; nil where there is none.
  var redirect: URLRequest? { lock.withLock { next } }

  /// Ends the exchange; who waits for the response or reads the body is told at once.
  private func cancel() {
    buffer.finish(CancellationError())
    let (waiting, isComplete) = lock.withLock {
      isCancelled = true
      defer { self.waiting = nil }
      return (self.waiting, self.isComplete)
    }
    waiting?.resume(throwing: CancellationError())
    // Cancelling waits for all other requests that are under way; most bodies are let go of when they have ended.
    if isComplete { return }
    #if canImport(FoundationNetworking)
      queue.cancel(task)
    #else
      task.cancel()
    #endif
  }

  /// Takes who waits for the response; nil where it is there already.
  private func takeWaiting() -> Waiting? {
    lock.withLock {
      defer { waiting = nil }
      return waiting
    }
  }

  /// A response asks for credentials, and gets none.
  func refuseChallenge() { lock.withLock { isRefused = true } }

  /// A redirect has come; the request to follow it with, nil for none.
  func follow(_ request: URLRequest, after response: HTTPURLResponse) -> URLRequest? {
    switch redirects.decide(request, after: response) {
    case .refuse: return nil
    case .follow(let request): return request
    case .resend(let request):
      lock.withLock { next = request }
      return nil
    }
  }

  /// The header fields are there.
  func receive(_ response: URLResponse) -> Bool {
    guard let response = response as? HTTPURLResponse, (100...999).contains(response.statusCode) else {
      let error = URLError(.badServerResponse)
      buffer.finish(error)
      takeWaiting()?.resume(throwing: error)
      cancel()
      return false
    }
    // Foundation for Linux hands over interim responses as well (RFC 9110, section 15.2); the final one follows.
    if response.statusCode < 200, response.statusCode != 101 { return true }
    let length = response.expectedContentLength
    let isEncoded = response.value(forHTTPHeaderField: "Content-Encoding") != nil
    let interest = Interest(self)
    let body = HTTPBody(length: length < 0 || isEncoded ? nil : length) { try await interest.next() }
    takeWaiting()?.resume(returning: (HTTPResponse(response), body))
    return true
  }

  /// A chunk of the body is there.
  func receive(_ data: Data) {
    if !data.isEmpty { buffer.append([UInt8](data)) }
  }

  /// Nothing more will come.
  func complete(_ error: (any Error)?) {
    let isRefused = lock.withLock {
      isComplete = true
      return self.isRefused
    }
    var error = error
    // Foundation for Linux cancels a task whose response asks for credentials in vain, once all of it is there.
    if isRefused, (error as? URLError)?.code == .cancelled { error = nil }
    // What went wrong with the request's body is what went wrong.
    if error != nil, let failure = upload?.failure { error = failure }
    if let failure = error as? URLError, failure.code == .cancelled { error = CancellationError() }
    buffer.finish(error)
    takeWaiting()?.resume(throwing: error ?? URLError(.badServerResponse))
  }
}
