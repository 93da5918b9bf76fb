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
/// Responses arrive chunk by chunk, bodies in files are read while they are sent: neither is ever whole in memory. A
/// redirect to another origin loses its credentials: `Authorization`, `Cookie`, `Proxy-Authorization` and every field whose
/// `indexingStrategy` is `.disallow`.
///
/// A body that is on its way is sent once it is there, from a temporary file where it is large. A response that comes faster
/// than it is read is slowed down on Apple's platforms; on Linux, where a session cannot be made to wait, what is not read
/// yet waits in a temporary file. There a request with the method GET can have no body, and nothing is cached.
public struct URLSessionTransport: ClientTransport {
  /// The session and its delegate.
  private let owner: SessionOwner

  /// Makes a transport with a session of its own that is configured as the given one.
  public init(session: URLSession = .shared) { self.init(configuration: session.configuration) }

  /// Makes a transport with a session of its own.
  public init(configuration: URLSessionConfiguration) { owner = SessionOwner(configuration) }

  /// Sends a request and returns once the response's header fields are there.
  ///
  /// - Throws: `CancellationError` where the task was cancelled, what reading the body throws, else `URLError`.
  public func send(_ request: HTTPRequest, body: HTTPBody?) async throws -> (HTTPResponse, HTTPBody) {
    var urlRequest = try URLRequest(request)
    var requestBody: RequestBody?
    if let body { requestBody = try await RequestBody(body) }
    let redirects = RedirectPolicy(
      request,
      urlRequest,
      hasBody: requestBody.map { !$0.isEmpty } ?? false,
      isConfidential: body?.isConfidential ?? false
    )
    for _ in 0...RedirectPolicy.limit {
      let exchange = TaskExchange(urlRequest, requestBody, redirects, owner)
      let (response, responseBody) = try await exchange.response(owner.delegate)
      // What keeps its body is followed here, where the body is.
      guard let next = exchange.redirect else { return (response, responseBody) }
      urlRequest = next
    }
    throw URLError(.httpTooManyRedirects)
  }
}
