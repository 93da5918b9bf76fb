import Foundation
import HTTPTypes
import SchemaRuntime
import Testing

/// What every transport does, against a real server.
@Suite struct ConformanceTests {
  /// Asks what a request looked like.
  private static func echo(
    _ client: any ClientTransport,
    _ method: HTTPRequest.Method = .get,
    _ path: String = "/echo",
    port: Int,
    fields: [HTTPField] = [],
    body: HTTPBody? = nil
  ) async throws -> EchoServer.Echo {
    let result = try await client.exchange(method, path, port: port, fields: fields, body: body)
    return try JSONDecoder().decode(EchoServer.Echo.self, from: Data(result.body))
  }

  /// Chunks that arrive one after the other.
  private static func chunks(_ count: Int, of size: Int) -> AsyncStream<[UInt8]> {
    AsyncStream { continuation in
      for _ in 0..<count { continuation.yield([UInt8](repeating: 98, count: size)) }
      continuation.finish()
    }
  }

  @Test(arguments: Transport.allCases) func everyMethod(_ transport: Transport) async throws {
    try await EchoServer.run { server in
      let client = transport.make()
      for name in ["GET", "PUT", "POST", "DELETE", "OPTIONS", "PATCH", "QUERY"] {
        let method = try #require(HTTPRequest.Method(name))
        #expect(try await Self.echo(client, method, port: server.port).method == name)
      }
      let head = try await client.exchange(.head, "/echo", port: server.port)
      #expect(
        head.response.headerFields[HTTPField.Name("X-Method")!] == "HEAD" && head.body.isEmpty
      )
      #expect(head.response.headerFields[.contentLength] == "12")
    }
  }

  @Test(arguments: Transport.allCases) func everyKindOfBody(_ transport: Transport) async throws {
    try await EchoServer.run { server in
      let client = transport.make()
      for method in [HTTPRequest.Method.post, .put, .patch] {
        let none = try await Self.echo(client, method, port: server.port)
        #expect(none.length == 0 && none.headers["transfer-encoding"] == nil)
        let text = try await Self.echo(
          client,
          method,
          port: server.port,
          body: HTTPBody(Array("héllo".utf8))
        )
        #expect(text.body == "héllo" && text.headers["content-length"] == "6")
        let known = HTTPBody(Self.chunks(100, of: 1000), length: 100_000)
        #expect(
          try await Self.echo(client, method, port: server.port, body: known).length == 100_000
        )
        let unknown = HTTPBody(Self.chunks(50, of: 70_000))
        #expect(
          try await Self.echo(client, method, port: server.port, body: unknown).length == 3_500_000
        )
        let empty = try await Self.echo(
          client,
          method,
          port: server.port,
          body: HTTPBody([UInt8]())
        )
        #expect(empty.length == 0)
      }
    }
  }

  @Test(arguments: Transport.allCases) func headersAndTargets(_ transport: Transport) async throws {
    try await EchoServer.run { server in
      let fields = [
        HTTPField(name: HTTPField.Name("X-A")!, value: "1"),
        HTTPField(name: .cookie, value: "a=b; c=d"),
        HTTPField(name: .userAgent, value: "test"),
        HTTPField(name: .authorization, value: "Bearer x"),
      ]
      let target = "/echo?a=%2F%20b&c[d]=e,f&g="
      let result = try await Self.echo(
        transport.make(),
        .get,
        target,
        port: server.port,
        fields: fields
      )
      #expect(result.target == "/echo?a=%2F%20b&c%5Bd%5D=e,f&g=")
      #expect(result.headers["x-a"] == "1" && result.headers["cookie"] == "a=b; c=d")
      #expect(
        result.headers["user-agent"] == "test" && result.headers["authorization"] == "Bearer x"
      )
      #expect(result.headers["host"] == "127.0.0.1:\(server.port)")
    }
  }

  @Test(arguments: Transport.allCases) func bodiesOfFixedAndOpenLength(_ transport: Transport)
    async throws
  {
    try await EchoServer.run { server in
      let client = transport.make()
      let (_, fixed) = try await client.send(
        client.request(.get, "/bytes/5000000", port: server.port),
        body: nil
      )
      #expect(fixed.length == 5_000_000)
      let bytes = try await fixed.collect(upTo: 5_000_000)
      #expect(bytes.count == 5_000_000 && bytes.allSatisfy { $0 == 97 })
      let (_, open) = try await client.send(
        client.request(.get, "/chunks/1000", port: server.port),
        body: nil
      )
      #expect(open.length == nil)
      let text = try await String(decoding: open.collect(upTo: 1 << 20), as: UTF8.self)
      #expect(text.hasPrefix("chunk 0\nchunk 1\n") && text.hasSuffix("chunk 999\n"))
      await #expect(throws: BodyTooLarge.self) {
        let (_, body) = try await client.send(
          client.request(.get, "/bytes/1000", port: server.port),
          body: nil
        )
        return try await body.collect(upTo: 999)
      }
    }
  }

  @Test(arguments: Transport.allCases) func manyCallsAtOnce(_ transport: Transport) async throws {
    try await EchoServer.run { server in
      let client = transport.make()
      let total = try await withThrowingTaskGroup(of: Int.self) { group in
        for index in 0..<100 {
          group.addTask {
            let body = HTTPBody([UInt8](repeating: 99, count: index))
            return try await Self.echo(client, .post, port: server.port, body: body).length
          }
        }
        return try await group.reduce(0, +)
      }
      #expect(total == 4950)
    }
  }

  @Test(arguments: Transport.allCases) func redirectsWithinTheOrigin(_ transport: Transport)
    async throws
  {
    try await EchoServer.run { server in
      let client = transport.make()
      let field = HTTPField(name: .authorization, value: "Bearer x")
      for status in [301, 302, 303, 307, 308] {
        let result = try await Self.echo(
          client,
          .get,
          "/redirect/\(status)",
          port: server.port,
          fields: [field]
        )
        #expect(
          result.target == "/echo?redirected" && result.headers["authorization"] == "Bearer x",
          "\(status)"
        )
      }
      for status in [307, 308] {
        let body = HTTPBody(Array("again".utf8))
        let result = try await Self.echo(
          client,
          .post,
          "/redirect/\(status)",
          port: server.port,
          body: body
        )
        #expect(result.method == "POST" && result.body == "again", "\(status)")
      }
      let body = HTTPBody(Array("once".utf8))
      let result = try await Self.echo(
        client,
        .post,
        "/redirect/303",
        port: server.port,
        body: body
      )
      #expect(result.method == "GET" && result.body.isEmpty)
    }
  }

  @Test(arguments: Transport.allCases) func redirectsToAnotherOriginLoseCredentials(
    _ transport: Transport
  ) async throws {
    try await EchoServer.run { other in
      try await EchoServer.run(redirect: "http://127.0.0.1:\(other.port)/echo") { server in
        var key = HTTPField(name: HTTPField.Name("X-Api-Key")!, value: "secret")
        key.indexingStrategy = .disallow
        let fields = [
          HTTPField(name: .authorization, value: "Bearer secret"),
          HTTPField(name: .cookie, value: "sid=secret"), key,
          HTTPField(name: HTTPField.Name("X-Trace")!, value: "t"),
        ]
        for status in [301, 302, 303, 307, 308] {
          let client = transport.make()
          let result = try await Self.echo(
            client,
            .get,
            "/redirect/\(status)",
            port: server.port,
            fields: fields
          )
          #expect(result.headers["x-trace"] == "t" && !"\(result)".contains("secret"), "\(status)")
          #expect(result.headers["host"] == "127.0.0.1:\(other.port)")
        }
      }
    }
  }
}
