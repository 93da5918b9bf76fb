import SchemaDescription
import SchemaSource
import Testing

@testable import SchemaFrontends

/// Where references lead.
@Suite struct OpenAPIReferenceTests {
  @Test func pointersIntoTheMiddleBecomeUnnamedSchemasOnce() throws {
    let sample = try #require(
      OpenAPISample(
        """
        openapi: 3.1.0
        paths:
          /a/{b}:
            get:
              responses:
                200: {description: x, content: {application/json: {schema: {type: object, properties: {c: {type: integer}}}}}}
        components:
          schemas:
            A: {properties: {x: {type: string}, y: {$ref: '#/components/schemas/A/properties/x'}}}
            B: {$ref: '#/components/schemas/A/properties/x'}
            C: {$ref: '#/paths/~1a~1%7Bb%7D/get/responses/200/content/application~1json/schema'}
            D: {$ref: '#/$defs/E'}
        $defs:
          E: {items: {$ref: '#/$defs/F'}}
          F: {type: boolean}
        """
      )
    )
    let schemas = try #require(sample.description).schemas
    #expect(schemas.compactMap(\.name) == ["A", "B", "C", "D"])
    let unnamed = schemas.filter { $0.name == nil }
    #expect(
      unnamed.map(\.key.text) == [
        "api.yaml#/components/schemas/A/properties/x",
        "api.yaml#/paths/~1a~1{b}/get/responses/200/content/application~1json/schema", "api.yaml#/$defs/E",
        "api.yaml#/$defs/F",
      ]
    )
    #expect(unnamed.map(\.schema.types) == [[.string], [.object], [], [.boolean]])
    #expect(sample.schema("C")?.reference?.key == unnamed[1].key)
    // The path names a parameter that nothing describes.
    #expect(sample.report.ids == [.unexpectedValue])
  }

  @Test func definitionsInsideASchemaBelongToIt() throws {
    let sample = try #require(
      OpenAPISample(
        """
        openapi: 3.1.0
        components:
          schemas:
            A: {properties: {x: {$ref: '#/$defs/X'}}, $defs: {X: {items: {$ref: '#/$defs/Y'}}, Y: {type: string}}}
            B: {properties: {x: {$ref: '#/$defs/X'}}, $defs: {X: {type: integer}}}
        """
      )
    )
    let schemas = try #require(sample.description).schemas
    #expect(schemas.filter { $0.name == nil }.map(\.schema.types) == [[], [.integer], [.string]])
    let keys = try ["A", "B"].map { try #require(sample.schema($0)?.properties.first?.schema.reference?.key) }
    #expect(keys[0] != keys[1])
    #expect(keys.allSatisfy { key in schemas.contains { $0.key == key } })
  }

  @Test func schemaReferencesThatLeadNowhereAreLeftToTheLowering() throws {
    let sample = try #require(
      OpenAPISample(
        "openapi: 3.1.0\ncomponents: {schemas: {A: {$ref: '#/components/schemas/B'}, C: {$ref: other.yaml}, D: {$ref: '#'}}}"
      )
    )
    #expect(sample.description?.schemas.compactMap(\.name) == ["A", "C", "D"])
    // A file is looked for at once, and any JSON stands for what it lacks.
    #expect(sample.description?.schemas.last?.key == sample.schema("C")?.reference?.key)
    #expect(sample.places(.unresolvedReference) == ["other.yaml"])
    #expect(sample.schema("A")?.reference?.key.text == "api.yaml#/components/schemas/B")
  }

  @Test func everythingThatCanStandBehindAReference() throws {
    let sample = try #require(
      OpenAPISample(
        """
        openapi: 3.1.0
        paths:
          /a: {$ref: '#/components/pathItems/P', description: beside}
        components:
          pathItems:
            P:
              description: inside
              parameters: [{$ref: '#/components/parameters/Q', description: own}]
              post:
                requestBody: {$ref: '#/components/requestBodies/R'}
                responses: {'200': {$ref: '#/components/responses/S'}, default: {$ref: '#/components/responses/T'}}
          parameters: {Q: {name: q, in: query, description: other, schema: {type: string}, examples: {e: {$ref: '#/components/examples/E'}}}}
          requestBodies: {R: {required: true, content: {application/json: {schema: {}, examples: {e: {$ref: '#/components/examples/E'}}}}}}
          responses: {S: {$ref: '#/components/responses/T'}, T: {description: last}}
          examples: {E: {value: 7}}
        """
      )
    )
    let operation = try #require(sample.description?.operations.first)
    #expect(operation.method == "POST" && operation.path == "/a" && operation.description == "beside")
    #expect(operation.parameters.map(\.description) == ["own"])
    #expect(operation.parameters.first?.examples.map(\.value.number) == ["7"])
    #expect(operation.requestBody?.isRequired == true)
    #expect(operation.requestBody?.contents.first?.examples.map(\.value.number) == ["7"])
    #expect(sample.report.diagnostics.isEmpty)
    #expect(operation.responses.map(\.status) == [.code(200), .default])
    #expect(operation.responses.map(\.description) == ["last", "last"])
  }

  @Test func circlesAndGapsAreReportedAndLeftOut() throws {
    let sample = try #require(
      OpenAPISample(
        """
        openapi: 3.1.0
        paths:
          /a: {$ref: '#/paths/~1b'}
          /b: {$ref: '#/paths/~1a'}
          /c:
            get:
              parameters: [{$ref: '#/components/parameters/Gone'}, {name: q, in: query}, {$ref: elsewhere.yaml#/x}, {$ref: 7}]
              requestBody: {$ref: '#/paths/~1c/get/requestBody'}
              responses: {'200': {$ref: '#/components/responses/Gone'}, '204': {description: fine}}
        """
      )
    )
    let operation = try #require(sample.description?.operations.first)
    #expect(sample.description?.operations.count == 1)
    #expect(operation.parameters.map(\.name) == ["q"])
    #expect(operation.requestBody == nil)
    #expect(operation.responses.map(\.status) == [.code(204)])
    #expect(
      sample.places(.unresolvedReference) == [
        "'#/components/parameters/Gone'", "elsewhere.yaml#/x", "'#/components/responses/Gone'",
      ]
    )
    #expect(sample.places(.circularReference) == ["'#/paths/~1b'", "'#/paths/~1a'", "'#/paths/~1c/get/requestBody'"])
    #expect(sample.places(.unexpectedValue) == ["7"])
  }

  @Test(arguments: [
    ("#", []), ("#/", [""]), ("#/a/b", ["a", "b"]), ("#/a~1b/c~0d", ["a/b", "c~d"]), ("#/~01", ["~1"]),
    ("#/%7Bid%7D", ["{id}"]),
    ("#/100%/~", ["100%", "~"]), ("#/a//b", ["a", "", "b"]), ("#/%E4%BD%A0", ["你"]),
  ])
  func pointersAreReadAndWritten(text: String, tokens: [String]) throws {
    let pointer = try #require(JSONPointer(reference: text))
    #expect(pointer.tokens == tokens)
    #expect(JSONPointer(reference: pointer.fragment.replacing("%", with: "%25")) == pointer)
  }

  @Test(arguments: ["", "a.yaml", "a.yaml#/b", "#anchor", "https://example.com/#/a"])
  func otherReferencesAreNoPointers(text: String) { #expect(JSONPointer(reference: text) == nil) }
}
