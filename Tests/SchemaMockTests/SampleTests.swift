import Foundation
import SchemaDescription
import SchemaDocument
import SchemaGen
import SchemaLower
import SchemaRuntime
import SchemaSource
import Testing

@testable import SchemaMock

/// Values that are made of schemas.
@Suite struct SampleTests {
  /// The response that is made of a schema, in YAML's flow form.
  private func made(_ schema: String, components: String = "{}", seed: UInt64 = 1) throws -> JSONValue {
    var options = MockOptions()
    options.seed = seed
    let site = try Mock.site(
      openAPI: "3.1.0",
      """
      components: { schemas: \(components) }
      paths: { /a: { get: { responses: { '200': { description: ok, content: { application/json: { schema: \(schema) } } } } } } }
      """,
      options: options
    )
    return site.answer("GET", "/a").json
  }

  @Test("what would take for ever is given up")
  func withoutEnd() throws {
    let lists = (0..<12).reduce("{ type: string }") { inner, _ in "{ type: array, minItems: 200, items: \(inner) }" }
    #expect(try made(lists) == .null)
    // Each of twenty schemas may be the next one in two ways, and none has a value.
    let choices = (0..<20).map { number in
      let next = "{ $ref: '#/components/schemas/S\(number + 1)' }"
      let variants = ["a", "b"].map { "{ required: [\($0)], properties: { \($0): \(next) } }" }
      return "S\(number): { oneOf: [\(variants.joined(separator: ", "))] }"
    }
    let components = "{ \((choices + ["S20: false"]).joined(separator: ", ")) }"
    #expect(try made("{ $ref: '#/components/schemas/S0' }", components: components) == .null)
  }

  @Test(
    "within the bounds",
    arguments: [
      "{ type: integer, minimum: 5, maximum: 6, exclusiveMaximum: 6 }", "{ type: integer, multipleOf: 7, minimum: 50 }",
      "{ type: number, multipleOf: 0.01, minimum: 0.5, maximum: 0.6 }", "{ type: integer, maximum: -4 }",
      "{ type: integer, minimum: -9223372036854776000, maximum: 9223372036854776000 }",
      "{ type: object, properties: { a: { type: array, items: { type: string } }, b: { type: integer } }, oneOf: [{ required: [a] }, { required: [b] }] }",
      "{ type: number, exclusiveMinimum: 0, exclusiveMaximum: 0.001 }",
      "{ type: string, minLength: 40, maxLength: 42 }",
      "{ type: string, maxLength: 2 }", "{ type: string, pattern: '^[A-Z]{2}-\\d{3,4}(?:x|y)?$' }",
      "{ type: string, pattern: '^(a|b)+\\.[^a-y]$', maxLength: 4 }", "{ type: string, format: date-time }",
      "{ type: string, format: uuid }", "{ type: string, format: duration }", "{ type: string, format: uri }",
      "{ type: array, minItems: 3, uniqueItems: true, items: { type: integer, minimum: 1, maximum: 3 } }",
      "{ type: array, prefixItems: [{ type: string }, { type: integer }], items: false }",
      "{ type: object, minProperties: 2, additionalProperties: { type: boolean } }",
      "{ type: object, patternProperties: { '^x-[a-z]{3}$': { type: integer } }, additionalProperties: false }",
      "{ type: object, required: [other], additionalProperties: { type: integer } }",
      "{ enum: [3, x, null] }", "{ const: { a: [1] } }", "{ type: [string, 'null'], minLength: 3 }",
      "{ oneOf: [{ type: integer, minimum: 10 }, { type: integer, maximum: 5 }] }",
      "{ anyOf: [{ type: 'null' }, { type: boolean }] }",
      "{ allOf: [{ type: object, required: [a], properties: { a: { type: integer } } }, { properties: { b: { const: 2 } }, required: [b] }] }",
      "{ type: object, properties: { a: { type: integer } }, dependentRequired: { a: [b] } }",
      "{ type: string, propertyNames: { pattern: '^a' } }",
      "{ type: string, pattern: '^[0-9a-f]+$', minLength: 40, maxLength: 40 }",
      "{ type: string, pattern: '^(ab|c)*-(x{2})*$', minLength: 20, maxLength: 21 }",
      "{ type: string, pattern: '^x', minLength: 30 }", "{ type: string, pattern: '^(a?)*$', minLength: 9 }",
    ],
    [1, 2, 3] as [UInt64]
  )
  func withinBounds(_ schema: String, _ seed: UInt64) throws {
    let value = try made(schema, seed: seed)
    let book = RuleBook(#"{"x":\#(try JSONValue(parsing: Self.json(schema)))}"#)
    #expect(book.problems.isEmpty && book["x"].violations(of: value).isEmpty, "\(value)")
    #expect(try made(schema, seed: seed) == value)
  }

  @Test func namesThatLeadBackToThemselves() throws {
    let maps =
      "{ A: { type: object, minProperties: 1, additionalProperties: { type: string }, propertyNames: { $ref: '#/components/schemas/A' } } }"
    #expect(try made("{ $ref: '#/components/schemas/A' }", components: maps).objectValue?.count == 1)
  }

  @Test func patternsThatRepeatNothing() throws {
    #expect(PatternSample("(((a?){4000}){4000}){4000}") == nil)
    #expect(try made("{ type: string, pattern: '(((a?){4000}){4000}){4000}' }").stringValue != nil)
  }

  @Test(arguments: ["base64", "base64url"])
  func codedContentsAreDecodable(coding: String) throws {
    let text = try made("{ type: string, contentEncoding: \(coding) }").stringValue
    #expect(text.flatMap { Data(base64Encoded: $0) }?.isEmpty == false)
    // A format that says otherwise counts.
    #expect(try made("{ type: string, contentEncoding: \(coding), format: email }").stringValue?.contains("@") == true)
  }

  /// YAML as JSON.
  private static func json(_ yaml: String) -> String {
    var report = Report()
    let file = SourceFile(id: FileID(0), path: "a.yaml", bytes: Array(yaml.utf8))
    return YAMLReader.read(file, report: &report)?.jsonText() ?? "null"
  }

  @Test func schemasThatLeadBackToThemselves() throws {
    let tree =
      "{ Tree: { type: object, required: [name], properties: { name: { const: t }, children: { type: array, items: { $ref: '#/components/schemas/Tree' } } } } }"
    let value = try made("{ $ref: '#/components/schemas/Tree' }", components: tree)
    #expect(value["name"] == "t" && value["children"]?[0]?["name"] == "t")
    let endless = "{ A: { type: object, required: [a], properties: { a: { $ref: '#/components/schemas/A' } } } }"
    #expect(try made("{ $ref: '#/components/schemas/A' }", components: endless) == .null)
    let maybe =
      "{ A: { type: object, required: [a], properties: { a: { oneOf: [{ $ref: '#/components/schemas/A' }, { type: 'null' }] } } } }"
    #expect(try made("{ $ref: '#/components/schemas/A' }", components: maybe)["a"] != nil)
  }

  @Test func variantsHaveTheirTags() throws {
    let components = """
      { Cat: { type: object, required: [kind], properties: { kind: { type: string }, purrs: { const: true } } },
        Dog: { type: object, required: [kind], properties: { kind: { type: string }, barks: { const: true } } },
        Base: { type: object, required: [kind], properties: { kind: { type: string } }, discriminator: { propertyName: kind, mapping: { c: '#/components/schemas/Child' } } },
        Child: { allOf: [{ $ref: '#/components/schemas/Base' }, { type: object, properties: { more: { const: 1 } } }] } }
      """
    let union =
      "{ oneOf: [{ $ref: '#/components/schemas/Dog' }, { $ref: '#/components/schemas/Cat' }], discriminator: { propertyName: kind, mapping: { cat: '#/components/schemas/Cat' } } }"
    #expect(try made(union, components: components) == ["kind": "Dog", "barks": true])
    #expect(try made("{ $ref: '#/components/schemas/Base' }", components: components) == ["kind": "c", "more": 1])
    #expect(try made("{ $ref: '#/components/schemas/Child' }", components: components) == ["kind": "c", "more": 1])
  }

  @Test func whatOnlyRequestsHoldIsLeftOut() throws {
    let schema = "{ type: object, properties: { a: { const: 1, readOnly: true }, b: { const: 2, writeOnly: true } } }"
    #expect(try made(schema) == ["a": 1])
  }

  @Test func documentedPartsAreTaken() throws {
    let schema =
      "{ type: object, properties: { a: { type: integer, example: 42 }, b: { type: string, default: x }, c: { type: string, example: string } } }"
    let value = try made(schema)
    #expect(value["a"] == 42 && value["b"] == "x" && value["c"]?.stringValue.map { $0 != "string" } == true)
  }

  @Test("real documents", arguments: ["petstore-3.0.yaml", "openai.yaml", "discord.json"])
  func realDocuments(_ name: String) throws {
    guard let data = try? Data(contentsOf: Mock.corpus.appending(path: "openapi/\(name)")) else {
      print("skipped: the corpus has no \(name); set SCHEMAGEN_CORPUS to its folder")
      return
    }
    var described = Mock.describe([InputDocument(api: "api", path: name, bytes: [UInt8](data))])
    let description = try #require(described.apis.first).description
    let rules = OperationRules(description, report: &described.report)
    let book = RuleBook(rules.book)
    let store = SampleStore(description, rules, book, seed: 1)
    var wrong: [String] = []
    var count = 0
    for (index, operation) in description.operations.enumerated() {
      for (number, response) in operation.responses.enumerated() {
        for (position, content) in response.contents.enumerated() {
          let place = OperationRules.Place.response(operation: index, response: number, content: position)
          guard let rule = rules.names[place] else { continue }
          for value in store.values(of: content, at: place) {
            count += 1
            let violations = book[rule].violations(of: try JSONValue(parsing: value.value.jsonText()))
            if let first = violations.first {
              wrong.append("\(operation.method) \(operation.path) \(response.status): \(first)")
            }
          }
        }
      }
    }
    print("\(name): \(count) values, \(wrong.count) not as the schemas say")
    for line in wrong.prefix(20) { print("  \(line.prefix(300))") }
    #expect(count > 0 && wrong.count * 50 <= count, "\(wrong)")
  }
}
