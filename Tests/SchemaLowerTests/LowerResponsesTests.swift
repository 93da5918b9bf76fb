import SchemaIR
import Testing

@testable import SchemaLower

/// What comes of the media types of a response.
@Suite struct LowerResponsesTests {
  /// The operation that answers with these responses, a line each, and what was reported.
  private func lowered(
    _ responses: [String],
    parameters: String = "[]"
  ) throws -> (operation: Operation, api: API, messages: [String]) {
    let lines = responses.map { "        \($0)" }.joined(separator: "\n")
    let text = """
      openapi: 3.1.0
      paths:
        /a:
          get:
            operationId: a
            parameters: \(parameters)
            responses:
      \(lines)
      components:
        schemas:
          Entry: {type: object, required: [line], properties: {line: {type: string}}}
          Problem: {type: object, required: [title], properties: {title: {type: string}}}
          Fault: {type: object, required: [error], properties: {error: {type: string}}}
      """
    let (api, report) = Lowered.document(text)
    return (try #require(api.operations.first), api, report.diagnostics.map(\.message))
  }

  /// A parameter that asks for a stream.
  private static let flag = "[{name: stream, in: query, schema: {type: boolean}}]"

  @Test(arguments: ["application/x-ndjson", "application/jsonl", "application/json-seq"])
  func `values beside JSON are a stream that is asked for`(_ mediaType: String) throws {
    let response = """
      "200": {description: ok, content: {application/json: {schema: {type: array, items: {type: string}}}, \
      \(mediaType): {schema: {$ref: "#/components/schemas/Entry"}}}}
      """
    let (operation, api, messages) = try lowered([response], parameters: Self.flag)
    #expect(operation.streaming == .parameter("stream") && operation.hasStreamSibling)
    #expect(operation.eventStream == nil)
    #expect(operation.acceptedInStream == [mediaType] && operation.accepted == ["application/json"])
    guard case .content(let content) = operation.streamOutcome else { throw Unexpected() }
    #expect(content.coding == .jsonLines)
    guard case .declared(let id) = content.type.core else { throw Unexpected() }
    #expect(api[id].hint == .component("Entry"))
    #expect(!messages.contains { $0.contains("left out") })
    // Nothing asks for them: they are left out.
    let (plain, _, told) = try lowered([response])
    #expect(plain.streaming == nil && !plain.hasStreamSibling)
    #expect(told.contains { $0.contains("does not ask for its response in \(mediaType)") })
  }

  @Test func `a text and bytes beside JSON are asked for by themselves`() throws {
    let response = """
      "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Entry"}}, \
      text/vtt: {schema: {type: string}}, text/plain: {schema: {type: string}}, video/mp4: {}}}
      """
    let (operation, _, messages) = try lowered([response])
    let text = try #require(operation.alternative(.text))
    let bytes = try #require(operation.alternative(.binary))
    #expect(operation.accepted == ["application/json"])
    #expect(operation.accepted(for: text) == ["text/vtt", "text/plain"])
    #expect(operation.accepted(for: bytes) == ["video/mp4"])
    #expect(!messages.contains { $0.contains("left out") })
  }

  @Test(arguments: [
    "text/plain: {schema: {$ref: \"#/components/schemas/Entry\"}}",
    "application/octet-stream: {schema: {$ref: \"#/components/schemas/Entry\"}}",
    "text/html: {}", "application/xml: {schema: {type: string}}",
  ])
  func `what says the same as JSON, or nothing, has no method`(_ other: String) throws {
    let json = "application/json: {schema: {$ref: \"#/components/schemas/Entry\"}}"
    let (operation, _, messages) = try lowered(["\"200\": {description: ok, content: {\(json), \(other)}}"])
    #expect(operation.alternatives.isEmpty && operation.accepted == ["application/json"])
    #expect(messages.contains { $0.contains("left out") })
  }

  @Test func `events come before values`() throws {
    let response = """
      "200": {description: ok, content: {application/json: {schema: {type: string}}, \
      application/jsonl: {schema: {type: string}}, text/event-stream: {schema: {type: string}}}}
      """
    let (operation, _, _) = try lowered([response], parameters: Self.flag)
    #expect(operation.acceptedInStream == ["text/event-stream"])
  }

  @Test func `bytes are bytes in a media type of JSON`() throws {
    func coding(_ mediaType: String) throws -> Content.Coding? {
      try lowered(["\"200\": {description: ok, content: {application/json: \(mediaType)}}"]).operation.responses.first?
        .contents.first?.coding
    }
    #expect(try coding("{schema: {type: string, format: binary}}") == .binary)
    #expect(try coding("{schema: {type: [string, 'null'], format: binary}}") == .binary)
    #expect(try coding("{schema: {type: string, format: binary}, example: some bytes}") == .binary)
    #expect(try coding("{schema: {type: string, format: binary}, example: {a: 1}}") == .json)
    #expect(try coding("{schema: {type: string, format: byte}}") == .json)
    #expect(try coding("{schema: {type: array, items: {type: string, format: binary}}}") == .json)
    let (operation, _, _) = try lowered([
      "\"200\": {description: ok, content: {application/json: {schema: {type: string, format: binary}}}}"
    ])
    #expect(operation.accepted == ["application/json"])
  }

  @Test func `an error in two forms of JSON is either`() throws {
    let problem = "{schema: {$ref: '#/components/schemas/Problem'}}"
    let fault = "{schema: {$ref: '#/components/schemas/Fault'}}"
    func error(_ status: String, _ contents: String) throws -> (mediaType: String, api: API) {
      let (operation, api, _) = try lowered([
        "\"204\": {description: ok}", "\"\(status)\": {description: no, content: {\(contents)}}",
      ])
      return (try #require(operation.failures.first).content.mediaType, api)
    }
    for status in ["403", "4XX", "default"] {
      let (mediaType, api) = try error(status, "application/problem+json: \(problem), application/json: \(fault)")
      #expect(mediaType == "application/problem+json")
      let unions = api.declarations.compactMap { if case .union(let union) = $0.kind { union } else { nil } }
      #expect(unions.map { $0.variants.map(\.name) } == [["Problem", "Fault"]])
    }
    // The same twice is itself, and what allows everything leaves nothing of the other.
    for contents in [
      "application/problem+json: \(problem), application/json: \(problem)",
      "application/problem+json: \(problem), application/json: {schema: {}}",
      "application/problem+json: \(problem), text/plain: {schema: {type: string}}",
    ] {
      let (_, api) = try error("403", contents)
      #expect(!api.declarations.contains { if case .union = $0.kind { true } else { false } })
    }
  }

  /// What is read is of another kind than the test says.
  private struct Unexpected: Error {}
}
