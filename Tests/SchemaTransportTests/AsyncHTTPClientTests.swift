#if AsyncHTTPClient
  import AsyncHTTPClient
  import Foundation
  import HTTPTypes
  import HummingbirdCore
  import HummingbirdHTTP2
  import NIOSSL
  import SchemaAsyncHTTPClient
  import SchemaRuntime
  import Testing

  /// What AsyncHTTPClient has beyond the other transports.
  @Suite(.timeLimit(.minutes(15))) struct AsyncHTTPClientTests {
    @Test func bothVersionsOverTLS() async throws {
      guard let certificate = LocalCertificate.shared else { return }
      let builder = try HTTPServerBuilder.http2Upgrade(tlsConfiguration: certificate.serving)
      try await EchoServer.run(scheme: "https", server: builder) { server in
        for version in [HTTPClient.Configuration.HTTPVersion.automatic, .http1Only] {
          var configuration = HTTPClient.Configuration(tlsConfiguration: certificate.trusting)
          configuration.httpVersion = version
          let client = AsyncHTTPClientTransport(configuration: configuration)
          let chunks = AsyncStream<[UInt8]> { continuation in
            for _ in 0..<10 { continuation.yield([UInt8](repeating: 98, count: 100_000)) }
            continuation.finish()
          }
          let result = try await client.exchange(.post, "/echo", at: server, body: HTTPBody(chunks))
          let echo = try JSONDecoder().decode(EchoServer.Echo.self, from: Data(result.body))
          #expect(echo.length == 1_000_000)
          // HTTP/2 has no chunks of its own (RFC 9113, section 8.1).
          #expect((echo.headers["transfer-encoding"] == nil) == (version == .automatic))
        }
      }
    }

    @Test func aCertificateThatNobodyVouchesForIsRefused() async throws {
      guard let certificate = LocalCertificate.shared else { return }
      let builder = try HTTPServerBuilder.http2Upgrade(tlsConfiguration: certificate.serving)
      try await EchoServer.run(scheme: "https", server: builder) { server in
        var impatient = HTTPClient.Configuration()
        impatient.timeout.connect = .seconds(1)
        let stranger = AsyncHTTPClientTransport(configuration: impatient)
        await #expect(throws: (any Error).self) { try await stranger.exchange(.get, "/echo", at: server) }
      }
    }

    @Test func credentialsStayBehindTLS() async throws {
      guard let certificate = LocalCertificate.shared else { return }
      let builder = try HTTPServerBuilder.http2Upgrade(tlsConfiguration: certificate.serving)
      try await EchoServer.run { other in
        try await EchoServer.run(scheme: "https", redirect: "\(other.url)/echo", server: builder) { server in
          let field = HTTPField(name: .authorization, value: "Bearer secret")
          let result = try await Transport.http2.make().exchange(.get, "/redirect/302", at: server, fields: [field])
          let echo = try JSONDecoder().decode(EchoServer.Echo.self, from: Data(result.body))
          #expect(echo.headers["host"] == other.authority && echo.headers["authorization"] == nil)
        }
      }
    }
  }
#endif
