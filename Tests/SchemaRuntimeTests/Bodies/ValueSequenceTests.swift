import HTTPTypes
import Testing

@testable import SchemaRuntime

/// Bodies that hold one value after the other.
@Suite(.timeLimit(.minutes(15))) struct ValueSequenceTests {
  /// A value.
  private struct Line: Codable, Hashable, Sendable {
    var text: String
  }

  /// The body of a call as text.
  private func text(_ values: ValueSequence<Line>?, _ mediaType: String? = nil) async throws -> String {
    var call = Call("op", .post, "/")
    if let mediaType { call.body(values: values, mediaType: mediaType) } else { call.body(values: values) }
    if let problem = call.problem { throw problem }
    guard let body = call.body else { return "none" }
    return "\(call.contentType ?? ""): \(String(decoding: try await body.collect(upTo: 1000), as: UTF8.self))"
  }

  @Test func valuesInMemory() async throws {
    #expect(
      try await text([Line(text: "a"), Line(text: "b\n")]) == #"application/jsonl: {"text":"a"}"# + "\n"
        + #"{"text":"b\n"}"# + "\n"
    )
    let lines = ValueSequence(["a"].lazy.map { Line(text: $0) })
    #expect(try await text(lines, "application/x-ndjson") == #"application/x-ndjson: {"text":"a"}"# + "\n")
    #expect(try await text([], "application/x-ndjson") == "application/x-ndjson: ")
    #expect(try await text(nil) == "none")
  }

  @Test func recordsOfASequence() async throws {
    let expected = "\u{1E}" + #"{"text":"a"}"# + "\n"
    #expect(try await text([Line(text: "a")], "application/json-seq") == "application/json-seq: " + expected)
  }

  @Test func valuesOnTheirWay() async throws {
    let (stream, continuation) = AsyncStream.makeStream(of: Line.self)
    var call = Call("op", .post, "/")
    call.body(values: ValueSequence(stream))
    let body = try #require(call.body)
    #expect(body.bytes == nil && body.length == nil && !body.isReplayable)
    var chunks = body.makeAsyncIterator()
    continuation.yield(Line(text: "a"))
    #expect(try await chunks.next() == Array(#"{"text":"a"}"#.utf8 + [10]))
    continuation.yield(Line(text: "b"))
    #expect(try await chunks.next() == Array(#"{"text":"b"}"#.utf8 + [10]))
    continuation.finish()
    #expect(try await chunks.next() == nil)
  }

  @Test func whatCannotBeEncodedIsThrownWhenTheCallIsSent() async {
    var call = Call("op", .post, "/")
    call.body(values: [.infinity] as ValueSequence<Double>)
    call.query("q", 1)
    let refused = call
    let connection = Connection(
      transport: InProcessTransport { _, _ in throw InvalidCall(operation: "op", reason: "nothing is sent") },
      server: "https://a.example.com"
    )
    await #expect(throws: EncodingError.self) { try await connection.complete(refused) }
  }
}
