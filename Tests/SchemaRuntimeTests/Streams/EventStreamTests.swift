import HTTPTypes
import Testing

@testable import SchemaRuntime

/// Event streams as callers see them.
@Suite(.timeLimit(.minutes(15))) struct EventStreamTests {
  /// What the events hold.
  private struct Chunk: Codable, Hashable {
    var n: Int
  }

  /// A documented error.
  private struct Problem: Codable, Hashable {
    var error: String
  }

  /// The call.
  private var call: Call {
    var call = Call("watch", .get, "/events", accept: ["text/event-stream"])
    call.failure(.default, JSONValue.self)
    call.failure(.code(429), Problem.self)
    return call
  }

  /// Reads a stream to its end; the values, and the error if there was one.
  private func read<Value>(_ stream: EventStream<Value>) async -> (values: [Value], error: (any Error)?) {
    var values: [Value] = []
    do {
      for try await value in stream { values.append(value) }
      return (values, nil)
    } catch {
      return (values, error)
    }
  }

  /// Reads a stream of chunks to its end.
  private func read(_ texts: [String], error: (any Error)? = nil) async throws -> (values: [Int], error: (any Error)?) {
    let stream: EventStream<Chunk> = try await Connection(Chunks(texts, error: error)).events(of: call)
    let (values, error) = await read(stream)
    return (values.map(\.n), error)
  }

  @Test func valuesUpToTheTerminator() async throws {
    let (values, error) = try await read([
      "data: {\"n\":1}\n\ndata: {\"n\"", ":2}\n\n", "data: [DONE]\n\ndata: {\"n\":3}\n\n",
    ])
    #expect(values == [1, 2] && error == nil)
    // Some servers leave out the last empty line.
    for end in ["", "data: [DONE]\n", ": bye", ": bye\n", "event: x\n", "id: 7\n"] {
      let (values, error) = try await read(["data: {\"n\":1}\n\n", end])
      #expect(values == [1] && error == nil)
    }
  }

  @Test func otherTerminators() async throws {
    let connection = Connection(Chunks(["data: [DONE]\n\ndata: end\n\ndata: x\n\n"]))
    let stream: EventStream<String> = try await connection.events(of: call, until: ["end"])
    let (values, error) = await read(stream)
    #expect(values == ["[DONE]"] && error == nil)
  }

  @Test func textIsTakenAsItIs() async throws {
    let stream: EventStream<String> = try await Connection(Chunks(["data: {\"n\":1}\ndata: é\n\n"])).events(of: call)
    #expect(await read(stream).values == ["{\"n\":1}\né"])
  }

  @Test func theHeadIsThere() async throws {
    let connection = Connection { _, _ in
      (.init("text/event-stream; charset=utf-8", status: 200, [.server: "s"]), HTTPBody(Chunks([String]())))
    }
    let stream: EventStream<Chunk> = try await connection.events(of: call)
    #expect(stream.response.status == 200 && stream.response.headers[.server] == "s")
    #expect(stream.response.mediaType == "text/event-stream")
  }

  @Test func eventsAsTheyAre() async throws {
    let connection = Connection(
      Chunks(["event: a\nid: 1\nretry: 9\ndata: x\n\nevent: error\ndata: y\n\ndata: [DONE]\n\ndata: z\n\n"])
    )
    let stream: EventStream<Chunk> = try await connection.events(of: call)
    var events: [ServerSentEvent] = []
    for try await event in stream.events { events.append(event) }
    #expect(
      events == [
        .init(event: "a", data: "x", id: "1", retry: .milliseconds(9)),
        .init(event: "error", data: "y", id: "1", retry: .milliseconds(9)),
        .init(data: "[DONE]", id: "1", retry: .milliseconds(9)),
      ]
    )
  }

  @Test(
    "a stream that is cut in the middle throws",
    arguments: ["data: {\"n\"", "data: {\"n\":2}", "data: {\"n\":2}\n", "dat"]
  )
  func cut(_ rest: String) async throws {
    let (values, error) = try await read(["data: {\"n\":1}\n\n", rest])
    #expect(values == [1])
    let failure = try #require(error as? StreamFailure)
    #expect(failure.reason == .cut && failure.element == 2 && failure.response.status == 200)
    #expect(failure.description == "watch: element 2, the stream ended in the middle")
  }

  @Test func aConnectionThatBreaksOffThrows() async throws {
    let (values, error) = try await read(["data: {\"n\":1}\n\n", "data: {\"n\":2}\n\ndata"], error: Broken())
    #expect(values == [1, 2])
    #expect((error as? TransportFailure)?.underlying is Broken)
    #expect((error as? TransportFailure)?.operation == "watch")
  }

  @Test func errorsInsideAStream() async throws {
    let start = "data: {\"n\":1}\n\n"
    // A documented error, by its name or because it is no value.
    for text in ["event: error\ndata: {\"error\":\"slow\"}\n\n", "data: {\"error\":\"slow\"}\n\n"] {
      let (values, error) = try await read([start + text])
      #expect(values == [1])
      #expect((error as? ResponseError<Problem>)?.body.error == "slow")
    }
    let named = try await read([start + "event: error\ndata: {\"message\":\"slow\"}\n\n"]).error
    #expect((named as? ResponseError<JSONValue>)?.body == ["message": "slow"])
    var bare = Call("watch", .get, "/events")
    bare.failure(.code(429), Problem.self)
    let other: EventStream<Chunk> = try await Connection(Chunks([start, "event: error\ndata: down\n\n"])).events(
      of: bare
    )
    let (values, error) = await read(other)
    #expect(values == [.init(n: 1)])
    let failure = try #require(error as? StreamFailure)
    #expect(failure.reason == .error(.init(event: "error", data: "down")) && failure.element == 2)
    #expect(failure.description == "watch: element 2, an event says error: down")
  }

  /// What takes any object.
  private struct Lenient: Codable, Hashable {
    var n: Int?
  }

  @Test func errorsThatATypeWouldDrop() async throws {
    let texts = ["data: {\"n\":1,\"error\":null}\n\ndata: {\"error\":\"slow\"}\n\n"]
    let stream: EventStream<Lenient> = try await Connection(Chunks(texts)).events(of: call)
    let (values, error) = await read(stream)
    #expect(values == [.init(n: 1)] && (error as? ResponseError<Problem>)?.body.error == "slow")
    let bare: EventStream<Lenient> = try await Connection(Chunks(texts)).events(of: Call("watch", .get, "/"))
    #expect((await read(bare).error as? StreamFailure)?.reason == .error(.init(data: #"{"error":"slow"}"#)))
    let whole: EventStream<JSONValue> = try await Connection(Chunks(texts)).events(of: call)
    #expect(await read(whole).values == [["n": 1, "error": .null], ["error": "slow"]])
  }

  @Test func dataThatDoesNotFit() async throws {
    let (values, error) = try await read(["data: {\"n\":1}\n\ndata: {\"n\":\"x\"}\n\n"])
    #expect(values == [1])
    let failure = try #require(error as? ResponseDecodingError)
    #expect(failure.element == 2 && failure.keyPath == "n" && failure.body == Array(#"{"n":"x"}"#.utf8))
    #expect(
      failure.description == #"watch: status 200, element 2, n: expected an integer, found a string, body: {"n":"x"}"#
    )
    let text = try await read(["data: hello\n\n"]).error
    #expect((text as? ResponseDecodingError)?.expected == "JSON")
  }

  @Test func lengthsAreLimited() async throws {
    var connection = Connection(Chunks(["data: {\"n\":1}\n\n", String(repeating: "x", count: 50)]))
    connection.elementLimit = 40
    let stream: EventStream<Chunk> = try await connection.events(of: call)
    let (values, error) = await read(stream)
    #expect(values == [.init(n: 1)] && (error as? StreamFailure)?.reason == .tooLong(limit: 40))
  }

  @Test func anErrorInsteadOfAStream() async throws {
    let connection = Connection { _, _ in (.init("application/json", status: 429), HTTPBody(#"{"error":"slow"}"#)) }
    let error = await #expect(throws: ResponseError<Problem>.self) {
      let _: EventStream<Chunk> = try await connection.events(of: call)
    }
    #expect(error?.status == 429)
    let other = Connection { _, _ in (.init("application/json"), HTTPBody(#"{"n":1}"#)) }
    let unfit = await #expect(throws: ResponseDecodingError.self) {
      let _: EventStream<Chunk> = try await other.events(of: call)
    }
    #expect(unfit?.found == "a body of the type application/json")
  }

  @Test func aStreamIsReadOnce() async throws {
    let stream: EventStream<Chunk> = try await Connection(Chunks(["data: {\"n\":1}\n\n"])).events(of: call)
    #expect(await read(stream).values.count == 1)
    #expect((await read(stream).error as? TransportFailure)?.underlying is BodyAlreadyRead)
  }

  @Test func anEventIsHandedOverBeforeTheNextChunkIsAskedFor() async throws {
    let (chunks, sender) = AsyncStream.makeStream(of: [UInt8].self)
    let connection = Connection { _, _ in (.init("text/event-stream"), HTTPBody(chunks)) }
    let stream: EventStream<Chunk> = try await connection.events(of: call)
    var iterator = stream.makeAsyncIterator()
    for number in 1...3 {
      sender.yield(Array("data: {\"n\":\(number)}\n\n".utf8))
      #expect(try await iterator.next()?.n == number)
    }
    sender.finish()
    #expect(try await iterator.next() == nil)
  }
}
