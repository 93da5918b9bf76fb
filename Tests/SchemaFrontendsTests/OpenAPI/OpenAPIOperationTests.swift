import SchemaDescription
import SchemaSource
import Testing

@testable import SchemaFrontends

/// What paths, operations, servers and security become.
@Suite struct OpenAPIOperationTests {
  @Test func parametersOfThePathAreMerged() throws {
    let sample = try #require(
      OpenAPISample(
        """
        openapi: 3.0.1
        paths:
          /a/{id}:
            servers: [{url: 'https://path.example.com/'}]
            parameters:
              - {name: id, in: path, required: true, schema: {type: string}}
              - {name: q, in: query, description: of the path}
            get:
              operationId: ' '
              summary: Get it
              tags: [x, y]
              deprecated: true
              parameters:
                - {name: q, in: query, description: own, required: true, style: pipeDelimited, explode: false, deprecated: true}
                - {name: q, in: header}
                - {name: s, in: cookie, example: 1, examples: {e: {value: 2}}}
            put: {operationId: put, servers: [{url: 'https://own.example.com'}]}
        """
      )
    )
    let operations = try #require(sample.description).operations
    #expect(operations.map(\.method) == ["GET", "PUT"])
    #expect(operations.map(\.id) == [nil, "put"])
    #expect(operations[0].title == "Get it" && operations[0].tags == ["x", "y"] && operations[0].isDeprecated)
    #expect(operations[0].parameters.map(\.name) == ["id", "q", "q", "s"])
    #expect(operations[0].parameters.map(\.location) == [.path, .query, .header, .cookie])
    let query = operations[0].parameters[1]
    #expect(query.description == "own" && query.isRequired && query.isDeprecated)
    #expect(query.style == .pipeDelimited && query.explode == false && query.schema == nil)
    #expect(operations[0].parameters[3].examples.map(\.value.number) == ["1", "2"])
    #expect(operations[1].parameters.map(\.description) == [nil, "of the path"])
    #expect(operations.map(\.servers.first?.url) == ["https://path.example.com", "https://own.example.com"])
    #expect(sample.report.diagnostics.isEmpty)
  }

  @Test func headersThatBelongElsewhereAreSetAside() throws {
    let (operation, sample) = try #require(
      OpenAPISample.operation(
        """
        parameters:
          - {name: accept, in: header}
          - {name: Content-Type, in: header}
          - {name: Accept, in: query}
          - {name: X-Mine, in: header}
          - {name: Authorization, in: header, example: 'Bearer {{KEY}}', schema: {type: string}}
        """
      )
    )
    #expect(operation.parameters.map(\.name) == ["Accept", "X-Mine"])
    #expect(sample.places(.ignoredText) == ["accept", "Content-Type", "Authorization"])
    #expect(operation.security == ["Authorization"])
    #expect(sample.description?.securitySchemes.map(\.kind) == [.bearer])
  }

  @Test func anAuthorizationHeaderBesideASchemeAddsNothing() throws {
    let (operation, sample) = try #require(
      OpenAPISample.operation(
        "parameters: [{name: Authorization, in: header}]",
        root: "security: [{key: []}]\ncomponents: {securitySchemes: {key: {type: http, scheme: Bearer}}}"
      )
    )
    #expect(operation.parameters.isEmpty && operation.security == nil)
    #expect(sample.description?.securitySchemes.map(\.key) == ["key"])
  }

  @Test func securitySchemesOfAllKinds() throws {
    let sample = try #require(
      OpenAPISample(
        """
        openapi: 3.1.0
        security: [{a: [], b: []}, {c: []}]
        components:
          securitySchemes:
            a: {type: http, scheme: Bearer, description: token}
            b: {type: http, scheme: basic}
            c: {type: bearer}
            d: {type: apiKey, in: query, name: key}
            e: {type: oauth2, flows: {}}
            f: {type: openIdConnect, openIdConnectUrl: x}
            g: {type: mutualTLS}
            h: {type: http, scheme: digest}
            i: {type: apiKey, in: body, name: key}
            j: {type: [http]}
            k: {$ref: '#/components/securitySchemes/a'}
            钥匙: {type: apiKey, in: header, name: X-Key}
        paths: {/a: {get: {security: []}, put: {security: [{}, {d: []}]}, post: {}}}
        """
      )
    )
    let description = try #require(sample.description)
    #expect(description.security == ["a", "b", "c"])
    #expect(description.securitySchemes.map(\.key) == ["a", "b", "c", "d", "e", "f", "g", "h", "k", "钥匙"])
    #expect(
      description.securitySchemes.map(\.kind) == [
        .bearer, .basic, .bearer, .apiKey(name: "key", location: .query), .oauth2, .oauth2, .other("mutualtls"),
        .other("digest"),
        .bearer, .apiKey(name: "X-Key", location: .header),
      ]
    )
    #expect(description.operations.map(\.security) == [[], ["d"], nil])
    #expect(sample.places(.unexpectedValue) == ["i", "[http]", "j"])
  }

  @Test func serversTakeTheDefaultsOfTheirVariables() throws {
    let sample = try #require(
      OpenAPISample(
        """
        openapi: 3.1.0
        servers:
          - {url: 'https://{region}.example.com:{port}/v1/', description: main, variables: {region: {default: eu}, port: {default: 443}}}
          - {url: ''}
          - {url: /}
          - {url: /v2}
          - {url: 'https://{host}'}
          - 3
        """
      )
    )
    #expect(sample.description?.servers.map(\.url) == ["https://eu.example.com:443/v1", "/v2", "https://{host}"])
    #expect(sample.description?.servers.first?.description == "main")
    #expect(sample.places(.unexpectedValue) == ["'https://{host}'", "3"])
    #expect(sample.places(.unsupportedFeature) == [])
    let variables = sample.description?.servers.first?.variables ?? []
    #expect(variables.map(\.name) == ["region", "port"] && variables.map(\.defaultValue) == ["eu", "443"])
  }

  @Test func statusesAndMediaTypes() throws {
    let (operation, sample) = try #require(
      OpenAPISample.operation(
        """
        responses:
          200:
            description: fine
            content:
              Application/JSON; charset=utf-8: {schema: {type: object}}
              application/json: {}
              text/plain : {schema: {type: string}}
          4XX: {description: ''}
          default: {description: else}
          'x-200:2FA required': {description: '', content: {application/json: {schema: {type: object, properties: {a: {}}}}}}
          x-apifox-name: {}
          ok: {}
          '99': {}
        """
      )
    )
    #expect(operation.responses.map(\.status) == [.code(200), .range(4), .default])
    #expect(operation.responses.map(\.description) == ["fine\n\n2FA required", nil, "else"])
    #expect(operation.responses[0].contents.map(\.mediaType) == ["application/json", "text/plain"])
    #expect(operation.responses[0].contents.map(\.schema?.types) == [[.object], [.string]])
    #expect(operation.responses[0].contents[0].schema?.properties.map(\.key) == ["a"])
    #expect(sample.places(.unsupportedFeature) == ["application/json"])
    #expect(sample.places(.unexpectedValue) == ["ok", "'99'"])
  }

  @Test func extensionsOfApifox() throws {
    let (operation, sample) = try #require(
      OpenAPISample.operation(
        """
        x-apifox-folder: 聊天(Chat)/a\\/b/ c
        x-apidog-status: deprecated
        x-apifox-maintainer: somebody
        x-apifox-new: 1
        x-run-in-apifox: https://app.apifox.com/web/project/5443236/apis/api-258427485-run
        responses: {200: {description: '', x-apifox-name: 成功}}
        """
      )
    )
    #expect(operation.folders == ["聊天(Chat)", "a/b", "c"])
    #expect(operation.isDeprecated)
    #expect(operation.stableKey == "apifox:258427485")
    #expect(operation.responses[0].description == "成功")
    #expect(sample.places(.ignoredText) == ["x-apifox-new"])
  }

  @Test func pathsThatBeginWithNoSlash() throws {
    let sample = try #require(
      OpenAPISample("openapi: 3.1.0\npaths: {'https://a.example.com/v1/b': {get: {}}, c: {GET: {}}, x-mine: {get: {}}}")
    )
    let operations = try #require(sample.description).operations
    #expect(operations.map(\.path) == ["/v1/b", "/c"])
    #expect(operations.map(\.servers.first?.url) == ["https://a.example.com", nil])
    #expect(sample.places(.unexpectedValue) == ["'https://a.example.com/v1/b'", "c", "GET"])
  }

  @Test(arguments: [
    ("parameters: {a: 1}", "{a: 1}"), ("parameters: [3]", "3"), ("parameters: [{in: query}]", "{in: query}"),
    ("parameters: [{name: a, in: body}]", "body"), ("parameters: [{name: [a], in: query}]", "[a]"), ("tags: a", "a"),
    ("tags: [1]", "1"), ("deprecated: 'no'", "'no'"), ("summary: {}", "{}"), ("requestBody: []", "[]"),
    ("responses: []", "[]"),
    ("responses: {'200': a}", "a"), ("responses: {'200': {content: []}}", "[]"), ("security: {}", "{}"),
    ("security: [a]", "a"),
    ("responses: {'200': {content: {application/json: {schema: 5}}}}", "5"), ("servers: [a]", "a"),
  ])
  func wrongTypesAreReportedWhereTheyStand(line: String, place: String) throws {
    let (operation, sample) = try #require(OpenAPISample.operation("operationId: kept\n\(line)"))
    #expect(operation.id == "kept")
    #expect(sample.places(.unexpectedValue) == [place])
    #expect(sample.report.diagnostics.count == 1)
  }

  @Test(arguments: [
    "openapi: 3.1.0\ninfo: 1\npaths: 2\ncomponents: 3\nservers: 4\nsecurity: 5",
    "openapi: 3.1.0\ninfo: []\npaths: {/a: 1}\ncomponents: {schemas: 2, securitySchemes: 3}\nservers: {}\nsecurity: {}",
  ])
  func aDocumentOfWrongTypesIsReadNevertheless(yaml: String) throws {
    let sample = try #require(OpenAPISample(yaml))
    #expect(sample.description != nil)
    #expect(sample.report.ids.allSatisfy { $0 == .unexpectedValue } && sample.report.ids.count >= 5)
  }

  @Test(arguments: [
    ("openapi: 3.0", true, 0), ("openapi: 3.0.3", true, 0), ("openapi: 3.1.1", true, 0), ("openapi: 3.9.0", true, 1),
    ("openapi: abc", true, 1), ("info: {}", true, 1), ("openapi: 2.0.0", false, 1), ("- 1", false, 1),
  ])
  func versions(yaml: String, isRead: Bool, diagnostics: Int) throws {
    let sample = try #require(OpenAPISample(yaml))
    #expect((sample.description != nil) == isRead)
    #expect(sample.report.diagnostics.count == diagnostics)
    #expect(sample.report.hasErrors != isRead)
  }

  @Test func whatIsNotCarriedIsSaid() throws {
    let (_, sample) = try #require(
      OpenAPISample.operation(
        "callbacks: {a: {}}\nresponses: {'200': {headers: {A: {}}, links: {B: {}}}}",
        root: "webhooks: {w: {}}"
      )
    )
    #expect(sample.places(.unsupportedFeature).sorted() == ["links"])
  }
}
