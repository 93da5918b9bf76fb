import Foundation
import HTTPTypes
import Testing

@testable import SchemaRuntime

/// What requests pass on their way.
@Suite(.timeLimit(.minutes(15))) struct MiddlewareTests {
  /// Adds its name to the request and to the response.
  private struct Marking: ClientMiddleware {
    var name: String

    func intercept(
      _ request: HTTPRequest,
      body: HTTPBody?,
      operation: String,
      next: @Sendable (HTTPRequest, HTTPBody?) async throws -> (HTTPResponse, HTTPBody)
    ) async throws -> (HTTPResponse, HTTPBody) {
      var request = request
      request.headerFields[.via] = "\(request.headerFields[.via] ?? operation)>\(name)"
      var (response, body) = try await next(request, body)
      response.headerFields[.via] = "\(response.headerFields[.via] ?? "")<\(name)"
      return (response, body)
    }
  }

  /// Remembers what it hears.
  private final class Recorder: MetricsRecorder, @unchecked Sendable {
    private let lock = NSLock()
    private var all: [RequestMetrics] = []
    var metrics: [RequestMetrics] { lock.withLock { all } }
    func record(_ metrics: RequestMetrics) { lock.withLock { all.append(metrics) } }
  }

  @Test func theFirstIsOutermost() async throws {
    var connection = Connection { request, _ in
      (.init("application/json", status: 200, [.via: request.headerFields[.via] ?? ""]), HTTPBody("1"))
    }
    connection.middleware = [Marking(name: "a"), Marking(name: "b")]
    let client = Relay.Client(connection).with(middleware: [Marking(name: "c")])
    let response = try await client.response { try await $0.greeting() }
    #expect(response.headers[.via] == "greeting>a>b>c<c<b<a")
  }

  @Test func aMiddlewareMayAnswerItself() async throws {
    struct Answering: ClientMiddleware {
      func intercept(
        _ request: HTTPRequest,
        body: HTTPBody?,
        operation: String,
        next: @Sendable (HTTPRequest, HTTPBody?) async throws -> (HTTPResponse, HTTPBody)
      ) async throws -> (HTTPResponse, HTTPBody) { (.init("text/plain"), HTTPBody("cached")) }
    }
    let client = Relay.Client(Connection { _, _ in throw Broken() }).with(middleware: [Answering()])
    #expect(try await client.greeting() == "cached")
  }

  @Test func metrics() async throws {
    let (recorder, clock) = (Recorder(), TestClock())
    var connection = Connection { request, _ in
      clock.advance(by: .seconds(2))
      if request.path == "/broken" { throw Broken() }
      if request.path == "/cancelled" { throw CancellationError() }
      return (.init("text/plain", status: 404), .empty)
    }
    connection.middleware = [MetricsMiddleware(recorder, clock: clock)]
    for path in ["/", "/broken", "/cancelled"] { try? await connection.complete(Call("op", .put, path)) }
    #expect(recorder.metrics.map(\.outcome) == [.status(404), .failed, .cancelled])
    #expect(
      recorder.metrics[0]
        == .init(operation: "op", method: "PUT", host: "api.example.com", outcome: .status(404), duration: .seconds(2))
    )
  }

  @Test func rateLimits() async throws {
    let clock = TestClock(isInstant: true)
    let bucket = TokenBucket(capacity: 2, interval: .seconds(1), clock: clock)
    for _ in 0..<5 { try await bucket.take() }
    #expect(clock.sleeps == [.seconds(1), .seconds(1), .seconds(1)])
    clock.advance(by: .seconds(100))
    for _ in 0..<3 { try await bucket.take() }
    #expect(clock.sleeps.count == 4)
  }

  @Test func manyWaitInTheirOrder() async throws {
    let clock = TestClock()
    var connection = Connection { _, _ in (.init("text/plain"), .empty) }
    connection.middleware = [RateLimitMiddleware(requests: 2, per: .seconds(1), clock: clock)]
    let calls = (0..<6).map { _ in Task { [connection] in try await connection.complete(Call("op", .get, "/")) } }
    await clock.waitForSleepers(4)
    #expect(Set(clock.sleeps) == [.milliseconds(500), .seconds(1), .milliseconds(1500), .seconds(2)])
    clock.advance(by: .seconds(1))
    #expect(clock.sleeperCount == 2)
    clock.advance(by: .seconds(1))
    for call in calls { try await call.value }
  }

  @Test func whoGivesUpGivesThePlaceBack() async throws {
    let clock = TestClock()
    let bucket = TokenBucket(capacity: 1, interval: .seconds(1), clock: clock)
    try await bucket.take()
    let waiting = Task { try await bucket.take() }
    await clock.waitForSleepers(1)
    waiting.cancel()
    await #expect(throws: CancellationError.self) { try await waiting.value }
    let next = Task { try await bucket.take() }
    await clock.waitForSleepers(1)
    #expect(clock.sleeps == [.seconds(1), .seconds(1)])
    clock.advance(by: .seconds(1))
    try await next.value
  }
}
