import Foundation
import HTTPTypes
import Testing

@testable import SchemaRuntime

/// Requests that are sent again.
@Suite(.timeLimit(.minutes(15))) struct RetryMiddlewareTests {
  /// Answers with one status after the other, 0 for a connection that breaks off; the last one stays.
  private actor Server {
    /// The statuses.
    private var statuses: [Int]
    /// The header `Retry-After`.
    private let retryAfter: String?
    /// What was sent.
    private(set) var bodies: [String] = []
    /// The idempotency keys that were sent.
    private(set) var keys: [String?] = []

    /// Makes a server.
    init(_ statuses: [Int], retryAfter: String? = nil) {
      self.statuses = statuses
      self.retryAfter = retryAfter
    }

    /// Answers a request.
    func answer(_ request: HTTPRequest, _ body: HTTPBody?) async throws -> (HTTPResponse, HTTPBody) {
      bodies.append(String(decoding: try await body?.collect(upTo: 100) ?? [], as: UTF8.self))
      keys.append(request.headerFields[.idempotencyKey])
      let status = statuses.count > 1 ? statuses.removeFirst() : statuses[0]
      if status == 0 { throw Broken() }
      var fields = HTTPFields()
      fields[.retryAfter] = retryAfter
      return (.init("application/json", status: status, fields), HTTPBody("{}"))
    }
  }

  /// What came of a call: the status or error, how often it was sent and the waits.
  private func run(
    _ statuses: [Int],
    retryAfter: String? = nil,
    policy: RetryPolicy = RetryPolicy(attempts: 4, baseDelay: .seconds(1), maximumDelay: .seconds(3)),
    budget: RetryBudget = RetryBudget(),
    _ method: Call.Method = .get,
    key: IdempotencyKey? = nil,
    body: HTTPBody? = nil
  ) async throws -> (outcome: String, server: Server, sleeps: [Duration]) {
    let server = Server(statuses, retryAfter: retryAfter)
    let clock = TestClock(isInstant: true)
    var connection = Connection { try await server.answer($0, $1) }
    connection.middleware = [
      RetryMiddleware(
        policy,
        budget: budget,
        clock: clock,
        now: { Date(timeIntervalSince1970: 784_111_775) },
        jitter: { $0 }
      )
    ]
    connection.options.idempotencyKey = key
    var call = Call("op", method, "/")
    call.body(stream: body)
    do {
      try await connection.complete(call)
      return ("done", server, clock.sleeps)
    } catch let error as UnexpectedResponse {
      return ("\(error.status)", server, clock.sleeps)
    } catch let error as TransportFailure {
      return ("\(type(of: error.underlying))", server, clock.sleeps)
    }
  }

  @Test func waitsGrowUpToALimit() async throws {
    let result = try await run([503, 0, 429, 200])
    #expect(result.outcome == "done" && result.sleeps == [.seconds(1), .seconds(2), .seconds(3)])
    let failed = try await run([503])
    #expect(failed.outcome == "503" && failed.sleeps.count == 3)
    let broken = try await run([0])
    #expect(broken.outcome == "Broken" && broken.sleeps.count == 3)
    #expect(RetryPolicy(maximumDelay: .seconds(1)).delay(after: 1_000_000) == .seconds(1))
  }

  @Test("what is not sent again", arguments: [200, 400, 404, 501])
  func others(_ status: Int) async throws {
    #expect(try await run([status]).sleeps == [])
  }

  @Test func onlyWhatMayArriveTwice() async throws {
    for method in [Call.Method.get, .head, .put, .delete, .options, .query] {
      #expect(try await run([503, 200], method).outcome == "done")
    }
    for method in [Call.Method.post, .patch, "LOCK"] {
      #expect(try await run([503, 200], method).outcome == "503")
    }
    let keyed = try await run([503, 0, 200], .post, key: .random, body: HTTPBody("x"))
    #expect(keyed.outcome == "done")
    #expect(await keyed.server.bodies == ["x", "x", "x"])
    let keys = await keyed.server.keys
    #expect(Set(keys).count == 1 && keys[0]?.count == 36)
    let stream = try await run([503, 200], .put, body: HTTPBody(Chunks(["x"])))
    #expect(stream.outcome == "503")
    let named = try await run([503, 200], .post, key: "k")
    #expect(await named.server.keys == ["k", "k"])
  }

  @Test(
    "the server says when",
    arguments: [
      ("2", Duration.seconds(2)), ("0", .zero), (" 3 ", .seconds(3)), ("Sun, 06 Nov 1994 08:49:37 GMT", .seconds(2)),
      ("Sunday, 06-Nov-94 08:49:37 GMT", .seconds(2)), ("Sun Nov  6 08:49:37 1994", .seconds(2)),
      ("Sun, 06 Nov 1994 08:49:30 GMT", .zero), ("soon", .seconds(1)), ("-1", .seconds(1)), ("1.5", .seconds(1)),
      ("", .seconds(1)), ("Sun, 31 Feb 1994 08:49:37 GMT", .seconds(1)), ("Sun, 06 Nov 1994 08:49:37 CET", .seconds(1)),
      ("Sun, 06 Nov -9000000000000000000 08:49:37 GMT", .seconds(1)),
      ("Sun, 06 Nov 9000000000000000000 08:49:37 GMT", .seconds(1)),
    ] as [(String, Duration)]
  )
  func retryAfter(_ value: String, _ expected: Duration) async throws {
    let result = try await run([503, 200], retryAfter: value)
    #expect(result.outcome == "done" && result.sleeps == [expected])
  }

  @Test(
    "a server that asks for too much is not asked again",
    arguments: ["4", "99999999999999999999", "Sun, 06 Nov 2094 08:49:37 GMT"]
  )
  func tooLate(_ value: String) async throws {
    let result = try await run([503, 200], retryAfter: value)
    #expect(result.outcome == "503" && result.sleeps == [])
  }

  @Test func theBudgetIsShared() async throws {
    let budget = RetryBudget(ratio: 0.5, reserve: 2)
    #expect(try await run([503], budget: budget).sleeps.count == 2)
    #expect(try await run([503], budget: budget).sleeps.count == 0)
    #expect(try await run([503], budget: budget).sleeps.count == 1)
  }

  @Test func jitterStaysBelowTheWait() async throws {
    let clock = TestClock(isInstant: true)
    var connection = Connection { _, _ in throw Broken() }
    connection.middleware = [
      RetryMiddleware(
        RetryPolicy(attempts: 20, baseDelay: .seconds(1), maximumDelay: .seconds(8)),
        budget: .init(reserve: 99),
        clock: clock
      )
    ]
    await #expect(throws: TransportFailure.self) { try await connection.complete(Call("op", .get, "/")) }
    let sleeps = clock.sleeps
    #expect(sleeps.count == 19 && sleeps.allSatisfy { $0 >= .zero && $0 <= .seconds(8) })
    #expect(sleeps[0] <= .seconds(1) && sleeps[1] <= .seconds(2) && Set(sleeps).count > 10)
  }

  @Test func aCancelledCallIsNotSentAgain() async throws {
    let clock = TestClock()
    var connection = Connection { _, _ in throw Broken() }
    connection.middleware = [RetryMiddleware(clock: clock)]
    let call = Task { [connection] in try await connection.complete(Call("op", .get, "/")) }
    await clock.waitForSleepers(1)
    call.cancel()
    await #expect(throws: CancellationError.self) { try await call.value }
  }
}
