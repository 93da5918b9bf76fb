import SchemaRuntime
import Testing

@testable import JSONSchemaSuite

/// Reads every schema of JSON Schema's test suite, and judges every instance by the rules that its schema becomes.
/// Whether generated models carry the instances is for `make json-schema-suite`, which compiles them.
@Suite struct JSONSchemaSuiteTests {
  @Test func `rules judge the instances as the suite does`() throws {
    guard let groups = JSONSchemaSuite.groups else {
      print("the corpus is absent: JSON Schema's test suite is skipped")
      return
    }
    var wrong: Set<String> = []
    for group in groups {
      let model = try SuiteModel(group, number: 0)
      #expect(!model.files.isEmpty)
      let book = RuleBook(model.rules)
      for instance in group.instances {
        let isValid = book[model.rule].violations(of: instance.value).isEmpty
        if isValid != instance.isValid {
          wrong.insert(group.name(of: instance))
        }
      }
    }
    let known = try JSONSchemaSuite.exceptions("rule")
    #expect(wrong.subtracting(known).sorted() == [], "these are judged wrongly and are not listed")
    #expect(known.subtracting(wrong).sorted() == [], "these are listed and are judged as the suite does")
  }
}
