import Foundation
import HTTPTypes
import SchemaRuntime
import Testing

/// What every transport does with requests and responses that are as they should be.
@Suite(.timeLimit(.minutes(15))) struct ConformanceTests {
  /// Asks what a request looked like.
  private static func echo(
    _ client: any ClientTransport,
    _ method: HTTPRequest.Method = .get,
    _ path: String = "/echo",
    at server: EchoServer,
    fields: [HTTPField] = [],
    body: HTTPBody? = nil
  ) async throws -> EchoServer.Echo {
    let result = try await client.exchange(method, path, at: server, fields: fields, body: body)
    return try JSONDecoder().decode(EchoServer.Echo.self, from: Data(result.body))
  }

  /// Chunks that arrive one after the other.
  private static func chunks(_ count: Int, of size: Int) -> AsyncStream<[UInt8]> {
    AsyncStream { continuation in
      for _ in 0..<count { continuation.yield([UInt8](repeating: 98, count: size)) }
      continuation.finish()
    }
  }

  @Test(arguments: Transport.all) func everyMethod(_ transport: Transport) async throws {
    try await transport.withServer { client, server in
      for name in ["GET", "PUT", "POST", "DELETE", "OPTIONS", "PATCH", "TRACE", "QUERY"] {
        let method = try #require(HTTPRequest.Method(name))
        #expect(try await Self.echo(client, method, at: server).method == name)
      }
      let head = try await client.exchange(.head, "/echo", at: server)
      #expect(head.response.headerFields[HTTPField.Name("X-Method")!] == "HEAD" && head.body.isEmpty)
      #expect(head.response.headerFields[.contentLength] == "12")
    }
  }

  @Test(arguments: Transport.all) func everyMethodThatHasABody(_ transport: Transport) async throws {
    try await transport.withServer { client, server in
      for method in [HTTPRequest.Method.post, .put, .patch, .delete] {
        let none = try await Self.echo(client, method, at: server)
        #expect(none.length == 0 && none.headers["transfer-encoding"] == nil)
        let text = try await Self.echo(client, method, at: server, body: HTTPBody("héllo"))
        #expect(text.body == "héllo" && text.headers["content-length"] == "6")
        let known = HTTPBody(Self.chunks(100, of: 1000), length: 100_000)
        let sized = try await Self.echo(client, method, at: server, body: known)
        #expect(sized.length == 100_000 && sized.headers["content-length"] == "100000")
        let unknown = HTTPBody(Self.chunks(50, of: 70_000))
        let open = try await Self.echo(client, method, at: server, body: unknown)
        #expect(open.length == 3_500_000 && open.sum == 3_500_000 * 98)
        #expect(try await Self.echo(client, method, at: server, body: .empty).length == 0)
      }
    }
  }

  @Test(arguments: Transport.all) func headersAndTargets(_ transport: Transport) async throws {
    try await transport.withServer { client, server in
      let fields = [
        HTTPField(name: HTTPField.Name("X-A")!, value: "1"), HTTPField(name: .cookie, value: "a=b; c=d"),
        HTTPField(name: .userAgent, value: "test"), HTTPField(name: .authorization, value: "Bearer x"),
      ]
      let target = "/echo?a=%2F%20b&c%5Bd%5D=e,f&g="
      let result = try await Self.echo(client, .get, target, at: server, fields: fields)
      #expect(result.target == target)
      #expect(result.headers["x-a"] == "1" && result.headers["user-agent"] == "test")
      #expect(result.headers["authorization"] == "Bearer x")
      // HTTP/2 may send each cookie in a field of its own (RFC 9113, section 8.2.3).
      let cookies = result.headers["cookie"]?.split { ",; ".contains($0) }
      #expect(cookies == ["a=b", "c=d"])
      #expect(result.headers["host"] == server.authority)
    }
  }

  @Test(arguments: Transport.overNetwork) func whatNoURLMayHoldIsEscapedOnce(_ transport: Transport) async throws {
    try await transport.withServer { client, server in
      let result = try await Self.echo(client, .get, "/echo?a=%2F%20b&c[d]=e f|é", at: server)
      #expect(result.target == "/echo?a=%2F%20b&c%5Bd%5D=e%20f%7C%C3%A9")
    }
  }

  @Test(arguments: Transport.all) func bodiesOfFixedAndOpenLength(_ transport: Transport) async throws {
    try await transport.withServer { client, server in
      let (_, fixed) = try await client.send(server.request(.get, "/bytes/5000000"), body: nil)
      #expect(fixed.length == 5_000_000)
      let bytes = try await fixed.collect(upTo: 5_000_000)
      #expect(bytes.count == 5_000_000 && bytes.allSatisfy { $0 == 97 })
      let (_, open) = try await client.send(server.request(.get, "/chunks/1000"), body: nil)
      #expect(open.length == nil)
      let text = try await String(decoding: open.collect(upTo: 1 << 20), as: UTF8.self)
      #expect(text.hasPrefix("chunk 0\nchunk 1\n") && text.hasSuffix("chunk 999\n"))
      await #expect(throws: BodyTooLarge.self) {
        let (_, body) = try await client.send(server.request(.get, "/bytes/1000"), body: nil)
        return try await body.collect(upTo: 999)
      }
    }
  }

  @Test(arguments: Transport.all) func manyCallsAtOnce(_ transport: Transport) async throws {
    try await transport.withServer { client, server in
      let total = try await withThrowingTaskGroup(of: Int.self) { group in
        for index in 0..<100 {
          group.addTask {
            let body = HTTPBody([UInt8](repeating: 99, count: index))
            return try await Self.echo(client, .post, at: server, body: body).length
          }
        }
        return try await group.reduce(0, +)
      }
      #expect(total == 4950)
    }
  }
}
