import SchemaDescription
import SchemaSource
import Testing

@testable import SchemaFrontends

/// Swagger 2.0 documents.
@Suite struct SwaggerTests {
  /// What a document in YAML says, and what was reported.
  private func read(_ yaml: String) throws -> (description: APIDescription, report: Report) {
    let (description, report) = Documents.describe(Documents.source(Array(yaml.utf8)))
    return (try #require(description), report)
  }

  @Test(arguments: [
    ("host: a.example.com", ["https://a.example.com"]),
    ("host: a.example.com\nschemes: [http]", ["http://a.example.com"]),
    (
      "host: a.example.com:8080\nbasePath: /v1/\nschemes: [http, https, ws]",
      ["https://a.example.com:8080/v1", "http://a.example.com:8080/v1"]
    ),
    ("basePath: /v1", ["/v1"]), ("basePath: /", []), ("schemes: [https]", []), ("host: ''", []),
  ])
  func places(lines: String, servers: [String]) throws {
    let (description, report) = try read("swagger: '2.0'\n\(lines)\npaths: {}")
    #expect(description.servers.map(\.url) == servers)
    #expect(report.diagnostics.isEmpty)
  }

  @Test func securityDefinitionsOfAllKinds() throws {
    let (description, report) = try read(
      """
      swagger: '2.0'
      securityDefinitions:
        a: {type: basic}
        b: {type: apiKey, in: header, name: X-Key}
        c: {type: oauth2, flow: implicit, authorizationUrl: x, scopes: {}}
        d: {type: oauth2, flow: password, tokenUrl: x, scopes: {}}
        e: {type: oauth2, flow: application, tokenUrl: x, scopes: {}}
        f: {type: oauth2, flow: accessCode, authorizationUrl: x, tokenUrl: x, scopes: {}}
        g: {type: apiKey, in: path, name: k}
      """
    )
    #expect(
      description.securitySchemes.map(\.kind) == [
        .basic, .apiKey(name: "X-Key", location: .header), .oauth2, .oauth2, .oauth2, .oauth2,
      ]
    )
    #expect(report.ids == [.unexpectedValue])
  }

  @Test(arguments: [
    ("query", nil, ParameterStyle.form, false), ("query", "csv", .form, false),
    ("query", "ssv", .spaceDelimited, false),
    ("query", "tsv", .tabDelimited, false), ("query", "pipes", .pipeDelimited, false), ("query", "multi", .form, true),
    ("header", nil, .simple, false), ("header", "pipes", .pipeDelimited, false), ("path", "csv", .simple, false),
  ])
  func collectionFormats(place: String, format: String?, style: ParameterStyle, explode: Bool) throws {
    let stated = format.map { ", collectionFormat: \($0)" } ?? ""
    let (description, report) = try read(
      "swagger: '2.0'\npaths: {'/a/{p}': {get: {parameters: [{name: p, in: path, required: true, type: string}, "
        + "{name: \(place == "path" ? "p" : "x"), in: \(place), type: array, items: {type: string}\(stated)}]}}}"
    )
    let parameter = try #require(description.operations.first?.parameters.last)
    #expect(parameter.style == style && parameter.explode == explode)
    #expect(parameter.schema?.types == [.array])
    #expect(report.ids == (place == "path" ? [.duplicateKey] : []))
  }

  @Test(arguments: [
    ("[]", "type: string", "application/x-www-form-urlencoded"), ("[]", "type: file", "multipart/form-data"),
    ("[multipart/form-data]", "type: string", "multipart/form-data"),
    ("[application/json]", "type: string", "application/x-www-form-urlencoded"),
    ("[application/x-www-form-urlencoded]", "type: file", "multipart/form-data"),
  ])
  func forms(consumes: String, type: String, mediaType: String) throws {
    let (description, report) = try read(
      "swagger: '2.0'\npaths: {/a: {post: {consumes: \(consumes), parameters: "
        + "[{name: x, in: formData, required: true, \(type)}, {name: y, in: formData, type: integer, default: 1}]}}}"
    )
    let body = try #require(description.operations.first?.requestBody)
    #expect(body.isRequired && body.contents.map(\.mediaType) == [mediaType])
    let schema = try #require(body.contents.first?.schema)
    #expect(schema.properties.map(\.key) == ["x", "y"] && schema.required.map(\.name) == ["x"])
    #expect(report.diagnostics.isEmpty)
  }

  @Test func filesComeAsBytes() throws {
    let text = { (produces: String) in
      "swagger: '2.0'\npaths: {/a: {get: {produces: \(produces), responses: {200: {description: x, schema: {type: file}}}}}}"
    }
    for (produces, mediaTypes) in [
      ("[]", ["application/octet-stream"]), ("[application/json]", ["application/octet-stream"]),
      ("[image/*]", ["application/octet-stream"]), ("[image/png]", ["image/png"]), ("[text/csv]", ["text/csv"]),
      ("[image/png, application/json, image/gif]", ["image/png", "image/gif"]),
      ("[text/csv, application/pdf]", ["application/pdf"]),
    ] {
      let (description, _) = try read(text(produces))
      let contents = try #require(description.operations.first?.responses.first?.contents)
      #expect(contents.map(\.mediaType) == mediaTypes && contents.allSatisfy { $0.schema == nil })
    }
  }

  @Test func whatBelongsToOpenAPI3IsTold() throws {
    let (description, report) = try read(
      """
      swagger: '2.0'
      components: {schemas: {A: {type: string}}}
      paths:
        /a:
          post:
            requestBody: {content: {application/json: {schema: {type: string}}}}
            responses: {200: {description: x, content: {application/json: {schema: {type: string}}}}}
      """
    )
    #expect(report.ids == [.unexpectedValue, .unexpectedValue, .unexpectedValue])
    #expect(description.operations.first?.requestBody?.contents.count == 1)
    #expect(description.operations.first?.responses.first?.contents.count == 1)
  }

  @Test(arguments: [("'2.0'", true, 0), ("2.0", true, 0), ("2", true, 1), ("'1.2'", false, 1), ("abc", true, 1)])
  func versions(version: String, isRead: Bool, diagnostics: Int) {
    let (description, report) = Documents.describe(Documents.source(Array("swagger: \(version)\npaths: {}".utf8)))
    #expect((description != nil) == isRead)
    #expect(report.diagnostics.count == diagnostics)
  }

  @Test func aDocumentWithoutVersionIsKnownByItsPaths() {
    let swagger = #"{"host": "a.example.com", "paths": {"/a": {"get": {}}}}"#
    let openAPI = #"{"paths": {"/a": {"get": {}}}}"#
    #expect(Documents.describe(Documents.source(Array(swagger.utf8))).description?.servers.count == 1)
    #expect(Documents.describe(Documents.source(Array(openAPI.utf8))).description?.operations.count == 1)
    #expect(Documents.describe(Documents.source(Array(#"{"paths": {"a": 1}}"#.utf8))).description == nil)
  }
}
