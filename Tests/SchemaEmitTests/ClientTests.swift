import SchemaEmit
import SchemaIR
import SchemaSource
import Testing

/// The whole text of a client and of the example tests.
@Suite struct ClientTests {
  @Test("a client: bodies, parameters, results, errors")
  func client() throws {
    var api = API(name: "relay")
    api.servers = [Server(url: "/v1"), Server(url: "https://{host}/v1"), Server(url: "https://api.example.com/v1")]
    api.securitySchemes = [.bearer]
    api.declarations = [Build.structure("Chat", []), Build.structure("Failure", [])]
    let json = { (type: TypeRef) in Content(mediaType: "application/json", coding: .json, type: type) }
    var chat = Operation(method: "POST", path: "/chat", span: Build.span)
    chat.id = "chat"
    chat.title = "Chat"
    chat.documentation = "Talks.\n\nMore */ text."
    chat.needsAuthorization = true
    chat.body = Body(presence: .required, contents: [json(.declared(DeclID(0)))], documentation: "What to say.")
    chat.responses = [
      Response(status: .code(429), contents: [json(.declared(DeclID(1)))]),
      Response(status: .code(200), contents: [json(.array(.declared(DeclID(0))))]),
      Response(status: .range(5), contents: [Content(mediaType: "text/html", coding: .text, type: .scalar(.string))]),
      Response(status: .default, contents: [json(.unstated(.object))]),
    ]
    var fetch = Operation(method: "PURGE", path: "/task/{id}", span: Build.span)
    fetch.isDeprecated = true
    fetch.server = Server(url: "http://other.example.com")
    fetch.parameters = [
      parameter("limit", .query, .scalar(.int), .optional, .form, true, "How many.\nAt most 100."),
      parameter("ids", .query, .array(.scalar(.string)), .required, .pipeDelimited, false),
      parameter("id", .path, .scalar(.string), .optional, .simple, false),
    ]
    fetch.responses = [
      Response(status: .code(200), contents: [Content(mediaType: "image/png", coding: .binary, type: .scalar(.data))])
    ]
    var upload = Operation(method: "PUT", path: "/file", span: Build.span)
    upload.body = Body(
      presence: .optional,
      contents: [Content(mediaType: "application/pdf", coding: .binary, type: .scalar(.data))]
    )
    upload.responses = [Response(status: .code(204), contents: [])]
    upload.needsAuthorization = true
    api.operations = [chat, fetch, upload]
    #expect(
      try Build.body(api, of: "Client") == """
          /// Calls the API.
          public struct Client: APIClient {
            /// Where calls go and what they carry.
            public var connection: Connection

            /// Creates a client that sends its calls through a transport.
            ///
            /// - Parameter transport: Carries requests and responses.
            /// - Parameter authorization: The credentials: a bearer token.
            /// - Parameter server: The base URL that the operations' paths follow.
            public init(
              transport: any ClientTransport,
              authorization: Authorization? = nil,
              server: Server = "https://api.example.com/v1"
            ) {
              connection = Connection(transport: transport, server: server, authorization: authorization)
            }

            /// Chat
            ///
            /// Talks.
            ///
            /// More */ text.
            ///
            /// - Parameter body: What to say.
            public func chat(_ body: Chat) async throws -> [Chat] {
              var call = Call("chat", .post, "/chat")
              call.body(json: body)
              call.failure(.code(429), Failure.self)
              call.failure(.range(5), String.self)
              call.failure(.default, [String: JSONValue].self)
              return try await connection.value(of: call)
            }

            /// Sends `PURGE /task/{id}`.
            ///
            /// - Parameter ids: The query parameter "ids".
            /// - Parameter id: The path parameter "id".
            /// - Parameter limit: How many.
            ///     At most 100.
            @available(*, deprecated)
            public func purgeTaskByID(ids: [String], id: String, limit: Int? = nil) async throws -> HTTPBody {
              var call = Call(
                "purgeTaskByID",
                "PURGE",
                "/task/{id}",
                accept: ["image/png"],
                authorized: false,
                server: "http://other.example.com"
              )
              call.query("limit", limit)
              call.query("ids", ids, style: .pipeDelimited, explode: false)
              call.path("id", id)
              return try await connection.body(of: call)
            }

            /// Sends `PUT /file`.
            ///
            /// - Parameter body: What the request carries.
            public func putFile(_ body: HTTPBody? = nil) async throws {
              var call = Call("putFile", .put, "/file")
              call.body(stream: body, mediaType: "application/pdf")
              try await connection.complete(call)
            }
          }

        """
    )
  }

  @Test(
    "only a whole and harmless URL becomes the default server",
    arguments: [
      ("https://a.example/v1", true), ("http://127.0.0.1:8080", true), ("https://", false), ("https:///x", false),
      ("//a.example", false), ("https://a.example?x", false), ("https://u:p@a.example", false),
      ("https://\\(x)", false),
      ("https://a.example/{v}", false), ("https://a b", false), ("https://例.example", false),
      ("ftp://a.example", false),
    ]
  )
  func server(url: String, isUsed: Bool) throws {
    var api = API(name: "relay")
    api.servers = [Server(url: url)]
    api.operations = [Operation(method: "GET", path: "/", span: Build.span)]
    #expect(try Build.body(api, of: "Client").contains("server: Server = ") == isUsed)
  }

  @Test("a document's only response is the success, even the default one; JSON goes before text")
  func outcomes() throws {
    var operation = Operation(method: "GET", path: "/x", span: Build.span)
    operation.responses = [
      Response(
        status: .default,
        contents: [
          Content(mediaType: "text/event-stream", coding: .eventStream, type: .scalar(.json)),
          Content(mediaType: "application/problem+json", coding: .json, type: .scalar(.int)),
        ]
      )
    ]
    var api = API(name: "relay")
    api.operations = [operation]
    let text = try Build.body(api, of: "Client")
    #expect(text.contains("public func getX() async throws -> Int {\n"))
    #expect(
      text.contains(
        "let call = Call(\"getX\", .get, \"/x\", accept: [\"application/problem+json\"], authorized: false)\n"
      )
    )
  }

  @Test("round trips of the examples")
  func examples() {
    var api = API(name: "relay")
    api.declarations = [Build.structure("Chat", []), Build.structure("Inner", [], parent: DeclID(0))]
    api.examples = [
      Example(type: .declared(DeclID(0)), label: "chat: \"a\" \\(x)", json: "{\"a\":\n\"\\u0000\"}", span: Build.span),
      Example(type: .array(.nullable(.declared(DeclID(1)))), label: "import", json: "[null]", span: Build.span),
      Example(type: .scalar(.json), label: "import", json: "1", span: Build.span),
    ]
    var options = EmitOptions(module: "Zoo")
    options.sources = ["a.yaml"]
    var report = Report()
    let files = Emitter.emitTests(api, options: options, templates: TemplateSet(), report: &report)
    #expect(files.map(\.path) == ["RelayExampleTests.swift"])
    #expect(
      files.first?.contents == """
        // Generated by schemagen from a.yaml. Do not edit.

        import SchemaRuntime
        import Testing
        import Zoo

        /// Every example of the documents survives its model.
        @Suite struct RelayExampleTests {
          @Test(arguments: examples)
          func isCarried(_ example: DocumentedExample) throws {
            #expect(try example.differences() == [])
          }

          /// The examples in the documents' order.
          static let examples: [DocumentedExample] = [
            DocumentedExample("chat: \\"a\\" \\\\(x)", of: Relay.Chat.self, json: #"{"a": "\\u0000"}"#),
            DocumentedExample("import", of: [Relay.Chat.Inner?].self, json: #"[null]"#),
            DocumentedExample("import", of: JSONValue.self, json: #"1"#),
          ]
        }

        """
    )
    func tests(of numbers: [Int]) -> [Substring] {
      api.examples = numbers.map {
        Example(type: .scalar(.json), label: "s\($0).key: default", json: "\($0)", span: Build.span)
      }
      return Emitter.emitTests(api, options: options, templates: TemplateSet(), report: &report)[0].contents
        .split(separator: "\n", omittingEmptySubsequences: false)
    }
    let many = tests(of: Array(1...201))
    let joined = ["    examples1,", "    examples2,", "    examples3,", "    examples4,", "  ].flatMap(\\.self)"]
    #expect(many.indices.contains { many[$0...].starts(with: joined.map { Substring($0) }) })
    #expect(many.contains("  /// The examples, part 4 of 4."))
    #expect(many.count { $0.contains("DocumentedExample(\"s") } == 201)
    // A new example is one line, wherever it stands.
    let difference = tests(of: Array(1...100) + [1000] + Array(101...201)).difference(from: many)
    #expect(difference.removals.isEmpty)
    #expect(difference.insertions.count == 1)
    // Those of one subject stay together.
    api.examples = (1...101).map { Example(type: .scalar(.json), label: "s.\($0)", json: "1", span: Build.span) }
    let alike = Emitter.emitTests(api, options: options, templates: TemplateSet(), report: &report)[0].contents
    #expect(alike.split(separator: "\n").count { $0.hasPrefix("  /// The examples, part") } == 1)
    api.examples = []
    #expect(Emitter.emitTests(api, options: options, templates: TemplateSet(), report: &report).isEmpty)
  }

  private func parameter(
    _ name: String,
    _ location: Parameter.Location,
    _ type: TypeRef,
    _ presence: Presence,
    _ style: Parameter.Style,
    _ explode: Bool,
    _ text: String? = nil
  ) -> Parameter {
    Parameter(
      name: name,
      location: location,
      type: type,
      presence: presence,
      coding: .styled(style, explode: explode, allowsReserved: false),
      documentation: text,
      span: Build.span
    )
  }
}
