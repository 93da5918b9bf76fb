import SchemaDescription
import SchemaSource
import Testing

@testable import SchemaFrontends

/// What real exports contain and specifications do not: each costs the least that it can.
@Suite struct OpenAPIToleranceTests {
  @Test func keywordsOfOtherVersionsAreRead() throws {
    let sample = try #require(
      OpenAPISample(
        """
        openapi: 3.0.1
        components:
          schemas:
            A: {type: 'null', examples: []}
            B: {type: string, nullable: true, examples: [a]}
            C: {type: object, properties: {}}
            D: {type: array}
            E: {$ref: '#/components/schemas/B', description: mine, nullable: true}
        """
      )
    )
    #expect(sample.schema("A")?.types == [.null] && sample.schema("B")?.isNullable == true)
    #expect(sample.schema("C")?.hasEmptyProperties == true && sample.schema("D")?.items == nil)
    let sibling = try #require(sample.schema("E"))
    #expect(sibling.reference != nil && sibling.description == "mine" && sibling.isNullable)
    #expect(sample.report.diagnostics.isEmpty)
  }

  @Test func propertiesCalledLikeKeywords() throws {
    let names = ["type", "properties", "required", "items", "format", "default", "$ref", "enum", "example"]
    let properties = names.map { "\($0 == "$ref" ? "'$ref'" : $0): {type: string}" }.joined(separator: ", ")
    let (schema, report) = try #require(
      OpenAPISample.schema("{type: object, properties: {\(properties)}, example: {type: {$ref: x}, required: 1}}")
    )
    #expect(schema.properties.map(\.key) == names && schema.reference == nil)
    #expect(schema.properties.allSatisfy { $0.schema.types == [.string] })
    #expect(report.diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("200", ResponseStatus.code(200), 0), ("'404'", .code(404), 0), ("2XX", .range(2), 0), ("5xx", .range(5), 0),
    ("default", .default, 0), ("Default", .default, 1), ("200 OK", .code(200), 1), ("'201 Created'", .code(201), 1),
    ("x-200:2FA required", .code(200), 0), ("x-note", nil, 0), ("success", nil, 1), ("2000", nil, 1), ("20X", nil, 1),
    ("'2'", nil, 1), ("''", nil, 1),
  ])
  func statuses(key: String, status: ResponseStatus?, diagnostics: Int) throws {
    let (operation, sample) = try #require(OpenAPISample.operation("responses: {\(key): {description: x}}"))
    #expect(operation.responses.map(\.status) == (status.map { [$0] } ?? []))
    #expect(sample.report.diagnostics.count == diagnostics)
  }

  @Test func emptyServersAndURLsSayNothing() throws {
    let sample = try #require(
      OpenAPISample("openapi: 3.1.0\nservers: [{url: ''}, {url: /}]\npaths: {/a: {get: {servers: []}}}")
    )
    #expect(
      sample.description?.servers.isEmpty == true && sample.description?.operations.first?.servers.isEmpty == true
    )
    #expect(sample.report.diagnostics.isEmpty)
  }

  @Test func aBodyOfGetAndAColonInAPath() throws {
    let sample = try #require(
      OpenAPISample(
        """
        openapi: 3.1.0
        paths:
          /v1/models/{model}:generateContent:
            get:
              operationId: 生成 内容!
              parameters: [{name: model, in: path, required: true, schema: {type: string}}]
              requestBody: {content: {application/json: {schema: {type: object}, examples: {}}}}
        """
      )
    )
    let operation = try #require(sample.description?.operations.first)
    #expect(operation.path == "/v1/models/{model}:generateContent" && operation.id == "生成 内容!")
    #expect(operation.requestBody?.contents.count == 1 && sample.report.diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("any", [], nil, true), ("map", [RawType.object], nil, false), ("float", [.number], "float", false),
    ("date", [.string], "date", false), ("timestamp", [], nil, true), ("Integer", [.integer], nil, false),
    ("datetime", [.string], "date-time", false), ("List", [.array], nil, false), ("[string, any]", [], nil, true),
    ("[int, 'null']", [.integer, .null], nil, false), ("None", [.null], nil, false),
  ])
  func typesThatAreNone(type: String, types: [RawType], format: String?, isLost: Bool) throws {
    let (schema, report) = try #require(OpenAPISample.schema("{type: \(type)}"))
    #expect(schema.types == types && schema.format == format && schema.isTypeLost == isLost)
    #expect(report.ids == [.unexpectedValue])
    let (own, _) = try #require(OpenAPISample.schema("{format: mine, type: \(type)}"))
    #expect(own.format == "mine")
  }

  @Test func requiredWithinAProperty() throws {
    let (schema, report) = try #require(
      OpenAPISample.schema(
        "{type: object, required: [b, none], properties: {a: {type: string, required: true}, b: {type: string, required: false}}}"
      )
    )
    #expect(Set(schema.required.map(\.name)) == ["a", "b", "none"])
    #expect(report.ids == [.unexpectedValue, .unexpectedValue])
  }

  @Test(arguments: [
    ("/a/{id}", "[]", ["'{id}'"], []), ("/a/{id}", "[{name: other, in: path}]", ["'id'"], ["id"]),
    ("/a", "[{name: id, in: path}]", ["'{id}'"], []),
    ("/a/{b}/{c}", "[{name: x, in: path}]", ["'{x}'", "'{b}'", "'{c}'"], []),
    ("/a/{b}/{b}", "[{name: b, in: path}]", [], ["b"]), ("/a/{}/{b", "[]", [], []),
  ])
  func pathParameters(path: String, parameters: String, told: [String], names: [String]) throws {
    let sample = try #require(OpenAPISample("openapi: 3.1.0\npaths: {'\(path)': {get: {parameters: \(parameters)}}}"))
    #expect(sample.description?.operations.first?.parameters.map(\.name) == names)
    #expect(sample.report.diagnostics.count == told.count)
    for (diagnostic, text) in zip(sample.report.diagnostics, told) { #expect(diagnostic.message.contains(text)) }
  }

  @Test func operationsUnderWrongKeys() throws {
    let sample = try #require(
      OpenAPISample(
        """
        openapi: 3.1.0
        paths:
          /a:
            Get: {operationId: a}
            query: {operationId: b}
            search: {operationId: c}
            fetch: {operationId: d}
            additionalOperations: {COPY: {operationId: e}, 'x y': {operationId: f}}
            x-internal: {operationId: g}
            post: {operationId: a}
        """
      )
    )
    #expect(sample.description?.operations.map(\.method) == ["GET", "QUERY", "SEARCH", "COPY", "POST"])
    #expect(
      sample.places(.unexpectedValue) == ["Get", "query", "search", "fetch", "additionalOperations", "'x y'", "post"]
    )
  }

  @Test("a later 3.x is read as 3.2, another major version is an error that says what is read")
  func versions() throws {
    let later = try #require(OpenAPISample("openapi: 3.7.0\npaths: {/a: {query: {}}}"))
    #expect(later.description?.operations.map(\.method) == ["QUERY"])
    #expect(later.report.diagnostics.map(\.severity) == [.warning])
    for version in ["4.0.0", "2.0", "1.2"] {
      let other = try #require(OpenAPISample("openapi: '\(version)'\npaths: {/a: {get: {}}}"))
      let message = "OpenAPI \(version) is not read; versions 3.0 to 3.2 are, and a later 3.x as 3.2"
      #expect(other.description == nil && other.report.diagnostics.map(\.message) == [message])
      #expect(other.report.hasErrors)
    }
  }

  @Test func missingPartsCostNothing() throws {
    for text in ["openapi: 3.1.0", "openapi: 3.1.0\npaths: {/a: {get: {}}}", "openapi: 3.0.0\ninfo: null\npaths: null"]
    {
      let sample = try #require(OpenAPISample(text))
      #expect(sample.description != nil && !sample.report.hasErrors)
    }
  }

  @Test(arguments: [
    ("text/event-stream", "a: 1", MediaTypeKind.eventStream), ("application/jsonl", "", .jsonLines),
    ("Application/JSON; charset=utf-8", "", .json), ("*/*", "", .json), ("application/*", "", .json),
    ("application/vnd.github.v3+json", "", .json), ("application/problem+json", "", .json), ("text/csv", "", .text),
    ("image/*", "", .binary), ("application/geo+json-seq", "", .jsonLines), ("multipart/form-data", "", .multipart),
    ("application/x-www-form-urlencoded", "", .urlEncoded), ("application/xml", "", .binary),
  ])
  func mediaTypes(name: String, _: String, kind: MediaTypeKind) throws {
    let (operation, _) = try #require(
      OpenAPISample.operation("requestBody: {content: {'\(name)': {schema: {type: string}}}}")
    )
    let content = try #require(operation.requestBody?.contents.first)
    #expect(MediaTypeKind(content.mediaType) == kind)
  }

  @Test func callbacksThatLeadInACircleEnd() throws {
    let sample = try #require(
      OpenAPISample(
        """
        openapi: 3.1.0
        paths:
          /a: {post: {operationId: a, callbacks: {c: {$ref: '#/components/callbacks/C'}}}}
          /b: {post: {operationId: b, callbacks: {c: {$ref: '#/components/callbacks/C'}}}}
        components:
          callbacks: {C: {'{$url}': {post: {operationId: c, callbacks: {c: {$ref: '#/components/callbacks/C'}}}}}}
        """
      )
    )
    #expect(sample.description?.operations.map(\.id) == ["a", "c", "b"])
    #expect(sample.description?.operations.map(\.kind) == [.call, .callback(name: "c", of: "a"), .call])
    #expect(sample.places(.unsupportedFeature) == ["callbacks"])
  }
}
