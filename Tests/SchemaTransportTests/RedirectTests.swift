import Foundation
import HTTPTypes
import SchemaRuntime
import Testing

/// Where each transport goes when a server leads it on (RFC 9110, section 15.4).
@Suite(.timeLimit(.minutes(15))) struct RedirectTests {
  /// Asks what the last request looked like.
  private static func echo(
    _ client: any ClientTransport,
    _ method: HTTPRequest.Method = .get,
    _ path: String,
    at server: EchoServer,
    fields: [HTTPField] = [],
    body: HTTPBody? = nil
  ) async throws -> EchoServer.Echo {
    let result = try await client.exchange(method, path, at: server, fields: fields, body: body)
    return try JSONDecoder().decode(EchoServer.Echo.self, from: Data(result.body))
  }

  @Test(arguments: Transport.overNetwork) func withinTheOrigin(_ transport: Transport) async throws {
    try await transport.withServer { client, server in
      let field = HTTPField(name: .authorization, value: "Bearer x")
      for status in [301, 302, 303, 307, 308] {
        let result = try await Self.echo(client, .get, "/redirect/\(status)", at: server, fields: [field])
        #expect(result.target == "/echo?redirected" && result.headers["authorization"] == "Bearer x", "\(status)")
      }
    }
  }

  @Test(arguments: Transport.overNetwork) func methodsAndBodies(_ transport: Transport) async throws {
    try await transport.withServer { client, server in
      let type = HTTPField(name: .contentType, value: "text/x-test")
      for method in [HTTPRequest.Method.post, .put, .patch, .delete] {
        for status in [301, 302, 303, 307, 308] {
          let result = try await Self.echo(
            client,
            method,
            "/redirect/\(status)",
            at: server,
            fields: [type],
            body: HTTPBody("again")
          )
          // A POST becomes a GET where browsers do so, everything does at 303, nothing else does.
          let isGet = status == 303 || method == .post && status < 307
          let expected = isGet ? "GET " : "\(method.rawValue) again"
          #expect("\(result.method) \(result.body)" == expected, "\(method) \(status)")
          if !isGet { #expect(result.headers["content-type"] == "text/x-test") }
        }
      }
    }
  }

  @Test(arguments: Transport.overNetwork) func toAnotherOriginWithoutCredentials(_ transport: Transport) async throws {
    var key = HTTPField(name: HTTPField.Name("X-Api-Key")!, value: "secret")
    key.indexingStrategy = .disallow
    let fields = [
      HTTPField(name: .authorization, value: "Bearer secret"), HTTPField(name: .cookie, value: "sid=secret"), key,
      HTTPField(name: .proxyAuthorization, value: "Basic secret"),
      HTTPField(name: HTTPField.Name("X-Trace")!, value: "t"),
    ]
    try await transport.withServer { _, other in
      try await transport.withServer(redirect: "\(other.url)/echo") { client, server in
        for status in [301, 302, 303, 307, 308] {
          let result = try await Self.echo(client, .get, "/redirect/\(status)", at: server, fields: fields)
          #expect(result.headers["x-trace"] == "t" && !"\(result)".contains("secret"), "\(status)")
          #expect(result.headers["host"] == other.authority)
        }
        let body = HTTPBody("again")
        let result = try await Self.echo(client, .post, "/redirect/307", at: server, fields: fields, body: body)
        #expect(result.body == "again" && !"\(result)".contains("secret"))
      }
    }
  }

  /// A server that redirects once, and then shows the first line of the request.
  private static func server(_ location: String) throws -> RawServer {
    try RawServer { connection in
      let line = connection.readHeader().prefix { $0 != "\r\n" }
      let head =
        line.hasPrefix("GET /start ") ? "302 Found\r\nLocation: \(location)" : "200 OK\r\nContent-Type: text/plain"
      connection.send(
        "HTTP/1.1 \(head)\r\nConnection: close\r\nContent-Length: \(line.utf8.count)\r\n\r\n\(line)"
      )
    }
  }

  @Test(
    "places are resolved and escaped once",
    arguments: Transport.overSockets,
    [
      ("/a?b[c]=%20d", "/a?b%5Bc%5D=%20d"), ("/a b%20c", "/a%20b%20c"), ("x/../y?z#f", "/y?z"), ("?q", "/start?q"),
    ]
  )
  func places(_ transport: Transport, _ place: (location: String, target: String)) async throws {
    let server = try Self.server(place.location)
    let result = try await transport.make().exchange(.get, "/start", port: server.port)
    #expect(String(decoding: result.body, as: UTF8.self) == "GET \(place.target) HTTP/1.1")
  }

  @Test(
    "what leads nowhere is the response itself",
    arguments: Transport.overSockets,
    ["file:///etc/passwd", "http://", "ftp://127.0.0.1/", "http://user:secret@127.0.0.1/"]
  )
  func nowhere(_ transport: Transport, _ location: String) async throws {
    let server = try Self.server(location)
    let result = try await transport.make().exchange(.get, "/start", port: server.port)
    #expect(result.response.status.code == 302 && result.response.headerFields[.location] == location)
  }

  @Test(arguments: Transport.overSockets) func inACircle(_ transport: Transport) async throws {
    let server = try RawServer { connection in
      while !connection.readHeader().isEmpty {
        connection.send("HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n")
      }
    }
    await #expect(throws: (any Error).self) { try await transport.make().exchange(port: server.port) }
  }

  @Test(arguments: Transport.overSockets) func inACircleWithABody(_ transport: Transport) async throws {
    let server = try RawServer { connection in
      while case let header = connection.readHeader(), !header.isEmpty {
        connection.send("HTTP/1.1 307 Temporary Redirect\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n")
      }
    }
    await #expect(throws: (any Error).self) {
      try await transport.make().exchange(.post, port: server.port, body: HTTPBody("x"))
    }
  }
}
