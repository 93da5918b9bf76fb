import SchemaEmit
import SchemaGen
import SchemaSource
import Testing

/// References from one document into another.
@Suite struct ReferenceTests {
  /// Runs the generator over documents by path; the folder of each names its API.
  private func generate(_ documents: [String: String], access: DocumentAccess = .none) -> GenerationResult {
    var options = Generator.Options(module: "M")
    options.dumpsIR = true
    let inputs = documents.sorted { $0.key < $1.key }.map { path, text in
      let folders = path.split(separator: "/").dropLast().map(String.init)
      return InputDocument(api: "?", path: path, bytes: Array(text.utf8), group: .folder(folders))
    }
    return Generator(configuration: Configuration(), options: options, templates: TemplateSet(), access: access)
      .generate(inputs)
  }

  /// A document with one component that refers to a place.
  private func document(_ reference: String) -> String {
    "openapi: 3.1.0\ninfo: {title: T, version: '1'}\ncomponents: {schemas: {Thing: {properties: {part: {$ref: '\(reference)'}}}}}\n"
  }

  @Test func `parts in folders of their own are no APIs`() {
    let result = generate([
      "specs/shop/openapi.yaml": document("parts/shop/part.json"),
      "specs/shop/parts/shop/part.json": #"{"type": "object", "properties": {"more": {"$ref": "../other.yml#/x"}}}"#,
      "specs/shop/parts/other.yml":
        "x: {type: object, properties: {back: {$ref: '../openapi.yaml#/components/schemas/Thing'}}}",
    ])
    #expect(result.report.diagnostics.map(\.message) == [])
    #expect(result.dumps.map(\.api) == ["shop"])
    #expect(result.dumps.first?.text.components(separatedBy: "structure #").count == 4)
    #expect(result.apiCount == 1)
  }

  @Test func `a fragment that nothing refers to is told`() {
    let result = generate([
      "a/openapi.yaml": document("part.yml"), "a/part.yml": "type: string", "a/lost.yml": "type: string",
    ])
    #expect(result.report.diagnostics.map(\.id) == [.unknownFormat])
    #expect(result.report.diagnostics.first?.span.map { result.sources[$0.file].path } == "a/lost.yml")
  }

  @Test func `a file that an extension mentions is a part`() {
    let result = generate([
      "a/openapi.yaml": document("#/components/schemas/Thing") + "x-samples: [{$ref: curl.yml}]\n",
      "a/curl.yml": "source: |\n  curl -X GET https://example.com/v1/things\n",
    ])
    #expect(result.report.diagnostics.map(\.message) == [])
  }

  @Test func `the network is refused and the flag is named`() {
    let result = generate(["a/openapi.yaml": document("https://example.com/x.json")])
    #expect(result.report.diagnostics.map(\.id) == [.refusedReference])
    #expect(result.report.diagnostics.first?.notes.contains { $0.message.contains("--allow-remote") } == true)
    #expect(result.files.isEmpty == false)
  }

  @Test func `a remote document is fetched once, with what it refers to`() {
    let texts = [
      "https://example.com/a/x.json": #"{"type": "object", "properties": {"y": {"$ref": "../y.json#/z"}}}"#,
      "https://example.com/y.json": #"{"z": {"type": "integer"}}"#,
    ]
    let access = DocumentAccess(
      file: { _ in .failure(.missing) },
      remote: { uri in texts[uri].map { .success(Array($0.utf8)) } ?? .failure(.unreadable("404")) }
    )
    let result = generate(
      [
        "a/openapi.yaml": document("https://example.com/a/x.json"),
        "b/openapi.yaml": document("https://example.com/a/x.json"),
        "c/openapi.yaml": document("https://example.com/none"),
      ],
      access: access
    )
    let messages = result.report.diagnostics.filter { $0.severity > .note }.map(\.message)
    #expect(messages == ["'https://example.com/none' cannot be read: 404"])
    #expect(result.sources.files.count == 5)
    #expect(result.dumps.first?.text.contains("\"y\": int") == true)
  }

  @Test func `documents are found by what they call themselves`() {
    let result = generate([
      "a/openapi.yaml": document("https://example.com/schemas/part"),
      "a/part.json":
        #"{"$id": "https://example.com/schemas/part", "type": "object", "properties": {"n": {"type": "integer"}}}"#,
    ])
    #expect(result.report.diagnostics.map(\.message) == [])
    #expect(result.dumps.first?.text.contains("\"n\": int") == true)
  }

  @Test func `broken parts are told once and cost their own types`() {
    let result = generate([
      "a/openapi.yaml":
        "openapi: 3.1.0\ninfo: {title: T, version: '1'}\ncomponents: {schemas: {A: {$ref: p.yml}, B: {properties: {p: {$ref: p.yml}, q: {type: string}}}}}",
      "a/p.yml": "{",
    ])
    #expect(result.report.diagnostics.map(\.id) == [.invalidYAML, .unresolvedReference, .unresolvedReference])
    #expect(result.dumps.first?.text.contains("\"q\": string") == true)
  }

  @Test func `circles through files end`() {
    let result = generate([
      "a/openapi.yaml":
        "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {/x: {$ref: x.yml}}\ncomponents: {schemas: {A: {$ref: 's.yml#/a'}}}",
      "a/x.yml": "$ref: y.yml", "a/y.yml": "$ref: x.yml", "a/s.yml": "a: {$ref: '#/b'}\nb: {$ref: '#/a'}",
    ])
    #expect(Set(result.report.diagnostics.map(\.id)) == [.circularReference])
  }

  @Test func `the same name in two files is told apart by the folders`() {
    let result = generate([
      "a/openapi.yaml":
        "openapi: 3.1.0\ninfo: {title: T, version: '1'}\ncomponents: {schemas: {Thing: {properties: {x: {$ref: apps/status.yml}, y: {$ref: images/status.yml}}}}}",
      "a/apps/status.yml": "{type: object, properties: {p: {type: string}}}",
      "a/images/status.yml": "{type: object, properties: {q: {type: string}}}",
    ])
    #expect(!result.report.hasErrors)
    #expect(
      result.files.map(\.path).filter { $0.contains("Status") } == [
        "M/A/A+AppsStatus.swift", "M/A/A+ImagesStatus.swift",
      ]
    )
  }
}
