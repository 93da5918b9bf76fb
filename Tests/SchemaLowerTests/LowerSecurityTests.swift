import SchemaIR
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
  private func lowered(_ root: String = "", _ operations: [String]) -> API {
    let paths = operations.enumerated().map { index, text in
      "  /\(index): {get: {operationId: op\(index), \(text) responses: {\"204\": {description: Done.}}}}"
    }
    let text = "openapi: 3.1.0\n\(root)\npaths:\n\(paths.joined(separator: "\n"))\n\(Self.schemes)\n"
    return Lowered.document(text).api
  }

  /// Whether each operation is sent credentials.
  private func authorized(_ root: String = "", _ operations: [String]) -> [Bool] {
    lowered(root, operations).operations.map(\.needsAuthorization)
  }

  @Test func `where nothing is stated, what the client has is sent`() throws {
    #expect(authorized("", ["", ""]) == [true, true])
    // One that needs none says nothing of the others.
    #expect(authorized("", ["security: [],", ""]) == [false, true])
    #expect(authorized("", ["security: [{}],", ""]) == [false, true])
    let swagger = "swagger: '2.0'\npaths: {/a: {get: {responses: {204: {description: Done.}}}}}"
    #expect(Lowered.document(swagger).api.operations.map(\.needsAuthorization) == [true])
  }

  @Test func `what is stated counts`() throws {
    #expect(authorized("security: []", ["", "security: [{token: []}],"]) == [false, true])
    #expect(authorized("security: [{}]", [""]) == [false])
    #expect(authorized("security: [{token: []}]", ["", "security: [],"]) == [true, false])
    // One that needs some says that the others need none.
    #expect(authorized("", ["security: [{token: []}],", ""]) == [true, false])
    #expect(authorized("", ["security: [{}, {token: []}],"]) == [true])
    let swagger = "swagger: '2.0'\nsecurity: []\npaths: {/a: {get: {responses: {204: {description: Done.}}}}}"
    #expect(Lowered.document(swagger).api.operations.map(\.needsAuthorization) == [false])
  }

  @Test func `what is usual is said once`() throws {
    let token = CredentialSet([.bearer])
    let user = CredentialSet([.basic])
    let api = lowered(
      "security: [{token: []}]",
      ["", "security: [{token: []}],", "security: [{user: []}],", "security: [{certificate: []}],"]
    )
    #expect(api.usualSecurity == [token])
    // Where the client cannot tell what is needed, all is sent.
    #expect(api.operations.map(\.security) == [nil, nil, [user], []])
    // Alternatives in the document's order.
    #expect(lowered("security: [{user: []}, {}, {token: []}]", [""]).usualSecurity == [user, token])
    // Without a word of the document, what most operations need.
    let most = lowered("", ["security: [{token: []}],", "security: [{user: []}],", "security: [{user: []}],"])
    #expect(most.usualSecurity == [user])
    #expect(most.operations.map(\.security) == [[token], nil, nil])
    // What the client cannot tell of the usual one is no other operation's.
    let unknown = lowered("security: [{certificate: []}]", ["", "security: [{token: []}],"])
    #expect(unknown.usualSecurity == [])
    #expect(unknown.operations.map(\.security) == [nil, [token]])
    #expect(lowered("", ["", ""]).usualSecurity == [])
  }

  @Test func `without a choice nothing is usual`() throws {
    let text = """
      openapi: 3.1.0
      security: [{token: []}]
      paths: {/a: {get: {responses: {"204": {description: Done.}}}}}
      components: {securitySchemes: {token: {type: http, scheme: bearer}}}
      """
    let lowered = Lowered.document(text).api
    #expect(lowered.usualSecurity == [])
    #expect(lowered.operations.map(\.security) == [nil])
  }
}
