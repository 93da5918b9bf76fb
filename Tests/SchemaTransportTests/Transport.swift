import HTTPTypes
import SchemaRuntime
import SchemaURLSession
import Testing

#if AsyncHTTPClient
  import SchemaAsyncHTTPClient
#endif

/// The transports that must all behave alike.
enum Transport: String, CaseIterable, CustomTestStringConvertible {
  case urlSession
  #if AsyncHTTPClient
    case asyncHTTPClient
  #endif

  /// The transports for what ends the process in Foundation on Linux ("Transfer completed, but there's no response"),
  /// or is mistaken for the final response there.
  static var beyondFoundation: [Transport] {
    #if canImport(FoundationNetworking)
      allCases.filter { $0 != .urlSession }
    #else
      allCases
    #endif
  }

  /// A transport of the kind.
  func make() -> any ClientTransport {
    switch self {
    case .urlSession: URLSessionTransport(configuration: .ephemeral)
    #if AsyncHTTPClient
      case .asyncHTTPClient: AsyncHTTPClientTransport()
    #endif
    }
  }

  var testDescription: String { rawValue }
}

extension ClientTransport {
  /// Sends a request to a server on the loopback interface, and collects what comes back.
  func exchange(
    _ method: HTTPRequest.Method = .get,
    _ path: String = "/",
    port: Int,
    fields: [HTTPField] = [],
    body: HTTPBody? = nil
  ) async throws -> (response: HTTPResponse, body: [UInt8]) {
    let (response, body) = try await send(
      request(method, path, port: port, fields: fields),
      body: body
    )
    return (response, try await body.collect(upTo: 1 << 28))
  }

  /// A request to a server on the loopback interface.
  func request(
    _ method: HTTPRequest.Method = .get,
    _ path: String = "/",
    port: Int,
    fields: [HTTPField] = []
  ) -> HTTPRequest {
    var request = HTTPRequest(
      method: method,
      scheme: "http",
      authority: "127.0.0.1:\(port)",
      path: path
    )
    for field in fields { request.headerFields.append(field) }
    return request
  }
}
