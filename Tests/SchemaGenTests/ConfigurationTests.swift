import Foundation
import SchemaGen
import SchemaSource
import Testing

/// Reading `schemagen.yaml`.
@Suite struct ConfigurationTests {
  /// The configuration of a text, and its diagnostics as `line:column id`.
  private func read(_ text: String) -> (configuration: Configuration, problems: [String]) {
    var sources = SourceMap()
    var report = Report()
    let file = sources.add(path: "schemagen.yaml", bytes: Array(text.utf8))
    let configuration = Configuration(reading: file, report: &report)
    let problems = report.diagnostics.map { diagnostic in
      let location = diagnostic.span.map { file.location(of: $0.start) }
      return "\(location?.line ?? 0):\(location?.column ?? 0) \(diagnostic.severity) \(diagnostic.id.rawValue)"
    }
    return (configuration, problems)
  }

  @Test("every key is read") func everything() {
    let (configuration, problems) = read(
      """
      # what is generated
      module: Models
      templates: Templates
      prose: ignore
      apis:
        gpt-4o-audio:
          namespace: GPT4oAudio
          server: https://api.example.com/v1/
        relay:
      """
    )
    #expect(problems == [])
    #expect(configuration.module == "Models")
    #expect(configuration.templates == "Templates")
    #expect(!configuration.settings.readsProse)
    #expect(configuration.apis["gpt-4o-audio"]?.namespace == .named("GPT4oAudio"))
    #expect(configuration.apis["gpt-4o-audio"]?.server == "https://api.example.com/v1")
    #expect(configuration.apis["relay"] != nil)
  }

  @Test("an empty configuration changes nothing", arguments: ["", "\n", "# nothing\n  # here\n", "{}", "---\n"])
  func empty(_ text: String) {
    let (configuration, problems) = read(text)
    #expect(problems == [])
    #expect(configuration.module == nil)
    #expect(configuration.settings.readsProse)
  }

  @Test(
    "what is wrong is told with its place",
    arguments: [
      ("modul: A", "1:1"), ("module: 3", "1:9"), ("module: ../A", "1:9"), ("module: ''", "1:9"), ("module: [A]", "1:9"),
      ("prose: maybe", "1:8"), ("prose: true", "1:8"), ("apis: [a]", "1:7"), ("apis:\n  a: b", "2:6"),
      ("apis:\n  a:\n    name: B", "3:5"), ("apis:\n  a:\n    namespace: a-b", "3:16"),
      ("apis:\n  a:\n    server: example.com", "3:13"), ("apis:\n  a:\n    server: https://", "3:13"),
      ("- module", "1:1"), ("module", "1:1"), ("templates: 1", "1:12"), ("unknownKeys: drop", "1:14"),
      ("defaults: true", "1:11"),
    ]
  )
  func wrong(_ text: String, _ place: String) {
    #expect(read(text).problems == ["\(place) error invalid-configuration"])
  }

  @Test("all errors are told, and the rest is used") func several() {
    let (configuration, problems) = read("a: 1\nmodule: Good\nb: 2\n")
    #expect(problems.count == 2)
    #expect(configuration.module == "Good")
  }

  @Test("text that is no YAML is an error") func syntax() {
    #expect(read("module: [").problems.count == 1)
  }

  @Test(
    "names of modules",
    arguments: [
      ("A", true), ("_a1", true), ("模型", true), ("", false), ("_", false), ("1a", false), ("a b", false),
      ("a.b", false), ("a/b", false), ("..", false), ("a\0", false), (String(repeating: "a", count: 300), false),
    ]
  )
  func identifiers(_ text: String, _ isIdentifier: Bool) {
    #expect(Configuration.isIdentifier(text) == isIdentifier)
  }

  @Test("the sample in the README is read, and shows every key") func sample() throws {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../..")
    let readme = try String(
      contentsOf: package.appendingPathComponent("README.md").standardizedFileURL,
      encoding: .utf8
    )
    let section = try #require(readme.components(separatedBy: "## Configuration\n").last)
    let sample = try #require(section.components(separatedBy: "```yaml\n").dropFirst().first)
    let (configuration, problems) = read(try #require(sample.components(separatedBy: "```").first))
    #expect(problems == [])
    let settings = configuration.settings(of: "petstore")
    #expect(settings.access == .public)
    #expect(configuration.settings.access == .package)
    #expect(settings.filter.include.count == 3)
    #expect(settings.naming.properties.names["*.desc"]?.value == "summary")
    #expect(settings.conformances.count == 2)
    #expect(settings.types.count == 2)
    // The table names what the sample does not show.
    let root = try JSONSerialization.jsonObject(with: Data(ConfigurationSchema.json.utf8)) as? [String: Any]
    for key in try #require(root?["properties"] as? [String: Any]).keys { #expect(section.contains("`\(key)")) }
  }

  @Test(
    "a word that is nearly right is told",
    arguments: [
      ("modul: A", "did you mean `module`?"), ("acess: public", "did you mean `access`?"),
      ("access: publik", "did you mean `public`?"), ("filter: {inclde: []}", "did you mean `include`?"),
      ("apis: {a: {sever: 'https://a.b'}}", "did you mean `server`?"), ("xyzzy: 1", "the keys here are"),
    ]
  )
  func suggestion(_ text: String, _ note: String) {
    var sources = SourceMap()
    var report = Report()
    let file = sources.add(path: "schemagen.yaml", bytes: Array(text.utf8))
    _ = Configuration(reading: file, report: &report)
    #expect(report.diagnostics.count == 1)
    #expect(report.diagnostics.first?.notes.first?.message.hasPrefix(note) == true)
  }

  @Test("a key that is there twice is an error at the second one") func duplicate() {
    #expect(read("module: A\nmodule: B").problems == ["2:1 error duplicate-key"])
    #expect(read("naming:\n  types:\n    names: {A: B, A: C}").problems == ["3:19 error duplicate-key"])
  }

  @Test("what an API says overrides what all say, wherever it stands") func overriding() {
    let (configuration, problems) = read(
      """
      apis:
        a:
          access: internal
          filter: {include: {tags: x}}
          naming: {types: {names: {B: Bee}}}
        b:
      access: package
      filter: {include: {tags: y}, exclude: {tags: z}}
      naming: {acronyms: IoT, types: {names: {A: Ay}}}
      """
    )
    #expect(problems == [])
    let (a, b, c) = (configuration.settings(of: "a"), configuration.settings(of: "b"), configuration.settings(of: "c"))
    #expect([a.access, b.access, c.access] == [.internal, .package, .package])
    #expect(a.filter.include.map { $0.tags.map(\.value.text) } == [["x"]])
    #expect(a.filter.exclude.count == 1)
    #expect(a.naming.acronyms == ["IoT"])
    #expect(a.naming.types.names.keys.sorted() == ["A", "B"])
    #expect(b.naming.types.names.keys.sorted() == ["A"])
  }

  @Test("what becomes of unknown keys and of defaults is read, for all and for one API") func policies() {
    let (configuration, problems) = read(
      """
      apis: {a: {unknownKeys: refuse, defaults: initializers}, b: {}}
      unknownKeys: keep
      defaults: documentation
      """
    )
    #expect(problems == [])
    let names = ["a", "b", "c"]
    #expect(names.map { configuration.settings(of: $0).unknownKeys.rawValue } == ["refuse", "keep", "keep"])
    let defaults = names.map { configuration.settings(of: $0).defaults.rawValue }
    #expect(defaults == ["initializers", "documentation", "documentation"])
  }

  @Test("what is wrong in a list costs only its entry") func entries() {
    let (configuration, problems) = read(
      "filter: {include: {tags: [a, 1, b]}}\nconformances: [{module: M}, {protocol: P}]"
    )
    #expect(problems == ["1:30 error invalid-configuration", "2:16 error invalid-configuration"])
    #expect(configuration.settings.filter.include.first?.tags.map(\.value.text) == ["a", "b"])
    #expect(configuration.settings.conformances.map(\.type.name) == ["P"])
  }
}
