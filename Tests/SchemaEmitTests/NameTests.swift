import SchemaEmit
import SchemaIR
import SchemaSource
import Testing

/// Names of single things.
@Suite struct NameTests {
  @Test(
    "a key becomes a property's name",
    arguments: [
      ("model", "model"), ("max_tokens", "maxTokens"), ("image_url", "imageURL"), ("url", "url"), ("ID", "id"),
      ("userId", "userID"), ("user_ids", "userIDs"), ("b64_json", "b64JSON"), ("HTTPStatus", "httpStatus"),
      ("XMLHttpRequest", "xmlHTTPRequest"), ("URLs", "urls"), ("IN_PROGRESS", "inProgress"), ("a-b", "aB"),
      ("claude-3-5-sonnet", "claude3_5Sonnet"), ("gpt-4o", "gpt4o"), ("utf8Text", "utf8Text"), ("x.y[0]", "xY0"),
      ("1st", "_1st"), ("", "empty"), ("🎉", "partyPopper"), ("👍👎", "thumbsUpSignThumbsDownSign"),
      (">=", "greaterThanEquals"),
      ("+1", "plus1"), ("-1", "minus1"), ("消息", "消息"), ("ñandú", "ñandú"), ("e\u{301}t\u{e9}", "e\u{301}t\u{e9}"),
      ("\u{202E}abc", "abc"), ("a\u{200B}b", "aB"), ("$0", "_0"), ("_", "underscore"), ("日本 語", "日本語"),
      ("\u{301}x", "_\u{301}x"), ("Straße", "straße"), ("x\\(y)", "xY"), ("*/", "timesSlash"), ("\u{0}", "u0"),
    ]
  )
  func property(key: String, expected: String) {
    #expect(Build.properties([key])[key] == expected)
  }

  @Test("every name is an identifier of Swift's grammar", arguments: Sample.hostileNames)
  func legal(name: String) throws {
    let text = try #require(Build.properties([name])[name])
    let first = try #require(text.unicodeScalars.first)
    #expect(!("0"..."9").contains(first))
    #expect(text.unicodeScalars.count <= 80)
    #expect(
      text.unicodeScalars.allSatisfy {
        $0 == "_" || $0.properties.isAlphabetic || $0.properties.numericType != nil
          || $0.properties.canonicalCombiningClass != .notReordered
      }
    )
  }

  @Test(
    "reserved words by role",
    arguments: [
      ("default", "`default`"), ("in", "`in`"), ("class", "`class`"), ("await", "`await`"), ("any", "any"),
      ("init", "initValue"), ("self", "selfValue"), ("Self", "selfValue"), ("Type", "type"), ("protocol", "`protocol`"),
      ("none", "none"), ("hashValue", "hashValueValue"), ("body", "body"), ("reader", "reader"),
    ]
  )
  func reservedProperty(key: String, expected: String) {
    var api = API(name: "relay")
    api.declarations = [Build.structure("Thing", [Build.property(key, .scalar(.string))])]
    #expect(Build.names(api).table.members[0].map(\.declaration) == [expected])
  }

  @Test(
    "types that generated code or the language needs",
    arguments: [
      ("Type", "TypeModel"), ("Self", "SelfModel"), ("String", "StringModel"), ("Data", "DataModel"),
      ("error", "ErrorModel"),
      ("JSONValue", "JSONValueModel"), ("Client", "ClientModel"), ("Call", "CallModel"), ("Relay", "RelayModel"),
      ("message", "Message"), ("GPT", "GPT"), ("CHAT_REQUEST", "ChatRequest"), ("api_key", "APIKey"), ("", "Empty"),
      ("com.example.Page«Item»", "ComExamplePageItem"), ("消息", "消息"), ("42", "_42"),
    ]
  )
  func reservedType(name: String, expected: String) {
    #expect(Build.names(Build.api(structures: [name])).table.declarations.map(\.text) == [expected])
  }

  @Test(
    "reserved cases and parameters",
    arguments: [("none", "noneValue"), ("some", "someValue"), ("unknown", "unknownValue"), ("default", "default")]
  )
  func unionCase(name: String, expected: String) {
    var api = API(name: "relay")
    let variant = Union.Variant(name: name, type: .scalar(.string))
    api.declarations = [Build.declaration(.component("U"), .union(Union(tagging: .shape, variants: [variant])))]
    #expect(Build.names(api).table.members[0].map(\.text) == [expected])
  }

  @Test("an endless name is cut, and its hash tells it from others")
  func long() throws {
    let names = ["a", "b"].map { String(repeating: "long", count: 2500) + $0 }
    let table = Build.properties(names)
    let texts = names.compactMap { table[$0] }
    #expect(texts.allSatisfy { $0.count == 64 && $0.hasPrefix("longlong") })
    #expect(Set(texts).count == 2)
    let wide = Build.names(Build.api(structures: [String(repeating: "𠀀", count: 200)])).table.declarations[0].text
    #expect("\(wide)+\(wide).swift".utf8.count <= 255)
  }

  @Test(
    "elements have the singular",
    arguments: [
      ("messages", "Message"), ("choices", "Choice"), ("categories", "Category"), ("data", "DataItem"),
      ("content", "ContentItem"), ("tool_calls", "ToolCall"), ("statuses", "Status"), ("responses", "Response"),
      ("boxes", "Box"), ("addresses", "Address"), ("status", "StatusItem"), ("children", "Child"), ("IDs", "ID"),
      ("series", "SeriesItem"), ("消息", "消息Item"), ("", "Item"),
    ]
  )
  func element(key: String, expected: String) {
    var api = API(name: "relay")
    api.declarations = [
      Build.structure("Thing", []),
      Build.declaration(
        .property(key, isElement: true),
        .structure(Structure(properties: [])),
        parent: DeclID(0)
      ),
    ]
    #expect(Build.names(api).table.declarations[1].text == expected)
  }

  @Test(
    "namespaces",
    arguments: [
      ("gpt-4o-audio", nil, "Gpt4oAudio"), ("relay", nil, "Relay"), ("x", "GPT4oAudio", "GPT4oAudio"),
      ("api-docs", nil, "APIDocs"), ("../../etc", nil, "Etc"), ("x", "not legal!", "NotLegal"),
      ("x", "String", "StringModel"),
      ("", nil, "Empty"),
    ]
  )
  func namespace(name: String, configured: String?, expected: String) {
    #expect(Build.names(API(name: name), namespace: configured).table.namespace.text == expected)
  }

  @Test(
    "operations",
    arguments: [
      ("createChat", nil, "POST", "/x", "createChat"), ("chat.create", "ignored", "POST", "/x", "chatCreate"),
      (nil, "Create chat completion", "POST", "/x", "createChatCompletion"),
      (nil, "对话", "POST", "/v1/chat/completions", "postChatCompletions"),
      (nil, nil, "GET", "/mj/task/{id}/fetch", "getMjTaskFetchByID"),
      (nil, nil, "GET", "/v1beta/a/{b}/c/{d}", "getACByBAndD"),
      (nil, nil, "GET", "/", "get"), ("init", nil, "GET", "/", "initOperation"),
      ("", nil, "DELETE", "/v1/x/{y", "deleteX"),
    ] as [(String?, String?, String, String, String)]
  )
  func operation(id: String?, title: String?, method: String, path: String, expected: String) {
    var operation = Operation(method: method, path: path, span: Build.span)
    operation.id = id
    operation.title = title
    var api = API(name: "relay")
    api.operations = [operation]
    #expect(Build.names(api).table.operations.map(\.text) == [expected])
  }

  @Test("parts of an operation are named after it")
  func operationParts() {
    var api = API(name: "relay")
    api.operations = [Operation(method: "POST", path: "/v1/chat/completions", span: Build.span)]
    let roles: [OperationRole] = [
      .request, .response, .failure(status: 429), .failure(status: nil), .parameter("sort_by"),
    ]
    api.declarations = roles.map {
      Build.declaration(.operation(0, $0), .structure(Structure(properties: [])))
    }
    #expect(
      Build.names(api).table.declarations.map(\.text) == [
        "PostChatCompletionsRequest", "PostChatCompletionsResponse", "PostChatCompletions429Error",
        "PostChatCompletionsError", "PostChatCompletionsSortBy",
      ]
    )
  }
}
