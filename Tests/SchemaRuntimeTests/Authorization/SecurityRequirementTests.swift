import HTTPTypes
import Testing

@testable import SchemaRuntime

/// Which of a client's credentials an operation is sent.
@Suite(.timeLimit(.minutes(15))) struct SecurityRequirementTests {
  /// All kinds at once.
  private static let everything = Authorization.all(
    .bearer("token"),
    .basic(user: "u", password: "p"),
    .apiKey("k1", name: "X-Key", in: .header),
    .apiKey("k2", name: "X-Key", in: .query),
    .apiKey("k3", name: "sid", in: .cookie)
  )

  /// The names of the credentials that a call is sent.
  private func sent(
    _ authorization: Authorization?,
    _ security: [SecurityRequirement]?,
    authorized: Bool = true,
    usual: [SecurityRequirement]? = nil
  ) async throws -> [String] {
    let (requests, sink) = AsyncStream.makeStream(of: HTTPRequest.self)
    var connection = Connection { request, _ in
      sink.yield(request)
      return (.init("text/plain"), .empty)
    }
    connection.authorization = authorization
    connection.security = usual
    try await connection.complete(Call("op", .get, "/", authorized: authorized, security: security))
    var result: [String] = []
    for await request in requests {
      let fields = request.headerFields
      if let field = fields[fields: .authorization].first {
        result.append(String(field.value.prefix { $0 != " " }))
        #expect(field.indexingStrategy == .disallow)
      }
      if fields[.init("X-Key")!] == "k1" { result.append("header") }
      if request.path == "/?X-Key=k2" { result.append("query") }
      if fields[.cookie] == "sid=k3" { result.append("cookie") }
      break
    }
    return result
  }

  @Test func theFirstAlternativeThatCanBeMet() async throws {
    let all = Self.everything
    #expect(try await sent(all, [.bearer, .basic]) == ["Bearer"])
    #expect(try await sent(all, [.basic, .bearer]) == ["Basic"])
    #expect(try await sent(all, [.apiKey("x-key", in: .header)]) == ["header"])
    #expect(try await sent(all, [.apiKey("X-Key", in: .query)]) == ["query"])
    #expect(try await sent(all, [.all(.bearer, .apiKey("sid", in: .cookie))]) == ["Bearer", "cookie"])
    #expect(try await sent(all, [.apiKey("SID", in: .cookie), .basic]) == ["Basic"])
    #expect(try await sent(.bearer("t"), [.all(.bearer, .apiKey("X-Key", in: .header)), .bearer]) == ["Bearer"])
    #expect(try await sent(all, [.none]) == [])
    // No alternatives at all say nothing.
    #expect(try await sent(all, []).count == 4)
    #expect(try await sent(.bearer("t"), [.basic, .none]) == [])
    #expect(try await sent(all, [.bearer], authorized: false) == [])
  }

  @Test func theUsualOnesWhereTheCallNamesNone() async throws {
    let all = Self.everything
    #expect(try await sent(all, nil, usual: [.bearer]) == ["Bearer"])
    #expect(try await sent(all, nil, usual: [.all(.basic, .apiKey("sid", in: .cookie))]) == ["Basic", "cookie"])
    #expect(try await sent(all, [.basic], usual: [.bearer]) == ["Basic"])
    #expect(try await sent(all, [], usual: [.bearer]).count == 4)
    #expect(try await sent(.basic(user: "u", password: "p"), nil, usual: [.bearer]) == ["Basic"])
    #expect(try await sent(all, nil, authorized: false, usual: [.bearer]) == [])
  }

  @Test func allWhereTheDocumentDoesNotSay() async throws {
    #expect(try await sent(.basic(user: "u", password: "p"), nil) == ["Basic"])
    #expect(try await sent(.all(.bearer("t"), .apiKey("k1", name: "X-Key", in: .header)), nil) == ["Bearer", "header"])
    // A document that asks for something else may be wrong.
    #expect(try await sent(.bearer("t"), [.apiKey("X-Key", in: .header)]) == ["Bearer"])
    #expect(try await sent(nil, [.bearer]) == [])
  }
}
