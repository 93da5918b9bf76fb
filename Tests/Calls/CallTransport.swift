import SchemaAsyncHTTPClient
public import SchemaRuntime
import SchemaURLSession

/// The transports that calls are made over to a server.
public enum CallTransport: String, CaseIterable, Sendable {
  case urlSession = "URLSession"
  case asyncHTTPClient = "AsyncHTTPClient"

  /// Makes the transport; nil where the package was built without it.
  public func make() -> (any ClientTransport)? {
    switch self {
    case .urlSession: URLSessionTransport()
    case .asyncHTTPClient:
      #if AsyncHTTPClient
        AsyncHTTPClientTransport()
      #else
        nil
      #endif
    }
  }
}
