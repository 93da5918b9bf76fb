import Foundation
import HTTPTypes
import Hummingbird
import SchemaRuntime
import SchemaURLSession
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

#if AsyncHTTPClient
  import AsyncHTTPClient
  import HummingbirdCore
  import HummingbirdHTTP2
  import NIOSSL
  import SchemaAsyncHTTPClient
#endif

/// The transports that must all behave alike.
enum Transport: String, CaseIterable, CustomTestStringConvertible {
  /// `URLSession`, which speaks HTTP/1.1 without TLS here.
  case urlSession
  #if AsyncHTTPClient
    /// AsyncHTTPClient over HTTP/1.1.
    case asyncHTTPClient
    /// AsyncHTTPClient over HTTP/2 and TLS.
    case http2
  #endif
  /// A function.
  case inProcess

  /// Those that can be tried here: without a certificate there is no TLS.
  static let all: [Transport] = {
    #if AsyncHTTPClient
      if LocalCertificate.shared == nil {
        print("HTTP/2 is not tried: openssl, which makes the certificate, is not there")
        return allCases.filter { $0 != .http2 }
      }
    #endif
    return allCases
  }()

  /// Those that send requests to servers.
  static let overNetwork = all.filter { $0 != .inProcess }

  /// Those that can be answered with any bytes.
  static let overSockets = [Transport](["urlSession", "asyncHTTPClient"].compactMap { Transport(rawValue: $0) })

  /// Those for what ends the process in Foundation on Linux: "Transfer completed, but there's no response".
  static let beyondFoundation: [Transport] = {
    #if canImport(FoundationNetworking)
      overSockets.filter { $0 != .urlSession }
    #else
      overSockets
    #endif
  }()

  /// A transport for a server of raw sockets. Its own patience does not end before that of the tests, on however busy a
  /// machine.
  func make() -> any ClientTransport {
    switch self {
    case .urlSession:
      let configuration = URLSessionConfiguration.ephemeral
      configuration.timeoutIntervalForRequest = 3600
      return URLSessionTransport(configuration: configuration)
    #if AsyncHTTPClient
      case .asyncHTTPClient, .http2:
        var configuration = HTTPClient.Configuration(
          tlsConfiguration: self == .http2 ? LocalCertificate.shared?.trusting : nil,
          decompression: .enabled(limit: .none)
        )
        configuration.timeout.connect = .minutes(10)
        return AsyncHTTPClientTransport(configuration: configuration)
    #endif
    case .inProcess: return InProcessTransport { try await EchoServer.answer($0, $1) }
    }
  }

  /// Runs a function with a transport, and with a server that it can talk to.
  ///
  /// - Parameters:
  ///   - redirect: where the server's `/redirect` leads to; nil for its own `/echo`.
  ///   - routes: adds routes to the server.
  /// - Throws: what the function throws, and what keeps the server from starting.
  func withServer(
    redirect: String? = nil,
    routes: (Router<BasicRequestContext>) -> Void = { _ in },
    _ body: @escaping @Sendable (any ClientTransport, EchoServer) async throws -> Void
  ) async throws {
    let client = make()
    switch self {
    case .inProcess: try await body(client, EchoServer(scheme: "http", authority: "in.process"))
    #if AsyncHTTPClient
      case .http2:
        let certificate = try #require(LocalCertificate.shared)
        let builder = try HTTPServerBuilder.http2Upgrade(tlsConfiguration: certificate.serving)
        try await EchoServer.run(scheme: "https", redirect: redirect, server: builder, routes: routes) {
          try await body(client, $0)
        }
    #endif
    default: try await EchoServer.run(redirect: redirect, routes: routes) { try await body(client, $0) }
    }
  }

  var testDescription: String { rawValue }
}

extension ClientTransport {
  /// Sends a request to a server, and collects what comes back.
  func exchange(
    _ method: HTTPRequest.Method = .get,
    _ path: String = "/",
    at server: EchoServer,
    fields: [HTTPField] = [],
    body: HTTPBody? = nil
  ) async throws -> (response: HTTPResponse, body: [UInt8]) {
    let (response, body) = try await send(server.request(method, path, fields: fields), body: body)
    return (response, try await body.collect(upTo: 1 << 28))
  }

  /// Sends a request to a server of raw sockets, and collects what comes back.
  func exchange(
    _ method: HTTPRequest.Method = .get,
    _ path: String = "/",
    port: Int,
    fields: [HTTPField] = [],
    body: HTTPBody? = nil
  ) async throws -> (response: HTTPResponse, body: [UInt8]) {
    let server = EchoServer(scheme: "http", authority: "127.0.0.1:\(port)")
    return try await exchange(method, path, at: server, fields: fields, body: body)
  }

  /// A request to a server of raw sockets.
  func request(
    _ method: HTTPRequest.Method = .get,
    _ path: String = "/",
    port: Int,
    fields: [HTTPField] = []
  ) -> HTTPRequest {
    EchoServer(scheme: "http", authority: "127.0.0.1:\(port)").request(method, path, fields: fields)
  }
}
