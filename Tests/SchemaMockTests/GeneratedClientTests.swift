import GeneratedModels
import HTTPTypes
import SchemaRuntime
import Testing

@testable import SchemaMock

/// Generated clients as people call them, against the mock of their document.
@Suite(.timeLimit(.minutes(15))) struct GeneratedClientTests {
  /// A client of the relay that is answered in this process.
  private static func relay(authorization: Authorization?) throws -> Relay.Client {
    Relay.Client(transport: try Mock.site(Mock.spec("relay")).transport, authorization: authorization)
  }

  @Test func parametersMayHoldAnything() async throws {
    let client = try Self.relay(authorization: .bearer("any"))
    #expect(try await client.fetchTask(id: "a/b").id == "1320098173412546")
  }

  @Test func errorsAreTyped() async throws {
    let client = try Self.relay(authorization: .bearer("any")).with(headers: ["Prefer": "status=429"])
    let limited = await #expect(throws: ResponseError<Relay.ErrorResponse>.self) {
      try await client.fetchTask(id: "1")
    }
    #expect(limited?.status == 429 && limited?.headers[.retryAfter] != nil)
  }

  @Test func credentialsAreAskedFor() async throws {
    let anonymous = try Self.relay(authorization: nil)
    await #expect(throws: (any Error).self) { try await anonymous.fetchTask(id: "1") }
  }
}
