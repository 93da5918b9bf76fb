import SchemaConvert
import SchemaGen
import SchemaSource
import Testing

@Suite("Converter") struct ConverterTests {
  /// What a document becomes, and what was reported.
  private func convert(
    _ text: String,
    _ form: OpenAPIForm = .v3_1,
    filter: String = ""
  ) throws -> (yaml: String, ids: [DiagnosticID]) {
    let document = InputDocument(api: "shop", path: "specs/shop.yaml", bytes: [UInt8](text.utf8))
    let result = Converter(configuration: Configuration(), form: form).convert([document])
    let api = try #require(result.apis.first)
    return (api.text(as: .yaml), result.report.diagnostics.map(\.id))
  }

  @Test("alternatives, scopes, flows and variables of servers are kept") func security() throws {
    let yaml = try convert(
      """
      openapi: 3.0.3
      info: {title: Shop, version: "2", license: {name: MIT, url: "https://example.com"}, contact: {name: Ann}}
      servers:
      - url: https://{region}.example.com/
        variables: {region: {default: eu, enum: [eu, us], description: Where.}}
      security: [{key: []}, {login: [read, write], key: []}, {}]
      paths:
        /a:
          get:
            security: []
            responses: {"200": {description: Done.}}
      components:
        securitySchemes:
          key: {type: apiKey, in: header, name: X-Key}
          login:
            type: oauth2
            flows: {clientCredentials: {tokenUrl: "https://example.com/t", scopes: {read: Read., write: Write.}}}
      """
    ).yaml
    #expect(
      yaml.contains(
        """
        - url: https://{region}.example.com/
          variables:
            region:
              enum:
              - eu
              - us
              default: eu
              description: Where.
        security:
        - key: []
        - login:
          - read
          - write
          key: []
        - {}

        """
      )
    )
    #expect(yaml.contains("      security: []\n"))
    #expect(yaml.contains("        clientCredentials:\n          tokenUrl: https://example.com/t\n"))
    #expect(yaml.contains("  license:\n    name: MIT\n") && yaml.contains("  contact:\n    name: Ann\n"))
  }

  @Test("names that cannot be keys keep their letters, or become Latin ones, and stay known") func names() throws {
    let yaml = try convert(
      """
      openapi: 3.1.0
      info: {title: Shop, version: "2"}
      paths: {}
      components:
        schemas:
          聊天请求: {type: object, properties: {next: {$ref: "#/components/schemas/聊天请求"}, inner: {$ref: "#/components/schemas/B/properties/c"}}}
          "Page«A»": {type: string}
          B: {type: object, properties: {c: {type: object, properties: {d: {type: string}}}}}
      """
    ).yaml
    #expect(yaml.contains("    liao_tian_qing_qiu:\n") && yaml.contains("x-schemagen-name: 聊天请求\n"))
    #expect(yaml.contains("          $ref: '#/components/schemas/liao_tian_qing_qiu'\n"))
    #expect(yaml.contains("    Page_A:\n") || yaml.contains("    Page_A_:\n"))
    #expect(
      yaml.contains("      x-schemagen-nameless: true\n") && yaml.contains("          $ref: '#/components/schemas/c'\n")
    )
  }

  @Test("shared parameters and responses are components, those of a path stand there") func shared() throws {
    let yaml = try convert(
      """
      openapi: 3.1.0
      info: {title: Shop, version: "2"}
      paths:
        /a/{id}:
          parameters: [{name: id, in: path, required: true, schema: {type: string}}]
          get:
            operationId: one
            parameters: [{$ref: "#/components/parameters/page"}]
            responses: {"404": {$ref: "#/components/responses/missing"}}
          put: {operationId: one, responses: {"404": {$ref: "#/components/responses/missing"}}}
        /b/{other}: {get: {responses: {"200": {description: ""}}}}
      components:
        parameters: {page: {name: page, in: query, schema: {type: integer}}}
        responses: {missing: {description: Gone., content: {application/json: {schema: {type: object}}}}}
      """
    ).yaml
    #expect(yaml.contains("  /a/{id}:\n    parameters:\n    - name: id\n"))
    #expect(yaml.contains("      parameters:\n      - $ref: '#/components/parameters/page'\n"))
    #expect(yaml.components(separatedBy: "$ref: '#/components/responses/missing'").count == 3)
    #expect(yaml.contains("      operationId: one_2\n      x-schemagen-name: one\n"))
    #expect(yaml.contains("      - name: other\n        in: path\n        required: true\n"))
  }

  @Test("3.0 and 3.1 say the same in their own words") func forms() throws {
    let text = """
      openapi: 3.1.0
      info: {title: Shop, version: "2"}
      webhooks: {ping: {post: {requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/A"}}}}}}}
      components:
        schemas:
          A:
            type: object
            properties:
              a: {type: [string, "null"], examples: [x]}
              b: {type: [string, integer]}
              c: {const: one}
              d: {type: number, exclusiveMinimum: 0}
              e: {type: array, prefixItems: [{type: string}]}
              f: {description: Which., $ref: "#/components/schemas/B"}
              g: {type: integer, default: many}
          B: {type: string}
      """
    let new = try convert(text)
    #expect(new.yaml.contains("          - string\n          - 'null'\n") && new.yaml.contains("const: one\n"))
    #expect(new.yaml.contains("exclusiveMinimum: 0\n") && new.yaml.contains("prefixItems:\n"))
    #expect(new.yaml.contains("x-schemagen-default: many\n") && new.ids.contains(.unexpectedValue))
    #expect(new.yaml.contains("\nwebhooks:\n"))
    let old = try convert(text, .v3_0)
    #expect(old.yaml.contains("openapi: '3.0.4'\n") && old.yaml.contains("\nx-webhooks:\n"))
    #expect(old.yaml.contains("          type: string\n          nullable: true\n          example: x\n"))
    #expect(old.yaml.contains("          anyOf:\n          - type: string\n          - type: integer\n"))
    #expect(old.yaml.contains("          enum:\n          - one\n"))
    #expect(old.yaml.contains("          minimum: 0\n          exclusiveMinimum: true\n"))
    #expect(old.yaml.contains("          allOf:\n          - $ref: '#/components/schemas/B'\n"))
    #expect(old.ids.contains(.unsupportedFeature) && !new.ids.contains(.unsupportedFeature))
  }

  @Test("callbacks stand at their operation, other methods in an extension") func callbacks() throws {
    let yaml = try convert(
      """
      openapi: 3.2.0
      info: {title: Shop, version: "2"}
      paths:
        /a:
          post:
            operationId: order
            callbacks:
              done: {"{$request.body#/url}": {post: {requestBody: {content: {application/json: {schema: {type: string}}}}}}}
            responses: {"200": {description: ""}}
          additionalOperations: {COPY: {responses: {"200": {description: ""}}}}
      """
    ).yaml
    #expect(yaml.contains("      callbacks:\n        done:\n          '{$request.body#/url}':\n            post:\n"))
    #expect(yaml.contains("    x-additionalOperations:\n      COPY:\n"))
  }

  @Test("a place without a schema has the one that its examples show, marked") func inferred() throws {
    let yaml = try convert(
      """
      openapi: 3.1.0
      info: {version: "2"}
      paths:
        /a:
          get:
            responses:
              "200":
                description: ""
                content: {application/json: {examples: {one: {value: {a: 1, b: [x]}}, two: {value: {a: 1.5}}}}}
      """
    ).yaml
    #expect(yaml.contains("info:\n  title: shop\n  version: '2'\n  x-schemagen-inferred: true\n"))
    #expect(
      yaml.contains(
        """
                        type: object
                        properties:
                          a:
                            type: number
                          b:
                            type: array
                            items:
                              type: string
                        required:
                        - a
                        x-schemagen-inferred: true
        """
      )
    )
    #expect(yaml.contains("      x-schemagen-source:\n        file: specs/shop.yaml\n        line: 5\n"))
  }

  @Test("references that lead nowhere, and statuses that are none, are told") func repairs() throws {
    let (yaml, ids) = try convert(
      """
      openapi: 3.1.0
      info: {title: Shop, version: "2"}
      paths:
        /a:
          get:
            responses:
              "200": {description: "", content: {application/json: {schema: {$ref: "#/components/schemas/No"}}}}
              "999": {description: ""}
      components:
        schemas: {A: {$ref: "#/components/schemas/B"}, B: {$ref: "#/components/schemas/A"}}
      """
    )
    #expect(ids.contains(.circularReference) && ids.contains(.unresolvedReference) && ids.contains(.unexpectedValue))
    #expect(!yaml.contains("999") && !yaml.contains("$ref"))
  }
}
