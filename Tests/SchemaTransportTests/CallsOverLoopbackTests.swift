import Foundation
import HTTPTypes
import SchemaRuntime
import Testing

/// What calls promise beyond single requests, over each transport.
@Suite(.timeLimit(.minutes(15))) struct CallsOverLoopbackTests {
  /// The headers of the requests that a server got.
  private final class Requests: @unchecked Sendable {
    /// Guards `all`.
    private let lock = NSLock()
    /// The headers, and what came with them.
    private var all: [String] = []

    /// The headers so far.
    var heads: [String] { lock.withLock { all } }

    /// Takes in a header; how many there have been.
    func add(_ head: String) -> Int {
      lock.withLock {
        all.append(head)
        return all.count
      }
    }
  }

  /// A server that answers each request by its number, from 1, and remembers it.
  private static func server(
    _ requests: Requests = Requests(),
    _ answer: @escaping @Sendable (Int, String) -> String
  ) throws -> RawServer {
    try RawServer { connection in
      while case let head = connection.readHeader(), !head.isEmpty {
        connection.send(answer(requests.add(head), head))
      }
    }
  }

  /// A response.
  private static func response(_ status: Int, _ body: String, _ fields: String = "") -> String {
    "HTTP/1.1 \(status) X\r\nContent-Type: application/json\r\n\(fields)Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
  }

  /// A connection to a server.
  private func connection(_ transport: Transport, _ server: RawServer, _ authorization: Authorization? = nil)
    -> Connection
  {
    Connection(
      transport: transport.make(),
      server: "http://127.0.0.1:\(server.port)",
      authorization: authorization
    )
  }

  /// A body.
  private struct Pet: Codable, Sendable {
    var name: String
    var tags: [Tag]

    /// A part of it.
    struct Tag: Codable, Sendable {
      var id: Int
    }
  }

  @Test("a body that does not fit", arguments: Transport.overSockets)
  func decodingErrors(_ transport: Transport) async throws {
    let server = try Self.server { _, _ in
      Self.response(200, #"{"name":"key sesame-12345","tags":[{"id":"sesame-12345"}]}"#)
    }
    let error = await #expect(throws: ResponseDecodingError.self) {
      let _: Pet = try await connection(transport, server, .bearer("sesame-12345")).value(
        of: Call("getPet", .get, "/pet")
      )
    }
    #expect(
      error?.description == "getPet: status 200, tags[0].id: expected an integer, found a string, "
        + #"body: {"name":"key [redacted]","tags":[{"id":"[redacted]"}]}"#
    )
  }

  @Test("no error shows a key", arguments: Transport.overSockets)
  func errorsWithoutKeys(_ transport: Transport) async throws {
    // A key in the query is what errors of transports show most.
    let authorization = Authorization.all(
      .apiKey("sesame-12345", name: "key", in: .query),
      .apiKey("sesame-12345", name: "X-Api-Key", in: .header)
    )
    let closing = try RawServer { connection in _ = connection.readHeader() }
    let circle = try Self.server { _, head in
      let target = head.split(separator: " ").dropFirst().first ?? "/"
      return Self.response(302, "", "Location: \(target)\r\n")
    }
    let refusing = try Self.server { _, head in
      Self.response(400, #"{"request":"\#(head.split(separator: "\r\n").first ?? "")"}"#)
    }
    for server in [closing, circle, refusing] {
      do {
        try await connection(transport, server, authorization).complete(Call("listPets", .get, "/pets"))
        Issue.record("no error")
      } catch {
        #expect("\(error)".contains("listPets"))
        #expect(!"\(error) \(String(reflecting: error)) \(error.localizedDescription)".contains("sesame"))
      }
    }
  }

  @Test("a server says when to come again", arguments: Transport.overSockets)
  func retryAfter(_ transport: Transport) async throws {
    let requests = Requests()
    let server = try Self.server(requests) { number, _ in
      switch number {
      case 1: Self.response(503, "{}", "Retry-After: 0\r\n")
      case 2: Self.response(429, "{}", "Retry-After: Sun, 06 Nov 1994 08:49:37 GMT\r\n")
      default: Self.response(200, "[1]")
      }
    }
    var connection = connection(transport, server)
    // Any other wait than the server's would last longer than the test may.
    connection.middleware = [
      RetryMiddleware(RetryPolicy(attempts: 3, baseDelay: .seconds(600), maximumDelay: .seconds(600)), jitter: { $0 })
    ]
    let value: [Int] = try await connection.value(of: Call("list", .get, "/"))
    #expect(value == [1] && requests.heads.count == 3)
  }

  @Test("only what may arrive twice is sent twice", arguments: Transport.overSockets)
  func retries(_ transport: Transport) async throws {
    for (key, count) in [(nil, 1), (IdempotencyKey.random, 3)] {
      let requests = Requests()
      let server = try Self.server(requests) { _, _ in Self.response(503, "{}") }
      var connection = connection(transport, server)
      connection.middleware = [RetryMiddleware(RetryPolicy(attempts: 3, baseDelay: .zero))]
      let client = Client(connection: connection)
      await #expect(throws: UnexpectedResponse.self) {
        let prepared = key.map { client.with(idempotencyKey: $0) } ?? client
        try await prepared.connection.complete(Call("create", .post, "/"))
      }
      #expect(requests.heads.count == count)
      let keys = requests.heads.flatMap { head in
        head.split(separator: "\r\n").filter { $0.lowercased().hasPrefix("idempotency-key:") }
      }
      #expect(keys.count == (key == nil ? 0 : count) && Set(keys).count == min(keys.count, 1))
    }
  }

  /// A client of no operations.
  private struct Client: APIClient {
    var connection: Connection
  }

  @Test("many calls ask for one token", arguments: Transport.overSockets)
  func singleFlight(_ transport: Transport) async throws {
    let requests = Requests()
    let server = try Self.server(requests) { _, head in
      guard head.contains("POST /token") else { return Self.response(200, "{}") }
      usleep(200_000)
      return Self.response(200, #"{"access_token":"sesame-1","token_type":"Bearer","expires_in":60}"#)
    }
    let connection = connection(
      transport,
      server,
      .clientCredentials(
        tokenURL: "http://127.0.0.1:\(server.port)/token",
        clientID: "ali",
        clientSecret: "open-12345"
      )
    )
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<20 { group.addTask { try await connection.complete(Call("list", .get, "/list")) } }
      try await group.waitForAll()
    }
    let heads = requests.heads
    #expect(heads.count { $0.contains("POST /token") } == 1)
    #expect(heads.count { $0.contains("GET /list") && $0.contains("Bearer sesame-1") } == 20)
  }

  @Test("a token's request does not follow to another host", arguments: Transport.overSockets, [307, 308])
  func redirectedTokens(_ transport: Transport, _ status: Int) async throws {
    let requests = Requests()
    let other = try Self.server(requests) { _, _ in Self.response(200, #"{"access_token":"t","token_type":"Bearer"}"#) }
    let server = try Self.server { _, _ in
      Self.response(status, "", "Location: http://127.0.0.1:\(other.port)/token\r\n")
    }
    let provider = OAuthTokenProvider(
      .refreshToken("refresh-12345"),
      tokenURL: "http://127.0.0.1:\(server.port)/token",
      clientID: "ali",
      clientSecret: "open-12345",
      authentication: .form
    )
    let error = await #expect(throws: TokenError.self) {
      try await connection(transport, server, .token(provider: provider)).complete(Call("list", .get, "/list"))
    }
    #expect(error?.status == status && requests.heads.isEmpty)
  }
}
