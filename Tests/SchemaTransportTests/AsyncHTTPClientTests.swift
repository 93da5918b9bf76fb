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
  @Suite struct AsyncHTTPClientTests {
    @Test func bodiesWaitForWhoReadsThem() async throws {
      let (events, told) = AsyncStream.makeStream(of: String.self)
      let count = 200
      let server = try RawServer { connection in
        guard !connection.readHeader().isEmpty else { return }
        connection.send("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
        let block = [UInt8](repeating: 97, count: 1 << 20)
        var hasWaited = false
        for _ in 0..<count {
          if !hasWaited, !connection.isWritable(within: 300) {
            hasWaited = true
            told.yield("waiting")
          }
          guard connection.send(block) else { break }
        }
        told.yield("done")
      }
      let client = AsyncHTTPClientTransport()
      let (_, body) = try await client.send(client.request(port: server.port), body: nil)
      var iterator = events.makeAsyncIterator()
      // Nothing is read, so the buffers between fill up long before the end.
      #expect(await iterator.next() == "waiting")
      var total = 0
      for try await chunk in body { total += chunk.count }
      #expect(total == count << 20)
      #expect(await iterator.next() == "done")
    }

    @Test func uploadsWaitForTheServer() async throws {
      let (releases, released) = AsyncStream.makeStream(of: Void.self)
      let produced = Produced()
      let server = try RawServer { connection in
        guard !connection.readHeader().isEmpty else { return }
        // Nothing is read until the client has stopped to send.
        var last = -1
        while case let count = produced.count, count != last || count == 0 {
          last = count
          usleep(300_000)
        }
        released.yield()
        var tail: [UInt8] = []
        while !tail.ends(with: "\r\n0\r\n\r\n".utf8), let more = connection.read() { tail = (tail + more).suffix(16) }
        connection.send("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
      }
      let count = 200
      let chunks = AsyncStream<[UInt8]> {
        produced.next() <= count ? [UInt8](repeating: 97, count: 1 << 20) : nil
      }
      let client = AsyncHTTPClientTransport()
      async let result = client.exchange(.post, port: server.port, body: HTTPBody(chunks))
      for await _ in releases { break }
      #expect(produced.count < count)
      #expect(try await result.response.status.code == 200)
    }

    /// Counts what a sequence has given. `@unchecked`: the lock guards what changes.
    private final class Produced: @unchecked Sendable {
      private let lock = NSLock()
      private var number = 0

      /// The number of what comes next, from 1.
      func next() -> Int {
        lock.withLock {
          number += 1
          return number
        }
      }

      /// How many were given.
      var count: Int { lock.withLock { number } }
    }

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

  extension [UInt8] {
    /// Whether the last bytes are those of a text.
    fileprivate func ends(with text: String.UTF8View) -> Bool { suffix(text.count).elementsEqual(text) }
  }
#endif
