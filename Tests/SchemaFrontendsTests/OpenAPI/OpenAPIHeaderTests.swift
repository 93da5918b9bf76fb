import SchemaDescription
import SchemaSource
import Testing

@testable import SchemaFrontends

/// Headers of responses, and what stands beside the operations.
@Suite struct OpenAPIHeaderTests {
  @Test func headersAreReadWhereverTheyStand() throws {
    let (operation, sample) = try #require(
      OpenAPISample.operation(
        """
        responses:
          '200':
            description: OK
            headers:
              X-Own: {required: true, schema: {type: integer}, example: '3'}
              X-Shared: {$ref: '#/components/headers/Shared'}
              Content-Type: {schema: {type: string}}
              x-own: {schema: {type: string}}
              X-Bare: {type: string}
          '404': {$ref: '#/components/responses/Missing'}
        """,
        root: """
          components:
            headers: {Shared: {description: Shared., schema: {type: string}}}
            responses: {Missing: {description: Gone, headers: {X-Shared: {$ref: '#/components/headers/Shared'}}}}
          """
      )
    )
    let headers = operation.responses.map(\.headers)
    #expect(headers.map { $0.map(\.name) } == [["X-Own", "X-Shared", "X-Bare"], ["X-Shared"]])
    #expect(headers[0].map(\.isRequired) == [true, false, false])
    #expect(headers[0][0].examples.map(\.value.number) == ["3"])
    #expect(headers[0][2].schema?.types == [.string])
    // What is one header in the document is one here.
    #expect(headers[0][1].span == headers[1][0].span)
    #expect(sample.places(.ignoredText) == ["Content-Type"])
    #expect(sample.places(.duplicateKey) == ["x-own"])
    #expect(sample.places(.unexpectedValue) == ["type"])
  }

  @Test func swaggersHeadersAreSchemas() throws {
    let yaml = """
      swagger: '2.0'
      paths:
        /a:
          get:
            responses:
              200: {description: OK, headers: {X-Count: {type: integer, format: int64, description: How many., x-example: 2}}}
      """
    let (description, report) = Documents.describe(Documents.source(Array(yaml.utf8)))
    let header = try #require(description?.operations.first?.responses.first?.headers.first)
    #expect(header.name == "X-Count" && header.description == "How many.")
    #expect(header.schema?.types == [.integer] && header.schema?.format == "int64")
    #expect(header.examples.map(\.value.number) == ["2"])
    #expect(report.diagnostics.isEmpty)
  }

  @Test func tagsAreReadAndWhatIsLeftOutIsSaid() throws {
    let sample = try #require(
      OpenAPISample(
        """
        openapi: 3.2.0
        tags:
          - {name: a, summary: A, description: All of it., parent: b, kind: nav}
          - {name: b}
          - {name: a}
          - {summary: nameless}
          - 3
        """
      )
    )
    let tags = try #require(sample.description?.tags)
    #expect(tags.map(\.name) == ["a", "b"])
    #expect(tags[0].summary == "A" && tags[0].description == "All of it." && tags[0].parent == "b")
    #expect(sample.places(.unsupportedFeature) == ["parent", "kind"])
    #expect(sample.places(.duplicateKey) == ["a"])
    #expect(sample.places(.unexpectedValue) == ["{summary: nameless}", "3"])
  }

  @Test func parametersOfMediaTypesAndEmptyValuesAreToldToBeLeftOut() throws {
    let (operation, sample) = try #require(
      OpenAPISample.operation(
        """
        parameters: [{name: q, in: query, allowEmptyValue: true, schema: {type: string}}]
        requestBody:
          content:
            multipart/form-data; boundary=x:
              schema: {type: object, properties: {f: {type: string}}}
              encoding: {f: {contentType: text/plain; charset=latin1}}
        responses:
          '200':
            description: OK
            content:
              application/json; charset=UTF-8: {schema: {type: string}}
              application/json;version=2: {schema: {type: string}}
        """
      )
    )
    #expect(operation.requestBody?.contents.map(\.mediaType) == ["multipart/form-data"])
    #expect(
      sample.places(.unsupportedFeature).sorted() == [
        "allowEmptyValue", "application/json;version=2", "application/json;version=2",
        "multipart/form-data; boundary=x", "text/plain; charset=latin1",
      ]
    )
  }

  @Test(arguments: [
    ("openapi: 3.0.3", ["openapi", "openapi"]), ("openapi: 3.0.3\ninfo: {title: A, version: 1}\npaths: {}", []),
    ("openapi: 3.1.0\ninfo: {title: A, version: 1}\ncomponents: {schemas: {A: {}}}", []),
    ("openapi: 3.1.0\ninfo: {title: A, version: 1}", ["openapi"]), ("swagger: '2.0'\npaths: {}", ["swagger"]),
    ("openapi: 3.0.3\ninfo: {title: A, version: 1}\npaths: {/a: {get: {operationId: a}}}", ["get"]),
  ])
  func whatADocumentLacksIsTold(_ yaml: String, _ places: [String]) {
    let file = Documents.source(Array(yaml.utf8))
    var report = Report()
    _ = Frontends.describe(file, report: &report)
    let told = report.diagnostics.filter { $0.id == .missingMember }
    #expect(told.compactMap(\.span).map { file.text($0.start, $0.end) } == places)
    #expect(told.allSatisfy { $0.severity == .note })
  }

  @Test(arguments: [
    ("{region: {default: eu, enum: [eu, us]}}", "eu", 0), ("{region: {enum: [us, eu]}}", "us", 0),
    ("{region: {default: xx, enum: [eu]}}", "xx", 1), ("{region: {}}", "{region}", 1),
  ])
  func serverVariablesHaveTheirDefaults(_ variables: String, _ value: String, _ problems: Int) throws {
    let yaml = "openapi: 3.1.0\nservers: [{url: 'https://{region}.a', variables: \(variables)}]"
    let sample = try #require(OpenAPISample(yaml))
    #expect(sample.description?.servers.map(\.url) == ["https://\(value).a"])
    #expect(sample.places(.unexpectedValue).count == problems)
  }

  @Test func integersOrStrings() throws {
    for flow in ["{type: string, format: int-or-string}", "{x-kubernetes-int-or-string: true}"] {
      let (schema, _) = try #require(OpenAPISample.schema(flow))
      #expect(schema.types == [.integer, .string] && schema.format == nil)
    }
  }
}
