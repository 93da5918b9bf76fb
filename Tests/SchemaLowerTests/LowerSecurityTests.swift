import SchemaFrontends
import SchemaIR
import SchemaSource
import Testing

@testable import SchemaLower

/// Which operations are sent credentials, and which ones.
@Suite struct LowerSecurityTests {
  /// The ways to authenticate of all documents here.
  private static let schemes = """
    components:
      securitySchemes:
        token: {type: http, scheme: bearer}
        user: {type: http, scheme: basic}
        certificate: {type: mutualTLS}
    """

  /// The API of an OpenAPI document with these members and operations, each with what it says beside its responses.
  private func lowered(_ root: String = "", _ operations: [String]) throws -> API {
    let paths = operations.enumerated().map { index, text in
      "  /\(index): {get: {operationId: op\(index), \(text) responses: {\"204\": {description: Done.}}}}"
    }
    return try api("openapi: 3.1.0\n\(root)\npaths:\n\(paths.joined(separator: "\n"))\n\(Self.schemes)\n")
  }

  /// The API of a document.
  private func api(_ text: String) throws -> API {
    var report = Report()
    let file = SourceFile(id: FileID(0), path: "a.yaml", bytes: Array(text.utf8))
    let description = try #require(Frontends.describe(file, report: &report))
    return Lowering.lower([description], name: "a", report: &report)
  }

  /// Whether each operation is sent credentials.
  private func authorized(_ root: String = "", _ operations: [String]) throws -> [Bool] {
    try lowered(root, operations).operations.map(\.needsAuthorization)
  }

  @Test func `where nothing is stated, what the client has is sent`() throws {
    #expect(try authorized("", ["", ""]) == [true, true])
    // One that needs none says nothing of the others.
    #expect(try authorized("", ["security: [],", ""]) == [false, true])
    #expect(try authorized("", ["security: [{}],", ""]) == [false, true])
    let swagger = "swagger: '2.0'\npaths: {/a: {get: {responses: {204: {description: Done.}}}}}"
    #expect(try api(swagger).operations.map(\.needsAuthorization) == [true])
  }

  @Test func `what is stated counts`() throws {
    #expect(try authorized("security: []", ["", "security: [{token: []}],"]) == [false, true])
    #expect(try authorized("security: [{}]", [""]) == [false])
    #expect(try authorized("security: [{token: []}]", ["", "security: [],"]) == [true, false])
    // One that needs some says that the others need none.
    #expect(try authorized("", ["security: [{token: []}],", ""]) == [true, false])
    #expect(try authorized("", ["security: [{}, {token: []}],"]) == [true])
    let swagger = "swagger: '2.0'\nsecurity: []\npaths: {/a: {get: {responses: {204: {description: Done.}}}}}"
    #expect(try api(swagger).operations.map(\.needsAuthorization) == [false])
  }

  @Test func `what is usual is said once`() throws {
    let token = CredentialSet([.bearer])
    let user = CredentialSet([.basic])
    let api = try lowered(
      "security: [{token: []}]",
      ["", "security: [{token: []}],", "security: [{user: []}],", "security: [{certificate: []}],"]
    )
    #expect(api.usualSecurity == [token])
    // Where the client cannot tell what is needed, all is sent.
    #expect(api.operations.map(\.security) == [nil, nil, [user], []])
    // Alternatives in the document's order.
    #expect(try lowered("security: [{user: []}, {}, {token: []}]", [""]).usualSecurity == [user, token])
    // Without a word of the document, what most operations need.
    let most = try lowered("", ["security: [{token: []}],", "security: [{user: []}],", "security: [{user: []}],"])
    #expect(most.usualSecurity == [user])
    #expect(most.operations.map(\.security) == [[token], nil, nil])
    // What the client cannot tell of the usual one is no other operation's.
    let unknown = try lowered("security: [{certificate: []}]", ["", "security: [{token: []}],"])
    #expect(unknown.usualSecurity == [])
    #expect(unknown.operations.map(\.security) == [nil, [token]])
    #expect(try lowered("", ["", ""]).usualSecurity == [])
  }

  @Test func `without a choice nothing is usual`() throws {
    let text = """
      openapi: 3.1.0
      security: [{token: []}]
      paths: {/a: {get: {responses: {"204": {description: Done.}}}}}
      components: {securitySchemes: {token: {type: http, scheme: bearer}}}
      """
    let lowered = try api(text)
    #expect(lowered.usualSecurity == [])
    #expect(lowered.operations.map(\.security) == [nil])
  }
}
