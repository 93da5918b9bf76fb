import SchemaDescription
import SchemaDocument
import SchemaSource
import Testing

@testable import SchemaFrontends

/// Schemas that call themselves by a URI, and anchors.
@Suite struct SchemaResourceTests {
  /// The schemas behind the references of one schema, `A`, by the text of the references.
  private func targets(_ flow: String, others: String = "") throws -> [String: RawSchema] {
    let yaml = "openapi: 3.1.0\ncomponents: {schemas: {A: \(flow)\(others)}}"
    let sample = try #require(OpenAPISample(yaml))
    let schemas = try #require(sample.description).schemas
    #expect(sample.report.diagnostics.map(\.message) == [])
    var found: [String: RawSchema] = [:]
    func visit(_ schema: RawSchema) {
      if let reference = schema.reference {
        let text = sample.file.text(reference.span.start, reference.span.end).replacing("'", with: "")
        found[text] = schemas.first { $0.key == reference.key }?.schema
      }
      for property in schema.properties { visit(property.schema) }
      for part in schema.allOf + schema.anyOf + schema.oneOf { visit(part) }
      if let items = schema.items { visit(items.value) }
    }
    for schema in schemas { visit(schema.schema) }
    return found
  }

  @Test func anchorsName() throws {
    let found = try targets("{properties: {a: {$ref: '#word'}}, $defs: {x: {$anchor: word, type: integer}}}")
    #expect(found["#word"]?.types == [.integer])
  }

  @Test func identifiersChangeWhatReferencesAreRelativeTo() throws {
    let found = try targets(
      """
      {$id: 'http://example.com/tree', properties: {nodes: {items: {$ref: node}}, own: {$ref: '#/$defs/own'}},
      $defs: {own: {type: boolean}, node: {$id: 'http://example.com/node', type: object,
      properties: {subtree: {$ref: tree}, value: {$ref: '#/$defs/value'}}, $defs: {value: {type: number}}}}}
      """
    )
    #expect(found["node"]?.types == [.object])
    #expect(found["tree"]?.properties.map(\.key) == ["nodes", "own"])
    #expect(found["#/$defs/value"]?.types == [.number])
    #expect(found["#/$defs/own"]?.types == [.boolean])
  }

  @Test func theSameAnchorInTwoResourcesIsTwo() throws {
    let found = try targets(
      """
      {properties: {a: {$ref: 'x#n'}, b: {$ref: 'y#n'}}, $defs: {x: {$id: x, $defs: {i: {$anchor: n, type: string}}},
      y: {$id: y, $defs: {i: {$anchor: n, type: array}}}}}
      """
    )
    #expect(found["x#n"]?.types == [.string] && found["y#n"]?.types == [.array])
  }

  @Test func identifiersInValuesAndNamesAreNone() throws {
    let found = try targets(
      """
      {default: {$id: 'http://x.org/a', type: string}, enum: [{$id: 'http://x.org/a', type: 'null'}],
      properties: {$id: {type: string}, $anchor: {type: string}, a: {$ref: 'http://x.org/a'}},
      $defs: {b: {$id: 'http://x.org/a', type: integer}}}
      """
    )
    #expect(found["http://x.org/a"]?.types == [.integer])
  }

  @Test func names() throws {
    let found = try targets(
      "{properties: {a: {$ref: 'urn:example:x#/$defs/b'}}, $defs: {x: {$id: 'urn:example:x', $defs: {b: {type: string}}}}}"
    )
    #expect(found["urn:example:x#/$defs/b"]?.types == [.string])
  }

  @Test func aDynamicReferenceLeadsToTheOneAnchorOfItsName() throws {
    let found = try targets("{items: {$dynamicRef: '#item'}, $defs: {x: {$dynamicAnchor: item, type: string}}}")
    #expect(found["#item"]?.types == [.string])
  }

  @Test func aRecursiveReferenceLeadsToTheSchemaAroundIt() throws {
    let found = try targets(
      "{type: object, $recursiveAnchor: true, properties: {parts: {type: array, items: {$recursiveRef: '#'}}}}"
    )
    #expect(found["#"]?.types == [.object])
  }

  @Test func whatIsNotThereIsTold() throws {
    let yaml = """
      openapi: 3.1.0
      components:
        schemas:
          A: {properties: {a: {$ref: 'http://example.com/a.json'}, b: {$ref: 'b/../../b.yml#/x'}, c: {$ref: 'urn:x:y'}}}
      """
    let sample = try #require(OpenAPISample(yaml))
    #expect(
      sample.report.diagnostics.map(\.message) == [
        "'http://example.com/a.json' is on the network and is not fetched", "there is no file '../b.yml'",
        "no document of the inputs calls itself 'urn:x:y'",
      ]
    )
    #expect(sample.report.diagnostics.first?.notes.first?.message.contains("--allow-remote") == true)
  }

  @Test(arguments: [
    ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"), ("/g", "http://a/g"),
    ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/d;p?q#s"),
    ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"), ("..", "http://a/b/"), ("../..", "http://a/"),
    ("../../../g", "http://a/g"), ("g/../h", "http://a/b/c/h"), ("g:h", "g:h"), ("mailto:x", "mailto:x"),
  ])
  func referencesAreResolved(reference: String, expected: String) {
    // The examples of RFC 3986, section 5.4; a single letter is no scheme here, but the drive of a path.
    let resolved = URIReference(reference).resolved(against: URIReference("http://a/b/c/d;p?q")).text
    #expect(resolved == (reference == "g:h" ? "http://a/b/c/g:h" : expected))
  }

  @Test(arguments: [
    ("a/b/c.yml", "d.yml", "a/b/d.yml"), ("a/b/c.yml", "../d.yml", "a/d.yml"), ("c.yml", "../../d.yml", "../../d.yml"),
    ("../c.yml", "../d.yml", "../../d.yml"), ("/a/c.yml", "../../../etc/passwd", "/etc/passwd"),
    ("a/c.yml", "./x//y", "a/x/y"),
  ])
  func pathsAreRelativeToTheFile(file: String, path: String, expected: String) {
    #expect(PathText.beside(file, path) == expected)
  }

  @Test func theSuiteOfJSONSchemaLeadsNowhereWrong() throws {
    var count = 0
    for name in [
      "ref", "anchor", "dynamicRef", "defs", "refRemote", "infinite-loop-detection", "unevaluatedProperties",
    ] {
      guard let file = OpenAPISample.corpus("json-schema-test-suite/tests/draft2020-12/\(name).json") else { return }
      var report = Report()
      for group in try #require(JSONReader.read(file, report: &report)).elements ?? [] {
        let schema = try #require(group["schema"])
        let resolver = ReferenceResolver(LoadedDocument(file: file, root: schema, location: .file(name)), library: nil)
        let reader = JSONSchemaReader(.located(resolver))
        var found = Report()
        var keys: Set<SchemaKey> = []
        _ = reader.read(schema, report: &found)
        while let next = reader.readNextTarget(unless: keys.contains, report: &found) { keys.insert(next.key) }
        // Only what the suite keeps on a server of its own is missing.
        for diagnostic in found.diagnostics where diagnostic.id != .unsupportedFeature {
          #expect(
            diagnostic.id == .refusedReference,
            "\(name): \(group["description"]?.string ?? ""): \(diagnostic.message)"
          )
        }
        for target in reader.targets {
          if case .spelled = target.place {
            Issue.record("\(name): \(group["description"]?.string ?? ""): \(target.key)")
          }
        }
        count += 1
      }
    }
    print("\(count) schemas of the suite")
  }
}
