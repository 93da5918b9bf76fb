import Foundation
import HTTPTypes
import Testing

@testable import SchemaRuntime

/// What a client is told about some of its calls.
@Suite(.timeLimit(.minutes(15))) struct CallOptionTests {
  /// Shows the request in the response.
  private static let echo = Connection { request, _ in
    var fields: HTTPFields = [.location: "\(request.scheme ?? "")://\(request.authority ?? "")\(request.path ?? "")"]
    for field in request.headerFields { fields.append(field) }
    fields[.contentType] = "text/plain"
    return (.init(status: .created, headerFields: fields), HTTPBody("x"))
  }

  /// What the headers are read as.
  private struct Headers: Decodable, Hashable {
    var location: String
    var count: Int

    enum CodingKeys: String, CodingKey {
      case location = "Location"
      case count = "X-Count"
    }
  }

  @Test func theWholeResponse() async throws {
    let client = Relay.Client(Self.echo).with(headers: ["X-Count": "3"])
    let response = try await client.response { try await $0.greeting() }
    #expect(response.value == "x" && response.status == 201)
    #expect(response.headers[.location] == "https://api.example.com/")
    #expect(try response.decodeHeaders(as: Headers.self) == .init(location: "https://api.example.com/", count: 3))
    let error = await #expect(throws: InvalidCall.self) { try await client.response { _ in 1 } }
    #expect(error?.description == "response: no call was made with the client that the function is given")
    await #expect(throws: UnexpectedResponse.self) {
      try await Relay.Client(Connection { _, _ in (.init("text/plain", status: 500), .empty) })
        .response { try await $0.greeting() }
    }
  }

  @Test func cookiesAreOneField() async throws {
    let (requests, sent) = AsyncStream.makeStream(of: HTTPRequest.self)
    var connection = Connection { request, _ in
      sent.yield(request)
      return (.init("text/plain"), .empty)
    }
    connection.headers = [.cookie: "a=1"]
    connection.authorization = .apiKey("k", name: "session", in: .cookie)
    var call = Call("op", .get, "/")
    call.cookie("b", 2)
    try await connection.complete(call)
    for await request in requests {
      let values: [String] = request.headerFields[fields: .cookie].map { $0.value }
      #expect(values == ["a=1; b=2; session=k"])
      break
    }
  }

  @Test func theWholeResponseOfWhatAsksForIt() async throws {
    let client = Relay.Client(Self.echo)
    let outer = try await client.response { client in try await client.response { try await $0.greeting() } }
    #expect(outer.status == 201 && outer.value.status == 201)
    // Pages that are found by their links look at the head of each.
    let pages = try await client.response { client in
      let pages = PageSequence(links: client, page: { try await $0.greeting() }, items: { [$0] })
      return try await pages.reduce(0) { count, _ in count + 1 }
    }
    #expect(pages.status == 201 && pages.value == 1)
  }

  @Test @MainActor func theWholeResponseOnAnActor() async throws {
    // What the function does not send elsewhere may be anything.
    final class Counter { var count = 0 }
    let counter = Counter()
    let client = Relay.Client(Self.echo)
    let response = try await client.response { client in
      counter.count += 1
      return try await client.greeting()
    }
    #expect(response.value == "x" && counter.count == 1)
  }

  @Test func headersServerAndKey() async throws {
    let client = Relay.Client(Self.echo).with(
      headers: ["accept": "text/markdown", "X-Trace": "1"],
      idempotencyKey: .random,
      server: "http://localhost:1/base"
    )
    let first = try await client.with(headers: ["X-Trace": "2"]).response { try await $0.greeting() }
    #expect(first.headers[.accept] == "text/markdown" && first.headers[HTTPField.Name("X-Trace")!] == "2")
    #expect(first.headers[.location] == "http://localhost:1/base")
    let second = try await client.response { try await $0.greeting() }
    #expect(second.headers[HTTPField.Name("X-Trace")!] == "1")
    #expect(first.headers[.idempotencyKey] != nil && first.headers[.idempotencyKey] != second.headers[.idempotencyKey])
    let named = try await client.with(idempotencyKey: "k").response { try await $0.greeting() }
    #expect(named.headers[.idempotencyKey] == "k")
  }

  @Test("headers that cannot be sent", arguments: [("a b", "1"), ("X", "a\r\nY: b"), ("Content-Type", "text/plain")])
  func hostile(_ name: String, _ value: String) async {
    await #expect(throws: InvalidCall.self) {
      try await Relay.Client(Self.echo).with(headers: [name: value]).greeting()
    }
  }

  @Test func aCallThatTakesTooLong() async throws {
    let clock = TestClock()
    var connection = Connection { _, _ in
      try await Task.sleep(for: .seconds(600))
      throw Broken()
    }
    connection.clock = clock
    let client = Relay.Client(connection).with(timeout: .seconds(5))
    let call = Task { try await client.greeting() }
    await clock.waitForSleepers(1)
    clock.advance(by: .seconds(5))
    let error = await #expect(throws: CallTimeout.self) { try await call.value }
    #expect(error?.description == "greeting: nothing came within 5.0 seconds")
  }

  @Test func aBodyThatTakesTooLong() async throws {
    let clock = TestClock()
    let (chunks, sender) = AsyncStream.makeStream(of: [UInt8].self)
    var connection = Connection { _, _ in (.init("text/plain"), HTTPBody(chunks)) }
    connection.clock = clock
    let client = Relay.Client(connection).with(timeout: .seconds(5))
    sender.yield([1])
    let call = Task { try await client.greeting() }
    await clock.waitForSleepers(1)
    clock.advance(by: .seconds(5))
    await #expect(throws: CallTimeout.self) { try await call.value }
  }

  @Test func aStreamMayTakeLongAsAWhole() async throws {
    let clock = TestClock()
    let (chunks, sender) = AsyncStream.makeStream(of: [UInt8].self)
    var connection = Connection { _, _ in (.init("text/event-stream"), HTTPBody(chunks)) }
    connection.clock = clock
    connection.timeout = .seconds(5)
    let stream: EventStream<Int> = try await connection.events(of: Call("watch", .get, "/"))
    var iterator = stream.makeAsyncIterator()
    for number in 0..<4 {
      sender.yield(Array("data: \(number)\n\n".utf8))
      #expect(try await iterator.next() == number)
      clock.advance(by: .seconds(4))
    }
    let rest = Task { [iterator] in
      var iterator = iterator
      return try await iterator.next()
    }
    await clock.waitForSleepers(1)
    clock.advance(by: .seconds(5))
    let error = await #expect(throws: CallTimeout.self) { try await rest.value }
    #expect(error?.operation == "watch")
  }

  @Test func aPageInPlaceOfAStreamThatTakesTooLong() async throws {
    let clock = TestClock()
    let (reads, began) = AsyncStream.makeStream(of: Void.self)
    var connection = Connection { _, _ in
      let chunks = AsyncStream<[UInt8]> {
        began.yield()
        try? await Task.sleep(for: .seconds(600))
        return nil
      }
      return (.init("application/json"), HTTPBody(chunks))
    }
    connection.clock = clock
    connection.timeout = .seconds(5)
    let call = Task { [connection] () -> EventStream<Int> in
      try await connection.events(of: Call("watch", .get, "/"))
    }
    // The head came in time, the body never does.
    for await _ in reads { break }
    await clock.waitForSleepers(1)
    clock.advance(by: .seconds(5))
    await #expect(throws: CallTimeout.self) { _ = try await call.value }
  }

  @Test func cancellationIsAlwaysTheSameError() async throws {
    let (arrivals, arrived) = AsyncStream.makeStream(of: Void.self)
    let connection = Connection { _, _ in
      arrived.yield()
      // As a transport does that has an error of its own for this.
      do { try await Task.sleep(for: .seconds(600)) } catch { throw Broken() }
      throw Broken()
    }
    for client in [Relay.Client(connection), Relay.Client(connection).with(timeout: .seconds(600))] {
      let call = Task { try await client.greeting() }
      for await _ in arrivals { break }
      call.cancel()
      await #expect(throws: CancellationError.self) { try await call.value }
    }
  }
}
