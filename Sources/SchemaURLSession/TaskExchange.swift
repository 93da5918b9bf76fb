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

  /// The task's number within its session.
  let identifier: Int
  /// Which header fields a redirect may carry.
  let redirects: RedirectPolicy
  /// Takes the chunks of the body.
  private let chunks: AsyncThrowingStream<[UInt8], any Error>.Continuation
  /// Gives the chunks of the body.
  private let stream: AsyncThrowingStream<[UInt8], any Error>
  /// Guards `waiting`.
  private let lock = NSLock()
  /// Waits for the response; nil once it is there.
  private var waiting: Waiting?

  /// Makes an exchange for a task that was not resumed yet.
  init(_ task: URLSessionTask, redirects: RedirectPolicy) {
    identifier = task.taskIdentifier
    self.redirects = redirects
    (stream, chunks) = AsyncThrowingStream.makeStream()
    chunks.onTermination = { reason in
      if case .cancelled = reason { task.cancel() }
    }
  }

  /// Starts waiting for the response.
  func start(_ waiting: Waiting) { lock.withLock { self.waiting = waiting } }

  /// Takes who waits for the response; nil where it is there already.
  private func takeWaiting() -> Waiting? {
    lock.withLock {
      defer { waiting = nil }
      return waiting
    }
  }

  /// The header fields are there.
  func receive(_ response: URLResponse) -> Bool {
    guard let response = response as? HTTPURLResponse, (100...999).contains(response.statusCode) else {
      complete(URLError(.badServerResponse))
      return false
    }
    let length = response.expectedContentLength
    let isEncoded = response.value(forHTTPHeaderField: "Content-Encoding") != nil
    let body = HTTPBody(stream, length: length < 0 || isEncoded ? nil : length)
    takeWaiting()?.resume(returning: (HTTPResponse(response), body))
    return true
  }

  /// A chunk of the body is there.
  func receive(_ data: Data) {
    if !data.isEmpty { chunks.yield([UInt8](data)) }
  }

  /// Nothing more will come.
  func complete(_ error: (any Error)?) {
    var error = error
    if let failure = error as? URLError, failure.code == .cancelled { error = CancellationError() }
    takeWaiting()?.resume(throwing: error ?? URLError(.badServerResponse))
    chunks.finish(throwing: error)
  }
}
