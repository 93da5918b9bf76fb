import SchemaEmit
import SchemaGen
import SchemaSource
import Testing

/// Tables of all calls of a client.
@Suite struct CallTableTests {
  /// A document with every kind of method.
  private static let document = #"""
    openapi: 3.1.0
    info: { title: A, version: '1' }
    components:
      schemas:
        Note: { type: object, required: [text], properties: { text: { type: string }, stream: { type: boolean } } }
        Page: { type: object, properties: { data: { type: array, items: { $ref: '#/components/schemas/Note' } }, next_cursor: { type: string } } }
    paths:
      /notes:
        get:
          operationId: listNotes
          parameters: [{ name: cursor, in: query, schema: { type: string } }, { name: X-Trace, in: header, required: true, schema: { type: string } }]
          responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Page' } } } } }
        post:
          operationId: createNote
          requestBody:
            required: true
            content:
              application/json: { schema: { $ref: '#/components/schemas/Note' } }
              application/octet-stream: {}
          responses:
            '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Note' } } } }
            '202': { description: later }
      /chat:
        post:
          operationId: createChat
          deprecated: true
          requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Note' } } } }
          responses:
            '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Note' } }, text/event-stream: { itemSchema: { $ref: '#/components/schemas/Note' } } } }
      /raw/{in}:
        get: { operationId: raw, parameters: [{ name: in, in: path, required: true, schema: { type: string } }], responses: { '200': { description: ok, content: { image/png: {} } } } }
        put: { operationId: write, responses: { '204': { description: ok } } }
      /text: { get: { operationId: text, responses: { '200': { description: ok, content: { text/plain: {} } } } } }
    webhooks:
      told: { post: { requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Note' } } } }, responses: { '200': { description: ok } } } }
    """#

  /// What is generated of the document.
  private static let result: GenerationResult = {
    var options = Generator.Options(module: "Models")
    options.makesCalls = true
    return Generator(configuration: Configuration(), options: options, templates: TemplateSet())
      .generate([InputDocument(api: "notes", path: "notes.yaml", bytes: Array(document.utf8))])
  }()

  @Test func everyMethodIsThereOnceForEachBody() throws {
    let calls = try #require(Self.result.calls.first).calls
    #expect(
      calls.map(\.name) == [
        "listNotes", "listNotesPages", "createNote json", "createNote binary", "createChat", "streamChat", "raw",
        "write", "text",
      ]
    )
  }

  @Test(
    "each call says what comes back",
    arguments: [
      #"return try await .value(client.listNotes(xTrace: arguments.header("X-Trace"), cursor: arguments.query("cursor")))"#,
      #".firstPage("#, #"switch try await client.createNote(.json(arguments.body())) {"#,
      #"switch try await client.createNote(.binary(arguments.bytes())) {"#,
      #"case .ok(let value): return try .value(value)"#, #"case .accepted: return .nothing"#,
      #"return try await .elements(client.streamChat(arguments.body()))"#,
      #"return try await .bytes(client.raw(in: arguments.path("in")))"#,
      #"return try await .text(client.text())"#, #"@available(*, deprecated)"#, "public enum NotesCalls: CallTable {",
    ]
  )
  func callsSayWhatComesBack(_ line: String) throws {
    let table = try #require(Self.result.callTables.first)
    #expect(table.path == "ModelsCalls/NotesCalls.swift")
    #expect(table.contents.contains(line), "\(table.contents)")
  }

  @Test func noCallsNoTable() {
    let document = "$defs: { A: { type: object, properties: { a: { type: integer } } } }"
    var options = Generator.Options(module: "Models")
    options.makesCalls = true
    let result = Generator(configuration: Configuration(), options: options, templates: TemplateSet())
      .generate([InputDocument(api: "a", path: "a.yaml", bytes: Array(document.utf8))])
    #expect(result.callTables.isEmpty && result.calls.allSatisfy(\.calls.isEmpty))
  }
}
