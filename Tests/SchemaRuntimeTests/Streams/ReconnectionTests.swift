import Foundation
import HTTPTypes
import Testing

@testable import SchemaRuntime

/// Event streams that are asked for again.
@Suite struct ReconnectionTests {
  /// What a server answers.
  private struct Answer {
    /// The status.
    var status: Int
    /// The media type.
    var type: String
    /// The body.
    var chunks: Chunks

    /// Makes an answer; a stream of events unless told otherwise.
    init(
      _ texts: String...,
      status: Int = 200,
      type: String = "text/event-stream",
      error: (any Error)? = nil
    ) {
      self.status = status
      self.type = type
      chunks = Chunks(texts, error: error)
    }
  }

  /// Answers one request after the other.
  private actor Server {
    /// The answers.
    var answers: [Answer]
    /// The identifiers that the requests named.
    private(set) var identifiers: [String?] = []

    /// Makes a server.
    init(_ answers: [Answer]) { self.answers = answers }

    /// Answers a request.
    func answer(_ request: HTTPRequest) throws -> (HTTPResponse, HTTPBody) {
      identifiers.append(request.headerFields[.init("Last-Event-ID")!])
      guard !answers.isEmpty else { throw Broken() }
      let answer = answers.removeFirst()
      return (.init(answer.type, status: answer.status), HTTPBody(answer.chunks))
    }
  }

  /// Reads a stream that is asked for again; the values, the error, the identifiers and the waits.
  private func read(
    _ answers: [Answer],
    attempts: Int = 2,
    body: HTTPBody? = nil
  ) async throws -> (values: [String], error: (any Error)?, identifiers: [String?], sleeps: [Duration]) {
    let server = Server(answers)
    let clock = TestClock(isInstant: true)
    var connection = Connection { request, _ in try await server.answer(request) }
    connection.clock = clock
    var call = Call("watch", body == nil ? .get : .post, "/")
    call.body(stream: body)
    let stream: EventStream<String> = try await connection.events(of: call)
    var values: [String] = []
    do {
      for try await value in stream.reconnecting(attempts: attempts, delay: .seconds(1)) { values.append(value) }
      return (values, nil, await server.identifiers, clock.sleeps)
    } catch {
      return (values, error, await server.identifiers, clock.sleeps)
    }
  }

  @Test func fromTheLastIdentifierOn() async throws {
    let result = try await read([
      Answer("id: 1\nretry: 20\ndata: a\n\ndata: lost"), Answer("data: b\n\n", error: Broken()),
      Answer("id:\ndata: c\n\n"), Answer("data: d\n\ndata: [DONE]\n\n"),
    ])
    #expect(result.values == ["a", "b", "c", "d"] && result.error == nil)
    #expect(result.identifiers == [nil, "1", "1", nil])
    #expect(result.sleeps == [.milliseconds(20), .milliseconds(20), .milliseconds(20)])
  }

  @Test func noContentEndsIt() async throws {
    let result = try await read([Answer("data: a\n\n"), Answer(status: 204)])
    #expect(result.values == ["a"] && result.error == nil && result.sleeps == [.seconds(1)])
  }

  @Test func attemptsAreCounted() async throws {
    let result = try await read([Answer("data: a\n\n"), Answer("data: b\n\n")])
    #expect(result.values == ["a", "b"] && result.error is TransportFailure)
    #expect(result.identifiers.count == 4)
    let cut = try await read([Answer(), Answer(), Answer()])
    #expect((cut.error as? StreamFailure)?.reason == .cut && cut.identifiers.count == 3)
  }

  @Test func whatIsNoStreamEndsIt() async throws {
    let page = try await read([Answer("data: a\n\n"), Answer("<p>", type: "text/html"), Answer("data: b\n\n")])
    #expect(page.values == ["a"] && (page.error as? ResponseDecodingError)?.found == "a body of the type text/html")
    #expect(page.identifiers.count == 2)
  }

  @Test func aBodyThatIsGoneIsNotSentAgain() async throws {
    let answers = [Answer("data: a\n\n"), Answer("data: b\n\n")]
    let result = try await read(answers, body: HTTPBody(Chunks(["x"])))
    #expect(result.values == ["a"] && (result.error as? StreamFailure)?.reason == .cut)
    #expect(result.identifiers.count == 1 && result.sleeps == [])
  }

  @Test func noStreamIsLeftAloneForEver() async throws {
    let result = try await read([Answer("retry: 9223372036854775807\ndata: a\n\n"), Answer(status: 204)])
    #expect(result.values == ["a"] && result.sleeps == [.seconds(300)])
  }

  @Test func aRefusalEndsIt() async throws {
    let result = try await read([Answer("data: a\n\n"), Answer("no", status: 403), Answer("data: b\n\n")])
    #expect(result.values == ["a"] && (result.error as? UnexpectedResponse)?.status == 403)
  }
}
