import SchemaIR

/// An API that uses everything that the emitter can write.
enum Sample {
  static let hostileNames = [
    "Type", "self", "Self", "init", "a-b", "a_b", "aB", "1st", "🎉", "👍👎", "", "default", "in", "class", "import",
    "await", "any", "some", "inout", "let", "var", "protocol", "Protocol", "reader", "writer", "hashValue", "hash",
    "write", "encode", "description", "none", "_", "__", "$0", "`", "+1", "-1", "消息", "ñandú", "e\u{301}t\u{e9}",
    "\u{202E}abc", "\u{200B}", "a\u{0}b", "x\\(y)", "\"", "*/", "func", "throws", "repeat", "unsafe", "yield", "copy",
    "each", "package", "consume", "nonisolated", "borrowing", "actor", "isolated", "sending", "async", "get", "set",
    "open", "lazy", "weak", "unowned", "required", "optional", "left", "Any", "nil", "true", "super", "as", "is", "try",
    "dynamicType", "newValue", "image_url", "userIDs", "HTTPStatus", "additionalProperties", "body", "call",
    "connection", String(repeating: "long", count: 2500),
  ]

  /// The API.
  static var api: API {
    var api = API(name: "relay")
    api.documentation = "A relay.\n\nIt has */ and \"\"\" and \\(x) and \u{2028} and a lone \r in its text.  \t"
    api.servers = [Server(url: "/relative"), Server(url: "https://api.example.com/v1", documentation: "Production.")]
    api.securitySchemes = [.bearer, .apiKey(name: "X-Key", location: .header)]
    api.declarations = declarations
    api.operations = operations
    api.examples = [
      Example(
        type: .declared(DeclID(0)),
        label: "createChatCompletion request: streaming",
        json: """
          {"model": "gpt", "messages": [{"role": 1, "content": "hi \\"#there\\""}, {"role": 7, "content": [{"type": "?"}]}],
          "refusal": null, "logprobs": null, "must_be": null, "type": "chat", "user": null, "extra": null, "more": [1e400],
          "stop": {"a": null}, "parent": {"model": "", "messages": [], "refusal": "", "logprobs": 1, "must_be": "", "type": ""},
          "matrix": [[9223372036854775807], null]}
          """,
        span: Build.span
      ),
      Example(type: .array(.declared(DeclID(2))), label: "列表", json: "[\"alloy\",\"x\u{2028}\"]", span: Build.span),
      Example(type: .scalar(.json), label: "列表", json: "null", span: Build.span),
    ]
    return api
  }

  private static var declarations: [Declaration] {
    let text = TypeRef.scalar(.string)
    return [
      // 0
      Build.structure(
        "ChatRequest",
        [
          Build.property("model", text, .required, text: "Model ID."),
          Build.property("messages", .array(.declared(DeclID(1)))),
          Build.property("temperature", .scalar(.double), .optional, text: "Between 0 and 2.\r\nHigher is wilder."),
          Build.property("max_tokens", .scalar(.int), .optional, initial: .integer(16)),
          Build.property("refusal", .nullable(text)),
          Build.property("user", .nullable(text), .optional, isDeprecated: true),
          Build.property("voice", .declared(DeclID(2)), .optional, initial: .string("alloy")),
          Build.property("format", .declared(DeclID(3)), .optional, initial: .string("mp3")),
          Build.property("logprobs", .scalar(.json)),
          Build.property("extra", .scalar(.json), .optional),
          Build.property("metadata", .unstated(.object), .optional),
          Build.property("parent", .boxed(.declared(DeclID(0))), .optional),
          Build.property("old_parent", .boxed(.declared(DeclID(0))), .optional, isDeprecated: true),
          Build.property("stop", .declared(DeclID(5)), .optional),
          Build.property("maybe", .declared(DeclID(7)), .optional),
          Build.property("must_be", .declared(DeclID(7))),
          Build.property("type", text, initial: .string("chat \"x\" \\(y)")),
          Build.property("flag", .nullable(.scalar(.boolean)), .optional, initial: .boolean(true)),
          Build.property("shut", .nullable(.declared(DeclID(3))), .optional, initial: .string("mp3")),
          Build.property("alias", .declared(DeclID(22)), .optional),
          Build.property("count32", .scalar(.int32), .optional, initial: .integer(-1)),
          Build.property("ratio", .scalar(.float), .optional, initial: .number("1E-3")),
          Build.property("matrix", .array(.nullable(.array(.scalar(.int64)))), .optional),
        ],
        additional: .kept(.scalar(.json)),
        "Asks for a completion."
      ),
      // 1
      Build.declaration(
        .property("messages", isElement: true),
        .structure(
          Structure(properties: [
            Build.property("role", .declared(DeclID(4))),
            Build.property("content", .declared(DeclID(8)), .optional),
            Build.property("message", .declared(DeclID(1)), .optional).boxed,
          ])
        ),
        parent: DeclID(0)
      ),
      // 2
      Build.declaration(
        .component("Voice"),
        .enumeration(
          Enumeration(
            rawKind: .string,
            cases: ["alloy", "none", "in", "🎉", "", "a-b", "a_b", "1024x1024", "gpt-4o", ">=", "<"].map {
              Enumeration.Case(value: .string($0))
            }
          )
        ),
        "An open enumeration.",
        isDeprecated: true
      ),
      // 3
      Build.declaration(
        .component("Format"),
        .enumeration(
          Enumeration(
            rawKind: .string,
            cases: [
              Enumeration.Case(value: .string("mp3"), documentation: "Small."),
              Enumeration.Case(value: .string("default")), Enumeration.Case(value: .string("default")),
              Enumeration.Case(value: .string("init")),
            ],
            isOpen: false
          )
        )
      ),
      // 4
      Build.declaration(
        .property("role", isElement: false),
        .enumeration(
          Enumeration(
            rawKind: .integer,
            cases: [
              Enumeration.Case(value: .integer(1), name: "one"), Enumeration.Case(value: .integer(-1)),
              Enumeration.Case(value: .integer(2)),
            ]
          )
        ),
        parent: DeclID(1)
      ),
      // 5
      Build.declaration(
        .component("Stop"),
        .union(
          Union(
            tagging: .shape,
            variants: [
              Union.Variant(name: "string", type: text),
              Union.Variant(name: "strings", type: .array(text)),
              Union.Variant(name: "number", type: .scalar(.double), documentation: "A number."),
              Union.Variant(name: "integer", type: .scalar(.int)),
              Union.Variant(name: "request", type: .boxed(.declared(DeclID(0)))),
              Union.Variant(name: "map", type: .dictionary(.nullable(text))),
              Union.Variant(name: "none", type: .nullable(.scalar(.boolean))),
            ]
          )
        )
      ),
      // 6
      Build.declaration(
        .component("Part"),
        .union(
          Union(
            tagging: .property(key: "type"),
            variants: [
              Union.Variant(name: "text", type: .declared(DeclID(9)), tags: ["text", "input_text", "text"]),
              Union.Variant(name: "image_url", type: .declared(DeclID(10)), tags: ["image_url"]),
              Union.Variant(name: "unknown", type: .declared(DeclID(10)), tags: ["unknown", "text"]),
            ]
          )
        )
      ),
      // 7
      Build.declaration(.component("Maybe"), .alias(.nullable(text)), "Perhaps a text."),
      // 8
      Build.declaration(
        .property("content", isElement: false),
        .union(
          Union(
            tagging: .shape,
            variants: [
              Union.Variant(name: "text", type: text), Union.Variant(name: "parts", type: .array(.declared(DeclID(6)))),
            ]
          )
        ),
        parent: DeclID(1)
      ),
      // 9
      Build.structure(
        "TextPart",
        [Build.property("type", text, initial: .string("text")), Build.property("text", text)]
      ),
      // 10
      Build.structure("Empty", [], isDeprecated: true),
      // 11
      Build.structure("Hostile", hostileNames.map { Build.property($0, text, .optional, text: "About \($0).") }),
      // 12
      Build.structure("Message", [Build.property("Hostile", .declared(DeclID(13)))]),
      // 13: shadows the one at the top; refers to both.
      Build.declaration(
        .property("Hostile", isElement: false),
        .structure(
          Structure(properties: [
            Build.property("outer", .declared(DeclID(11)), .optional),
            Build.property("inner", .declared(DeclID(14)), .optional),
            Build.property("message", .declared(DeclID(1)), .optional),
          ])
        ),
        parent: DeclID(12)
      ),
      // 14
      Build.declaration(
        .property("inner", isElement: false),
        .structure(Structure(properties: [])),
        parent: DeclID(13)
      ),
      // 15
      Build.declaration(
        .component("HostileCases"),
        .enumeration(
          Enumeration(rawKind: .string, cases: hostileNames.map { Enumeration.Case(value: .string($0)) }, isOpen: false)
        )
      ),
      // 16
      Build.declaration(
        .component("HostileVariants"),
        .union(
          Union(
            tagging: .property(key: "kind\"\\(x)"),
            variants: hostileNames.map {
              Union.Variant(name: $0, type: .declared(DeclID(9)), tags: [$0], documentation: $0)
            }
          )
        )
      ),
      // 17: circular aliases
      Build.declaration(.component("Ring"), .alias(.array(.declared(DeclID(18))))),
      // 18
      Build.declaration(.component("Rung"), .alias(.declared(DeclID(17)))),
      // 19
      Build.declaration(
        .component("HostileOpen"),
        .enumeration(Enumeration(rawKind: .string, cases: hostileNames.map { Enumeration.Case(value: .string($0)) }))
      ),
      // 20
      Build.structure(
        "Upload",
        [Build.property("image", .scalar(.file)), Build.property("n", .scalar(.int), .optional)]
      ),
      // 21
      Build.declaration(.operation(0, .failure(status: 429)), .structure(Structure(properties: []))),
      // 22: an alias of a use that closes a cycle
      Build.declaration(.component("Boxed"), .alias(.boxed(.declared(DeclID(0))))),
    ] + hostileNames.map { Build.structure($0, []) }
  }

  private static var operations: [Operation] {
    var create = Operation(method: "POST", path: "/v1/chat/completions", span: Build.span)
    create.id = "createChatCompletion"
    create.title = "Create a chat completion"
    create.documentation = "Long text.\n\n- one\n- two"
    create.body = Body(
      presence: .required,
      contents: [Content(mediaType: "application/json", coding: .json, type: .declared(DeclID(0)))]
    )
    create.responses = [
      Response(
        status: .code(200),
        contents: [Content(mediaType: "application/json", coding: .json, type: .declared(DeclID(9)))]
      ),
      Response(
        status: .code(429),
        contents: [Content(mediaType: "application/json", coding: .json, type: .declared(DeclID(21)))]
      ),
      Response(
        status: .default,
        contents: [Content(mediaType: "application/json", coding: .json, type: .scalar(.json))]
      ),
    ]
    create.needsAuthorization = true

    var fetch = Operation(method: "GET", path: "/mj/task/{id}/fetch", span: Build.span)
    fetch.isDeprecated = true
    fetch.parameters = [
      parameter("limit", .query, .scalar(.int), .optional), parameter("id", .path, .scalar(.string), .required),
      parameter("id", .query, .array(.scalar(.string)), .optional, style: .pipeDelimited, explode: false),
      parameter("X-Trace", .header, .nullable(.scalar(.string)), .required),
      parameter("session", .cookie, .scalar(.string), .optional),
    ]
    fetch.responses = [Response(status: .code(204), contents: [])]

    var upload = Operation(method: "POST", path: "/v1/images/edits", span: Build.span)
    upload.title = "编辑图片"
    upload.body = Body(
      presence: .optional,
      contents: [Content(mediaType: "multipart/form-data", coding: .multipart, type: .declared(DeclID(20)))]
    )
    upload.responses = [
      Response(status: .range(2), contents: [Content(mediaType: "image/png", coding: .binary, type: .scalar(.data))])
    ]

    var hostile = Operation(method: "QUERY", path: "/v1/\"x\\(y)/{a}", span: Build.span)
    hostile.id = "init"
    hostile.parameters = hostileNames.enumerated().map { index, name in
      parameter(name, index % 2 == 0 ? .query : .header, .scalar(.string), .optional)
    }
    hostile.server = Server(url: "https://other.example.com")
    hostile.responses = [
      Response(status: .code(200), contents: [Content(mediaType: "text/plain", coding: .text, type: .scalar(.string))])
    ]
    return [create, fetch, upload, hostile]
  }

  private static func parameter(
    _ name: String,
    _ location: Parameter.Location,
    _ type: TypeRef,
    _ presence: Presence,
    style: Parameter.Style? = nil,
    explode: Bool? = nil
  ) -> Parameter {
    let isForm = location == .query || location == .cookie
    return Parameter(
      name: name,
      location: location,
      type: type,
      presence: presence,
      coding: .styled(style ?? (isForm ? .form : .simple), explode: explode ?? isForm, allowsReserved: false),
      span: Build.span
    )
  }
}

extension Property {
  /// The same property, kept out of line.
  var boxed: Property {
    var copy = self
    copy.type = .boxed(type)
    return copy
  }
}
