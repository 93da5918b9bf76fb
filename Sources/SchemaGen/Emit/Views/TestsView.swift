import Mustache
import SchemaIR

/// What `tests.mustache` shows: one suite of round trips.
struct TestsView: MustacheParent {
  /// One example.
  struct Test: MustacheParent {
    let label: String
    let name: String
    let json: String
    let expectation: String

    func child(named name: String) -> Any? {
      switch name {
      case "label": label
      case "name": self.name
      case "json": json
      case "expectation": expectation
      default: nil
      }
    }
  }

  let sources: String
  let imports: [String]
  let name: String
  let documentation: [String]
  let tests: [Test]

  init(_ context: EmitContext, options: EmitOptions) {
    sources = FileView.sources(options)
    imports = ((options.testsImportModule ? [options.module] : []) + ["SchemaRuntime", "Testing"])
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .map { ($0 == options.module && options.access == .internal ? "@testable " : "") + "import " + $0 }
    name = context.names.namespace.text + "ExampleTests"
    documentation = [" Every example of the documents survives its model."]
    let types = TypePrinter(resolver: context.resolver, names: context.names, context: nil, isQualified: true)
    let layout = Layout(depth: 0)
    let names = TestsView.names(of: context.api.examples)
    tests = zip(context.api.examples, names).map { example, name in
      let literal = StringLiteral.raw(json: example.json)
      let type = types.text(example.type)
      let line = "#expect(try RoundTrip.differences(of: \(type).self, json: json) == [])"
      let isShort = layout.fits(line, indent: 4)
      let inner = layout.call(
        "try RoundTrip.differences",
        ["of: \(type).self", "json: json"],
        tail: " == []",
        indent: 6
      )
      return Test(
        label: StringLiteral.quoted(TestsView.title(example.label)),
        name: name.declaration,
        json: layout.pair("let json =", literal, indent: 4),
        expectation: isShort ? line : "#expect(\n      \(inner)\n    )"
      )
    }
  }

  func child(named name: String) -> Any? {
    switch name {
    case "sources": sources
    case "imports": imports
    case "name": self.name
    case "documentation": documentation
    case "tests": tests
    default: nil
    }
  }

  /// Names of the test functions: made from the labels, and where these are the same, from the values.
  private static func names(of examples: [Example]) -> [SwiftName] {
    let requests = examples.map { example in
      let plain = NameRole.operation.plain(example.label)
      let spelled = {
        let spelled = NameRole.operation.spelled(example.label)
        return spelled == plain ? plain + StableHash.suffix(example.label + "\u{0}" + example.json) : spelled
      }
      return NameScope.Request(example.label, plain: plain, spelled: spelled)
    }
    return NameScope().names(for: requests).names.map { SwiftName($0) }
  }

  /// A label as a test's title: one line, cut where it is long.
  private static func title(_ label: String) -> String {
    let words = label.split { $0.isNewline || $0.unicodeScalars.contains { $0.properties.generalCategory == .control } }
    let line = words.joined(separator: " ")
    return line.count > 80 ? line.prefix(79) + "…" : line
  }
}
