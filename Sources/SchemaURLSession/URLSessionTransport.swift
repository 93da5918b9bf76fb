public import HTTPTypes
public import SchemaRuntime

#if canImport(FoundationNetworking)
  import Foundation
  public import FoundationNetworking
#else
  public import Foundation
#endif

/// Sends requests with `URLSession`.
///
/// Responses arrive chunk by chunk. A redirect to another origin loses its credentials: `Authorization`, `Cookie`,
/// `Proxy-Authorization` and every field whose `indexingStrategy` is `.disallow`.
public struct URLSessionTransport: ClientTransport {
  /// Ends the session with the last transport that uses it.
  private final class Owner: Sendable {
    /// The session.
    let session: URLSession
    /// Hears what becomes of the session's tasks.
    let delegate: TaskDelegate

    /// Starts a session.
    init(_ configuration: URLSessionConfiguration) {
      delegate = TaskDelegate()
      session = URLSession(configuration: configuration, delegate: delegate, delegateQueue: nil)
    }

    deinit { session.finishTasksAndInvalidate() }
  }

  /// The session and its delegate.
  private let owner: Owner

  /// Makes a transport with a session of its own that is configured as the given one.
  public init(session: URLSession = .shared) { self.init(configuration: session.configuration) }

  /// Makes a transport with a session of its own.
  public init(configuration: URLSessionConfiguration) { owner = Owner(configuration) }

  /// Sends a request and returns once the response's header fields are there.
  ///
  /// - Throws: `CancellationError` where the task was cancelled, else `URLError`.
  public func send(_ request: HTTPRequest, body: HTTPBody?) async throws -> (HTTPResponse, HTTPBody) {
    var urlRequest = try URLRequest(request)
    // A body still on its way is collected first: not every platform can send a stream.
    if let body { urlRequest.httpBody = Data(try await body.collect(upTo: .max)) }
    let task = owner.session.dataTask(with: urlRequest)
    let exchange = TaskExchange(task, redirects: RedirectPolicy(request, urlRequest))
    owner.delegate.begin(exchange)
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        exchange.start(continuation)
        task.resume()
      }
    } onCancel: {
      task.cancel()
    }
  }
}
