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

  @Test("a list's tag repeats its line, and so does a section of one line")
  func lists() throws {
    let texts = [
      "// {{name}}\n  ///{{documentation}}\n;", "// {{name}}\n{{#documentation}}\n  ///{{.}}\n{{/documentation}}\n;",
    ]
    for text in texts {
      let templates = try TemplateSet(overrides: ["structure": text])
      var api = Build.api(structures: ["Thing"])
      api.declarations[0].documentation = "One.\n\nTwo."
      let file = Build.files(api, templates: templates)["Models/Relay/Relay+Thing.swift"]
      #expect(file?.hasSuffix("  // Thing\n    /// One.\n    ///\n    /// Two.\n  ;\n}\n") == true, "\(file ?? "")")
    }
  }

  @Test("a list without lines leaves its line out")
  func emptyLists() throws {
    let templates = try TemplateSet(overrides: ["structure": "a\n  {{reads}}\nb\n"])
    let file = Build.files(Build.api(structures: ["Thing"]), templates: templates)["Models/Relay/Relay+Thing.swift"]
    #expect(file?.hasSuffix("{\n  a\n  b\n}\n") == true, "\(file ?? "")")
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
