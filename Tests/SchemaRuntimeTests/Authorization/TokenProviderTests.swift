import Foundation
import HTTPTypes
import Testing

@testable import SchemaRuntime

/// Tokens that come and go.
@Suite(.timeLimit(.minutes(15))) struct TokenProviderTests {
  /// A token endpoint and an API behind one transport.
  private actor Server {
    /// The forms that came to the token endpoint.
    private(set) var forms: [String] = []
    /// The credentials that came to the token endpoint.
    private(set) var clients: [String?] = []
    /// The tokens that came to the API.
    private(set) var tokens: [String?] = []
    /// The tokens that the API refuses.
    var refused: Set<String> = []
    /// What the token endpoint answers; nil for a new token each time.
    var answer: (status: Int, text: String)?
    /// What else a new token says.
    var details = #","expires_in":100"#
    /// Ends the token endpoint's wait.
    var gate: AsyncStream<Void>?

    /// Changes the server.
    func set(_ change: @Sendable (isolated Server) -> Void) { change(self) }

    /// Answers a request.
    func respond(_ request: HTTPRequest, _ body: HTTPBody?) async throws -> (HTTPResponse, HTTPBody) {
      guard request.path == "/token" else {
        let token = request.headerFields[.authorization]
        tokens.append(token)
        let isRefused = token.map { refused.contains($0) } ?? false
        return (.init("text/plain", status: isRefused ? 401 : 200), HTTPBody("ok"))
      }
      forms.append(String(decoding: try await body?.collect(upTo: 1000) ?? [], as: UTF8.self))
      clients.append(request.headerFields[.authorization])
      if let gate { for await _ in gate { break } }
      let text = answer?.text ?? #"{"access_token":"t\#(forms.count)","token_type":"Bearer"\#(details)}"#
      return (.init("application/json", status: answer?.status ?? 200), HTTPBody(text))
    }
  }

  /// A client of the server.
  private func client(
    _ server: Server,
    _ grant: OAuthGrant = .clientCredentials,
    clock: TestClock = TestClock(),
    scopes: [String] = [],
    authentication: OAuthClientAuthentication = .basic
  ) -> Relay.Client {
    var connection = Connection { try await server.respond($0, $1) }
    connection.authorization = .token(
      provider: OAuthTokenProvider(
        grant,
        tokenURL: "https://auth.example.com/token",
        clientID: "ali ce",
        clientSecret: "s3same+open",
        scopes: scopes,
        parameters: ["audience": "a"],
        authentication: authentication,
        clock: clock
      )
    )
    return Relay.Client(connection)
  }

  /// Calls an operation that is sent credentials.
  private func call(_ client: Relay.Client, body: HTTPBody? = nil) async throws {
    var call = Call("op", .post, "/")
    call.body(stream: body)
    try await client.connection.complete(call)
  }

  @Test func clientCredentials() async throws {
    let (server, clock) = (Server(), TestClock())
    let client = client(server, clock: clock, scopes: ["a", "b"])
    try await call(client)
    clock.advance(by: .seconds(69))
    try await call(client)
    // Thirty seconds before its end a token is replaced.
    clock.advance(by: .seconds(1))
    try await call(client)
    #expect(await server.tokens == ["Bearer t1", "Bearer t1", "Bearer t2"])
    #expect(await server.forms == Array(repeating: "grant_type=client_credentials&scope=a+b&audience=a", count: 2))
    let basic = Data("ali+ce:s3same%2Bopen".utf8).base64EncodedString()
    #expect(await server.clients == ["Basic \(basic)", "Basic \(basic)"])
  }

  @Test func theClientInTheForm() async throws {
    let server = Server()
    try await call(client(server, authentication: .form))
    #expect(
      await server.forms
        == ["grant_type=client_credentials&audience=a&client_id=ali+ce&client_secret=s3same%2Bopen"]
    )
    #expect(await server.clients == [nil])
  }

  @Test func refreshTokens() async throws {
    let (server, clock) = (Server(), TestClock())
    await server.set { $0.details = #","expires_in":"60","refresh_token":"r2""# }
    let client = client(server, .refreshToken("r1"), clock: clock)
    try await call(client)
    await server.set { $0.details = #","expires_in":60"# }
    clock.advance(by: .seconds(30))
    try await call(client)
    clock.advance(by: .seconds(30))
    try await call(client)
    #expect(
      await server.forms.map { $0.prefix { $0 != "&" } + $0.dropFirst(24).prefix(17) } == [
        "grant_type=refresh_token&refresh_token=r1", "grant_type=refresh_token&refresh_token=r2",
        "grant_type=refresh_token&refresh_token=r2",
      ]
    )
  }

  @Test(
    "lifetimes",
    arguments: [
      ("", 1), (#","expires_in":null"#, 1), (#","expires_in":"soon""#, 1), (#","expires_in":10"#, 2),
      (#","expires_in":1e300"#, 1),
    ]
  )
  func lifetimes(_ details: String, _ count: Int) async throws {
    let (server, clock) = (Server(), TestClock())
    await server.set { $0.details = details }
    let client = client(server, clock: clock)
    try await call(client)
    clock.advance(by: .seconds(4))
    try await call(client)
    #expect(await server.forms.count == 1)
    clock.advance(by: .seconds(4))
    try await call(client)
    #expect(await server.forms.count == count)
  }

  @Test func manyCallsAskOnce() async throws {
    let server = Server()
    let (gate, opened) = AsyncStream.makeStream(of: Void.self)
    await server.set { $0.gate = gate }
    let client = client(server)
    let calls = (0..<50).map { _ in Task { try await call(client) } }
    while await server.forms.isEmpty { await Task.yield() }
    // Who gives up stops no other.
    calls[0].cancel()
    calls[49].cancel()
    await #expect(throws: CancellationError.self) { try await calls[0].value }
    opened.yield()
    for call in calls[1..<49] { try await call.value }
    #expect(await server.forms.count == 1)
    #expect(await server.tokens == Array(repeating: "Bearer t1", count: 48))
  }

  @Test func aRefusedTokenIsReplacedOnce() async throws {
    let server = Server()
    let client = client(server)
    await server.set { $0.refused = ["Bearer t1"] }
    try await call(client, body: HTTPBody("x"))
    #expect(await server.tokens == ["Bearer t1", "Bearer t2"])
    try await call(client)
    #expect(await server.forms.count == 2)
    await server.set { $0.refused = ["Bearer t2", "Bearer t3", "Bearer t4"] }
    let error = await #expect(throws: UnexpectedResponse.self) { try await call(client) }
    #expect(error?.status == 401)
    #expect(await server.forms.count == 3)
    // A body that cannot be read again is not.
    await #expect(throws: UnexpectedResponse.self) { try await call(client, body: HTTPBody(Chunks(["x"]))) }
    #expect(await server.tokens.count == 6)
  }

  @Test(
    "a server that gives no token",
    arguments: [
      (
        400, #"{"error":"invalid_client","error_description":"no s3same+open"}"#,
        "status 400, invalid_client, no [redacted]"
      ),
      (500, "down", "status 500, body: down"), (200, "{}", "status 200, no \"access_token\" in the answer"),
      (200, #"{"accessToken":"t0ken"}"#, "status 200, no \"access_token\" in the answer"),
      (
        200, #"{"access_token":"t","token_type":"mac"}"#,
        #"status 200, a token of the type "mac", expected a bearer token"#
      ),
    ]
  )
  func refusals(_ status: Int, _ text: String, _ expected: String) async throws {
    let server = Server()
    await server.set { $0.answer = (status, text) }
    let client = client(server)
    let error = await #expect(throws: TokenError.self) { try await call(client) }
    #expect(error?.description == "token endpoint: \(expected)")
    // The next call asks again.
    await server.set { $0.answer = nil }
    try await call(client)
    #expect(await server.tokens == ["Bearer t2"])
  }

  @Test func nothingThatIsPrintedShowsSecrets() async throws {
    let server = Server()
    let client = client(server, .refreshToken("r3fresh"))
    await server.set { $0.refused = ["Bearer t1"] }
    var text = "\(client) \(OAuthGrant.refreshToken("r3fresh"))"
    dump(client, to: &text)
    dump(OAuthGrant.refreshToken("r3fresh"), to: &text)
    #expect(!text.contains("s3same") && !text.contains("r3fresh"))
    var connection = Connection { request, _ in
      if request.path == "/token" { return (.init("application/json"), HTTPBody(#"{"access_token":"d1gitalis"}"#)) }
      return (.init("text/plain", status: 500), HTTPBody("bad key d1gitalis, not s3same+open"))
    }
    connection.authorization = client.connection.authorization
    let error = await #expect(throws: UnexpectedResponse.self) { try await call(Relay.Client(connection)) }
    #expect(error?.description == "op: undocumented status 500, body: bad key [redacted], not [redacted]")
    struct Leaking: Error { var url = "https://auth.example.com/?secret=s3same%2Bopen" }
    connection.transport = InProcessTransport { _, _ in throw Leaking() }
    connection.authorization = self.client(server).connection.authorization
    let failure = await #expect(throws: TransportFailure.self) { try await call(Relay.Client(connection)) }
    #expect(failure?.description.contains("s3same") == false)
  }

  @Test func aProviderOfOnesOwn() async throws {
    struct Own: TokenProvider {
      func token(using transport: any ClientTransport) async throws -> String { "own" }
    }
    let server = Server()
    var connection = Connection { try await server.respond($0, $1) }
    connection.authorization = .all(.token(provider: Own()), .apiKey("k", name: "X-Key", in: .header))
    try await connection.complete(Call("op", .get, "/", security: [.bearer]))
    #expect(await server.tokens == ["Bearer own"])
    await server.set { $0.refused = ["Bearer own"] }
    await #expect(throws: UnexpectedResponse.self) { try await connection.complete(Call("op", .get, "/")) }
  }
}
