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
      ("- module", "1:1"), ("module", "1:1"), ("templates: 1", "1:12"),
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
}
