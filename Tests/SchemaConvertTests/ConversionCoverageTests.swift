import Foundation
import SchemaConvert
import SchemaDocument
import SchemaFrontends
import SchemaGen
import SchemaSource
import Testing

/// Nothing that a document says is lost in silence: the conversion says it, or a diagnostic at its place that it does not.
@Suite("What documents say") struct ConversionCoverageTests {
  @Test("stays, word for word, in the version's own words", arguments: OpenAPIForm.allCases)
  func identity(_ form: OpenAPIForm) throws {
    let text = form == .v3_1 ? RichDocument.v3_1 : RichDocument.v3_0
    let input = InputDocument(api: "api", path: "shop.yaml", bytes: [UInt8](text.utf8))
    let result = Converter(configuration: Configuration(), form: form).convert([input])
    #expect(result.report.diagnostics.filter { $0.severity != .note }.map(\.message) == [])
    let api = try #require(result.apis.first)
    let found = try Self.flat(api.text(as: .yaml)).filter { !$0.contains("x-schemagen-source") }
    let expected = try Self.flat(text)
    #expect(found.filter { !expected.contains($0) } == [])
    #expect(expected.filter { !found.contains($0) } == [])
  }

  @Test("and a version has no words for is told", arguments: OpenAPIForm.allCases)
  func later(_ form: OpenAPIForm) throws {
    let lost = try Self.lost(RichDocument.v3_2, form)
    #expect(lost == [])
    let older = form == .v3_0 ? try Self.lost(RichDocument.v3_1, form) : []
    #expect(older == [])
  }

  /// Documents that nothing is filtered out of, and that are no larger than a megabyte.
  static let inputs = RoundTripInput.all.filter { $0.files.count == 1 && $0.configuration == nil && $0.size < 1 << 20 }

  @Test("is there or told", arguments: inputs) func coverage(_ input: RoundTripInput) throws {
    let bytes = try Data(contentsOf: input.files[0].url)
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.contains("openapi") else { return }
    for form in OpenAPIForm.allCases {
      let lost = try Self.lost(text, form, try input.settings())
      #expect(lost.prefix(12) == [], "\(input.name) as \(form.rawValue)")
    }
  }

  /// All scalars of a document with the ways to them.
  private static func flat(_ yaml: String) throws -> Set<String> {
    var report = Report()
    var sources = SourceMap()
    let file = sources.add(path: "openapi.yaml", bytes: [UInt8](yaml.utf8))
    let root = try #require(YAMLReader.read(file, report: &report))
    var lines: Set<String> = []
    func visit(_ node: Node, _ path: String) {
      if let members = node.members {
        if members.isEmpty { lines.insert("\(path): {}") }
        for member in members { visit(member.value, "\(path)/\(member.key)") }
      } else if let elements = node.elements {
        if elements.isEmpty { lines.insert("\(path): []") }
        for (index, element) in elements.enumerated() { visit(element, "\(path)/\(index)") }
      } else {
        lines.insert("\(path): \(node.jsonText())")
      }
    }
    visit(root, "")
    return lines
  }

  /// The places of what a document says that is neither in its conversion nor told.
  private static func lost(
    _ text: String,
    _ form: OpenAPIForm,
    _ configuration: Configuration = Configuration()
  ) throws -> [String] {
    let input = InputDocument(api: "api", path: "openapi.yaml", bytes: [UInt8](text.utf8))
    let result = Converter(configuration: configuration, form: form).convert([input])
    let file = result.sources.files[0]
    var ignored = Report()
    guard let api = result.apis.first, let root = Frontends.value(of: file, report: &ignored),
      root["openapi"] != nil
    else { return [] }
    var written = WrittenWords()
    var sources = SourceMap()
    let output = sources.add(path: "openapi.json", bytes: [UInt8](api.text(as: .json).utf8))
    written.add(try #require(JSONReader.read(output, report: &ignored)))
    var told: Set<SourceSpan> = []
    for diagnostic in result.report.diagnostics {
      for span in [diagnostic.span] + diagnostic.notes.map(\.span) { if let span { told.insert(span) } }
    }
    var lost: [String] = []
    func visit(_ node: Node, _ path: [String]) {
      guard !told.contains(node.span) else { return }
      if let members = node.members {
        // Of a parameter, a tag or a reference it is told where its name stands.
        if let name = node["name"] ?? node["$ref"], told.contains(name.span) { return }
        for member in members where !told.contains(member.keySpan) && !WrittenWords.isStructure(member) {
          let reference = member.value["$ref"] ?? member.value["url"]
          if told.contains(member.value.span) || reference.map({ told.contains($0.span) }) ?? false { continue }
          if !written.has(member.key), !WrittenWords.isRenamed(member.key, in: path) {
            lost.append((path + [member.key]).joined(separator: "/") + " (the key)")
          }
          visit(member.value, path + [member.key])
        }
      } else if let elements = node.elements {
        for (index, element) in elements.enumerated() { visit(element, path + ["\(index)"]) }
      } else if !written.has(node) {
        lost.append("\(path.joined(separator: "/")): \(node.jsonText().prefix(60))")
      }
    }
    visit(root, [])
    return lost
  }
}
