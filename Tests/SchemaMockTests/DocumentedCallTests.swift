import CallProof
import GeneratedModelsCalls
import SchemaCalls
import SchemaEmit
import SchemaGen
import SchemaMockServer
import SchemaRuntime
import Testing

@testable import SchemaMock

/// Every call that the documents in `specs/` show: each documented request, response, error and example of every
/// operation, made by the generated client over each transport.
@Suite(.timeLimit(.minutes(15))) struct DocumentedCallTests {
  /// Makes all calls of an API's plan through a transport to a server; what does not hold.
  typealias Check = @Sendable (CallPlan, any ClientTransport, Server) async -> [String]

  /// The APIs with operations, by folder.
  static let checks: [String: Check] = [
    "relay": check(RelayCalls.self), "api-docs": check(APIDocsCalls.self), "gpt-4o-audio": check(GPT4oAudioCalls.self),
    "uniapi": check(UniAPICalls.self), "wenwen": check(WenwenCalls.self),
  ]

  /// The APIs' folders and how many operations and calls each has at least.
  static let folders = [
    ("relay", 14, 80), ("api-docs", 1, 1), ("gpt-4o-audio", 1, 1), ("uniapi", 1, 1), ("wenwen", 1, 1),
  ]

  /// A check of one table.
  private static func check<Table: CallTable>(_ table: Table.Type) -> Check {
    { plan, transport, server in
      let check = CallCheck(table, transport: transport, server: server, credentials: plan.credentials)
      var failures: [String] = []
      for call in plan.calls { failures += await check.failures(of: call).map { "\(call.label): \($0)" } }
      return failures
    }
  }

  /// The mock of an API, and the plan of its calls.
  private static func prepare(_ folder: String) throws -> (site: MockSite, plan: CallPlan, operations: Int) {
    let documents = try Mock.spec(folder)
    var options = Generator.Options(module: "GeneratedModels")
    options.makesCalls = true
    let generated = Generator(configuration: Configuration(), options: options, templates: TemplateSet())
      .generate(documents)
    let calls = try #require(generated.calls.first).calls
    let site = try Mock.site(documents)
    return (site, CallPlanner(site.apis[0]).plan(calls), Set(calls.map(\.index)).count)
  }

  @Test("in process", arguments: folders)
  func inProcess(_ folder: String, _ operations: Int, _ calls: Int) async throws {
    let (site, plan, count) = try Self.prepare(folder)
    #expect(count >= operations && plan.calls.count >= calls)
    let check = try #require(Self.checks[folder])
    #expect(await check(plan, site.transport, "http://localhost") == [])
  }

  #if MockServer
    @Test("over HTTP", arguments: CallTransport.allCases, folders.map(\.0))
    func overHTTP(_ name: CallTransport, _ folder: String) async throws {
      guard let transport = name.make() else { return }
      let (site, plan, _) = try Self.prepare(folder)
      let check = try #require(Self.checks[folder])
      let failures = try await MockServer { site }.withServer { port in
        await check(plan, transport, Server("http://127.0.0.1:\(port)"))
      }
      #expect(failures == [])
    }
  #endif
}
