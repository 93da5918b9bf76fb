import SchemaEmit
import SchemaIR
import Testing

/// Templates that replace the built-in ones.
@Suite struct TemplateTests {
  @Test("a template replaces its namesake, as plain text")
  func override() throws {
    let templates = try TemplateSet(overrides: ["structure.mustache": "// {{name}} <&>\r\n", "tests": ""])
    let files = Build.files(Build.api(structures: ["Thing"]), templates: templates)
    #expect(files["Models/Relay/Relay+Thing.swift"]?.hasSuffix("extension Relay {\n  // Thing <&>\n}\n") == true)
  }

  @Test("an unknown or broken template is named with its line")
  func broken() {
    #expect(throws: TemplateSet.Failure.self) { try TemplateSet(overrides: ["structur.mustache": ""]) }
    let cases: [(text: String, line: Int)] = [
      ("a\nb\n{{#x}}\n{{/y}}\n", 4), ("{{x", 1), ("a\n{{#x}}\nb\n", 4), ("{{% FOO: bar}}", 1), ("a\n{{!", 2),
    ]
    for (text, line) in cases {
      do {
        _ = try TemplateSet(overrides: ["union.mustache": text])
        Issue.record("accepted: \(text)")
      } catch {
        #expect(error.file == "union.mustache")
        #expect(error.line == line, "\(error)")
        #expect(error.description.hasPrefix("union.mustache:\(line): "))
      }
    }
  }
}
