import HTTPTypes
import Testing

@testable import SchemaRuntime

/// Calls become requests.
@Suite struct CallTests {
  /// The request of a call.
  private func request(
    _ call: Call,
    _ server: Server = "https://api.example.com",
    _ authorization: Authorization? = nil
  ) throws -> HTTPRequest {
    try call.request(to: server, credentials: authorization.map { call.fixedCredentials(of: $0) } ?? [])
  }

  @Test(
    "server and path are joined",
    arguments: [
      ("https://a.example", "/v1/x", "/v1/x"),
      ("https://a.example/", "/v1/x", "/v1/x"),
      ("https://a.example/v1/", "/x", "/v1/x"),
      ("https://a.example/v1", "x", "/v1/x"),
      ("https://a.example/v1//", "//x/", "/v1/x/"),
      ("https://a.example/v1", "/", "/v1"),
      ("https://a.example/v1/", "", "/v1/"),
      ("https://a.example", "", "/"),
      ("HTTP://a.example:8080/%20a", "/é b%20", "/%20a/%C3%A9%20b%20"),
      ("https://[::1]:80/a", "/x?beta=true&é#part", "/a/x?beta=true&%C3%A9"),
    ]
  )
  func joined(_ server: String, _ path: String, _ expected: String) throws {
    let request = try request(Call("op", .get, path), Server(server))
    #expect(request.path == expected)
  }

  @Test(
    "servers that cannot be used",
    arguments: [
      ("/v1", "expected an absolute URL such as https://api.example.com"),
      ("", "expected an absolute URL such as https://api.example.com"),
      ("api.example.com", "expected an absolute URL such as https://api.example.com"),
      ("ftp://a.example", "expected the scheme http or https"), ("https://", "no host"), ("https:///v1", "no host"),
      ("https://:80", "no host"), ("https://a.example/x?y=1", "a query or fragment cannot be followed by a path"),
      ("https://{region}.example", "a character that no URL may hold"),
      ("https://a.example/ö", "a character that no URL may hold"),
      ("https://a.example/\r\nX: y", "a character that no URL may hold"),
    ]
  )
  func unusable(_ server: String, _ reason: String) {
    let error = #expect(throws: InvalidServer.self) { try request(Call("op", .get, "/"), Server(server)) }
    #expect(error?.reason == reason)
  }

  @Test func aServersCredentialsAreRefusedAndNotShown() {
    let error = #expect(throws: InvalidServer.self) {
      try request(Call("op", .get, "/"), "https://user:secret@a.example")
    }
    #expect(error?.description.contains("secret") == false)
  }

  @Test func pathParameters() throws {
    var call = Call("op", .get, "/a/{id}/b.{ext}/{id}:cancel")
    call.path("id", "x/{ext}?")
    call.path("ext", 7)
    #expect(try request(call).path == "/a/x%2F%7Bext%7D%3F/b.7/x%2F%7Bext%7D%3F:cancel")
  }

  @Test(
    "path parameters that lead elsewhere",
    arguments: [(".", false), ("..", false), ("", false), ("%2e%2E", true), (".%2e", true)]
  )
  func escaping(_ value: String, allowReserved: Bool) {
    #expect(throws: InvalidCall.self) {
      var call = Call("op", .get, "/a/{id}/b")
      call.path("id", value, allowReserved: allowReserved)
      _ = try request(call)
    }
  }

  @Test func aMissingPathParameterIsAnError() {
    let error = #expect(throws: InvalidCall.self) { try request(Call("op", .get, "/a/{id}")) }
    #expect(error?.description == "op: the path parameter \"id\" is missing")
  }

  @Test func queriesHeadersAndCookies() throws {
    var call = Call("op", .get, "/a?x=1", accept: ["application/json", "text/plain"])
    call.query("q", "a b&c")
    call.query("limit", Int?.none)
    call.query("list", [1, 2], explode: false)
    call.header("X-Trace", "t 1")
    call.header("X-None", String?.none)
    call.header("Accept", "text/html")
    call.cookie("session", "a;b=c")
    call.cookie("list", ["x", "y"])
    let request = try request(call)
    #expect(request.path == "/a?x=1&q=a%20b%26c&list=1,2")
    #expect(request.headerFields[values: .accept] == ["application/json, text/plain"])
    #expect(request.headerFields[values: .cookie] == ["session=a%3Bb%3Dc; list=x; list=y"])
    #expect(request.headerFields.count == 3)
    #expect(request.headerFields[HTTPField.Name("X-Trace")!] == "t 1")
  }

  @Test("headers that would smuggle", arguments: [("X", "a\r\nY: b"), ("X Y", "a"), ("", "a"), ("X", "a\u{0}")])
  func smuggling(_ name: String, _ value: String) {
    #expect(throws: InvalidCall.self) {
      var call = Call("op", .get, "/")
      call.header(name, value)
      _ = try request(call)
    }
  }

  @Test(
    "credentials",
    arguments: [
      (Authorization.bearer("k"), "/a", ["Authorization: Bearer k"]),
      (.basic(user: "u", password: "p:q"), "/a", ["Authorization: Basic dTpwOnE="]),
      (.apiKey("k", name: "X-Api-Key", in: .header), "/a", ["X-Api-Key: k"]),
      (.apiKey("k&", name: "key", in: .query), "/a?key=k%26", []),
      (.apiKey("ab+c/d==", name: "key", in: .cookie), "/a", ["Cookie: key=ab+c/d=="]),
      (.apiKey("\"ab/c=\"", name: "key", in: .cookie), "/a", ["Cookie: key=\"ab/c=\""]),
    ]
  )
  func credentials(_ authorization: Authorization, _ path: String, _ fields: [String]) throws {
    let authorized = try request(Call("op", .get, "/a"), "https://a.example", authorization)
    #expect(authorized.path == path)
    let credentials = authorized.headerFields.filter { $0.indexingStrategy == .disallow }
    #expect(credentials.map { "\($0.name): \($0.value)" } == fields)
    let open = try request(Call("op", .get, "/a", authorized: false), "https://a.example", authorization)
    #expect(open.path == "/a" && open.headerFields.count == 1)
  }

  @Test(
    "illegal credentials are refused and not shown",
    arguments: [
      Authorization.bearer("se\r\ncret"), .apiKey("secret;", name: "sid", in: .cookie),
      .apiKey("a secret", name: "sid", in: .cookie), .apiKey("\"secret", name: "sid", in: .cookie),
      .apiKey("secret,", name: "sid", in: .cookie), .apiKey("secr\\cret", name: "sid", in: .cookie),
      .apiKey("sécret", name: "sid", in: .cookie), .apiKey("secret", name: "s;d", in: .cookie),
    ]
  )
  func illegalCredentials(_ authorization: Authorization) {
    let error = #expect(throws: InvalidCall.self) {
      try request(Call("op", .get, "/"), "https://a.example", authorization)
    }
    #expect(error?.description.contains("cret") == false)
  }

  @Test func anOperationsOwnServer() throws {
    let call = Call("op", .put, "/a", server: "http://other.example/b")
    let request = try request(call)
    #expect(request.authority == "other.example" && request.path == "/b/a" && request.scheme == "http")
    #expect(request.method == .put)
  }

  @Test func theMostExactDocumentedErrorCounts() {
    var call = Call("op", .get, "/")
    #expect(call.failure(for: 404) == nil)
    call.failure(.range(4), JSONValue.self)
    #expect(call.failure(for: 404)?.status == .range(4) && call.failure(for: 500) == nil)
    call.failure(.default, JSONValue.self)
    call.failure(.code(404), JSONValue.self)
    #expect(call.failure(for: 404)?.status == .code(404))
    #expect(call.failure(for: 429)?.status == .range(4))
    #expect(call.failure(for: 500)?.status == .default)
  }
}
