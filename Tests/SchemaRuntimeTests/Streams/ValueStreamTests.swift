import Testing

@testable import SchemaRuntime

/// Bodies that hold one value after the other.
@Suite struct ValueStreamTests {
  /// Reads a body to its end; the values as text, and the error if there was one.
  private func read(_ texts: [String], _ mediaType: String) async throws -> (values: [JSONValue], error: (any Error)?) {
    var connection = Connection(Chunks(texts), mediaType: mediaType)
    connection.elementLimit = 64
    let stream: ValueStream<JSONValue> = try await connection.values(of: Call("list", .get, "/"))
    var values: [JSONValue] = []
    do {
      for try await value in stream { values.append(value) }
      return (values, nil)
    } catch {
      return (values, error)
    }
  }

  /// Reads a body whole and byte by byte.
  private func values(_ text: String, _ mediaType: String) async throws -> [JSONValue] {
    let whole = try await read([text], mediaType)
    let bytes = try await read(text.utf8.map { String(decoding: [$0], as: UTF8.self) }, mediaType)
    #expect(whole.error == nil && bytes.error == nil)
    #expect(whole.values == bytes.values)
    return whole.values
  }

  @Test(
    "lines",
    arguments: ["application/jsonl", "application/x-ndjson; charset=utf-8", "text/plain", "application/json"]
  )
  func lines(_ mediaType: String) async throws {
    #expect(try await values("{\"a\":1}\n[2]\r\n\n  \n\"x\"\n3", mediaType) == [["a": 1], [2], "x", 3])
    #expect(try await values("", mediaType) == [])
    #expect(try await values("\n", mediaType) == [])
  }

  @Test("sequences", arguments: ["application/json-seq", "application/geo+json-seq", "application/x-ndjson"])
  func sequences(_ mediaType: String) async throws {
    let text = "\u{1E}{\"a\":\n  \"}\\\"\"\n}\n\u{1E}1\n\u{1E}\u{1E}\"x\"\n\u{1E}[\n]\n\n\u{1E}"
    #expect(try await values(text, mediaType) == [["a": "}\""], 1, "x", []])
  }

  @Test("a last record without a line feed", arguments: ["{\"a\":1}", "[\n1]", "\"x\""])
  func lastRecord(_ text: String) async throws {
    let value = try JSONValue(parsing: text)
    #expect(try await values("\u{1E}1\n\u{1E}" + text, "application/json-seq") == [1, value])
  }

  @Test func eventsWhereTheServerSendsThem() async throws {
    #expect(try await values("data: {\"a\":1}\n\ndata: 2\n\ndata: [DONE]\n\n", "text/event-stream") == [["a": 1], 2])
  }

  @Test(
    "bodies that are cut in the middle",
    arguments: [
      ("1\n{\"a\"", "application/jsonl"), ("\u{1E}1\n\u{1E}{\"a\"", "application/json-seq"),
      ("\u{1E}1\n\u{1E}2", "application/json-seq"), ("\u{1E}1\n\u{1E}true", "application/json-seq"),
      ("\u{1E}1\n\u{1E}[2]]", "application/json-seq"), ("\u{1E}1\n\u{1E}2\u{1E}3\n", "application/json-seq"),
      ("\u{1E}1\n\u{1E}[\n", "application/json-seq"), ("data: 1\n\ndata: ", "text/event-stream"),
    ]
  )
  func cut(_ text: String, _ mediaType: String) async throws {
    let (values, error) = try await read([text], mediaType)
    #expect(values == [1])
    #expect((error as? StreamFailure)?.reason == .cut && (error as? StreamFailure)?.element == 2)
  }

  @Test func valuesThatAreNone() async throws {
    let (values, error) = try await read(["1\nx\n2\n"], "application/jsonl")
    #expect(values == [1])
    #expect((error as? ResponseDecodingError)?.element == 2 && (error as? ResponseDecodingError)?.expected == "JSON")
    let long = String(repeating: "x", count: 65)
    for (text, mediaType) in [(long, "application/jsonl"), ("\u{1E}[\n1,\n" + long, "application/json-seq")] {
      #expect((try await read([text], mediaType).error as? StreamFailure)?.reason == .tooLong(limit: 64))
    }
    let lines = "\u{1E}" + String(repeating: "[\n", count: 40)
    #expect((try await read([lines], "application/json-seq").error as? StreamFailure)?.reason == .tooLong(limit: 64))
  }
}
