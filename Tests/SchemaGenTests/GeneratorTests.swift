import SchemaEmit
import SchemaGen
import SchemaSource
import Testing

/// From documents to files, without a disk.
@Suite struct GeneratorTests {
  /// A small document.
  private func document(_ api: String, _ name: String = "openapi.json", schema: String = "{\"type\":\"string\"}")
    -> InputDocument
  {
    let text = """
      {"openapi":"3.1.0","info":{"title":"t","version":"1"},"paths":{},"components":{"schemas":{
        "Thing":{"type":"object","required":["name"],"properties":{"name":\(schema)}}}}}
      """
    return InputDocument(api: api, path: "specs/\(api)/\(name)", bytes: Array(text.utf8))
  }

  /// A document that holds a text.
  private func raw(_ api: String, _ name: String, _ text: String) -> InputDocument {
    InputDocument(api: api, path: "specs/\(api)/\(name)", bytes: Array(text.utf8))
  }

  /// Runs the generator.
  private func generate(
    _ documents: [InputDocument],
    configuration: Configuration = Configuration(),
    shards: Int? = nil,
    isStrict: Bool = false
  ) -> GenerationResult {
    var options = Generator.Options(module: "M")
    options.shards = shards
    options.isStrict = isStrict
    options.makesTests = true
    options.dumpsIR = true
    return Generator(configuration: configuration, options: options, templates: TemplateSet()).generate(documents)
  }

  @Test("every API gets a folder of its own") func folders() {
    let result = generate([document("b"), document("a")])
    #expect(result.report.hasErrors == false)
    #expect(result.files.allSatisfy { $0.path.hasPrefix("M/A/") || $0.path.hasPrefix("M/B/") })
    #expect(result.files.contains { $0.path.hasPrefix("M/A/") } && result.files.contains { $0.path.hasPrefix("M/B/") })
    #expect(result.files.allSatisfy { OutputFolder.isGenerated($0.contents.utf8) })
    #expect(result.dumps.map(\.api) == ["a", "b"])
    #expect(result.kept.isEmpty)
  }

  @Test("the same documents give the same result, whatever the threads do") func stable() {
    let documents = (0..<40).map { document("api\($0)") } + [raw("api7", "more.json", "{")]
    let first = generate(documents)
    for _ in 0..<5 {
      let next = generate(documents)
      #expect(next.files == first.files)
      #expect(next.tests == first.tests)
      #expect(next.report.diagnostics == first.report.diagnostics)
    }
  }

  @Test("one broken document of three: the others are generated, its API is kept") func broken() {
    let result = generate([document("a"), raw("b", "openapi.json", "{\"openapi\": "), document("c")])
    #expect(result.report.hasErrors)
    #expect(result.files.contains { $0.path.hasPrefix("M/A/") } && result.files.contains { $0.path.hasPrefix("M/C/") })
    #expect(!result.files.contains { $0.path.hasPrefix("M/B/") })
    #expect(result.kept.contains(.folder("M/B")))
  }

  @Test("a document that is lost keeps the output of its whole API") func partlyBroken() {
    let result = generate([document("a"), raw("a", "second.json", "{")])
    #expect(result.kept.contains(.folder("M/A")))
    #expect(result.files.contains { $0.path.hasPrefix("M/A/") })
  }

  @Test("an unresolved reference is an error, and everything else is generated") func localLoss() {
    let result = generate([document("a", schema: "{\"$ref\":\"#/components/schemas/Nowhere\"}")])
    #expect(result.report.diagnostics.map(\.id).contains(.unresolvedReference))
    #expect(result.report.hasErrors)
    #expect(result.kept.isEmpty)
    #expect(!result.files.isEmpty)
  }

  @Test("a README beside documents is a warning, alone it is an error") func readme() {
    let beside = generate([document("a"), raw("a", "README.md", "# About these documents\n\nThey are ours.\n")])
    #expect(!beside.report.hasErrors)
    #expect(beside.report.diagnostics.map(\.id) == [.unknownFormat])
    #expect(beside.kept.isEmpty)
    let alone = generate([raw("a", "README.md", "# About these documents\n\nThey are ours.\n")])
    #expect(alone.report.hasErrors)
    #expect(alone.kept.contains(.folder("M/A")))
  }

  @Test("strict makes errors of warnings") func strict() {
    let documents = [document("a"), raw("a", "README.md", "# About\n")]
    #expect(generate(documents, isStrict: true).report.hasErrors)
  }

  @Test("the configuration names the namespace") func namespace() {
    var configuration = Configuration()
    configuration.apis["a"] = Settings()
    configuration.apis["a"]?.namespace = .named("Chosen")
    let result = generate([document("a")], configuration: configuration)
    #expect(result.files.allSatisfy { $0.path.hasPrefix("M/Chosen/") })
    let broken = generate([raw("a", "x.json", "{")], configuration: configuration)
    #expect(broken.kept.contains(.folder("M/Chosen")))
  }

  @Test("two APIs with one namespace are an error, not a mixture") func sameNamespace() {
    var configuration = Configuration()
    configuration.apis["a"] = Settings()
    configuration.apis["a"]?.namespace = .named("Same")
    configuration.apis["b"] = Settings()
    configuration.apis["b"]?.namespace = .named("SAME")
    let result = generate([document("a"), document("b")], configuration: configuration)
    #expect(result.report.diagnostics.contains { $0.id == .collidingNames && $0.severity == .error })
    #expect(Set(result.files.map { $0.path.lowercased() }).count == result.files.count)
  }

  @Test("settings for an API that is not there are told where the inputs should have it") func unusedSettings() {
    var configuration = Configuration()
    configuration.apis["typo"] = Settings()
    #expect(generate([document("a")], configuration: configuration).report.diagnostics.isEmpty)
    configuration.coversInputs = true
    let report = generate([document("a")], configuration: configuration).report
    #expect(report.diagnostics.map(\.id) == [.invalidConfiguration])
  }

  @Test("shards are exactly as many files as asked for", arguments: [1, 2, 12])
  func shards(_ count: Int) {
    let result = generate([document("a"), document("b")], shards: count)
    #expect(result.files.map(\.path) == (0..<count).map { "M/M_\($0 < 10 ? "0" : "")\($0).swift" })
    let text = result.files.map(\.contents).joined()
    for file in result.files {
      #expect(OutputFolder.isGenerated(file.contents.utf8))
      let imports = file.contents.split(separator: "\n").filter { $0.contains("import ") && !$0.hasPrefix("//") }
      #expect(Set(imports).count == imports.count)
    }
    #expect(text.contains("A") && text.contains("B"))
  }

  @Test(
    "hostile names of folders become paths within the output",
    arguments: [
      "..", "../../etc", "a/b", "", " ", "class", "Type", "self", "1st", "😀", "a\u{0}b", "a\nb", "*/", "\"\"\"",
      "\\(x)", String(repeating: "n", count: 10_000), "模型", "a-b", "a.b",
    ]
  )
  func hostileNames(_ name: String) {
    let result = generate([document(name)])
    var report = Report()
    let plan = OutputPlan(result.files, over: OutputFolder(), keeping: [], report: &report)
    #expect(report.diagnostics.isEmpty)
    #expect(plan.changes.count == result.files.count && !result.files.isEmpty)
    #expect(result.files.allSatisfy { $0.path.split(separator: "/").allSatisfy { $0.utf8.count <= 255 } })
  }

  @Test("no documents give no files") func nothing() {
    let result = generate([])
    #expect(result.files.isEmpty && result.report.diagnostics.isEmpty)
  }
}
