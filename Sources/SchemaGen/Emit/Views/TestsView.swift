import Mustache
import SchemaIR

/// What `tests.mustache` shows: one suite of round trips.
///
/// The examples are a table, in parts: a function each, or one long literal, takes the compiler many times as long.
struct TestsView: MustacheParent {
  /// How many examples one array literal holds.
  private static let partSize = 100

  /// One array of examples.
  struct Part: MustacheParent {
    let documentation: [String]
    let declaration: String
    let examples: [String]
    let tail: String

    func child(named name: String) -> Any? {
      switch name {
      case "documentation": Block.text(documentation)
      case "declaration": declaration
      case "examples": Block.text(examples)
      case "tail": tail
      default: nil
      }
    }
  }

  let sources: String
  let imports: [String]
  let name: String
  let documentation: [String]
  let parts: [Part]

  init(_ context: EmitContext, options: EmitOptions) {
    sources = FileView.sources(options)
    var imports: Imports = [.runtime, Imports("Testing")]
    if options.testsImportModule { imports.formUnion(Imports(options.module)) }
    for example in context.api.examples { imports.formUnion(context.resolver.imports(of: example.type)) }
    // What is internal is seen by tests alone.
    let isHidden = options.access == .internal
    self.imports = imports.modules.map { ($0 == options.module && isHidden ? "@testable import " : "import ") + $0 }
    name = context.names.namespace.text + "ExampleTests"
    documentation = [" Every example of the documents survives its model."]
    let types = TypePrinter(resolver: context.resolver, names: context.names, context: nil, isQualified: true)
    let layout = Layout(depth: 0)
    let isAlone = context.api.examples.count == 1
    let examples = context.api.examples.map { example in
      let literal = StringLiteral.raw(json: example.json)
      let arguments = [
        StringLiteral.quoted(Self.title(example.label)), "of: \(types.text(example.type)).self",
        layout.pair("json:", literal, indent: 6),
      ]
      return layout.call("DocumentedExample", arguments, tail: isAlone ? "" : ",", indent: 4)
    }
    parts = Self.parts(examples)
  }

  func child(named name: String) -> Any? {
    switch name {
    case "sources": sources
    case "imports": imports
    case "name": self.name
    case "documentation": Block.text(documentation)
    case "parts": parts
    default: nil
    }
  }

  /// The arrays that hold the examples; where these are several, one more that joins them comes first.
  private static func parts(_ examples: [String]) -> [Part] {
    let declaration = "static let examples: [DocumentedExample]"
    let documentation = [" The examples in the documents' order."]
    guard examples.count > partSize else {
      return [Part(documentation: documentation, declaration: declaration, examples: examples, tail: "")]
    }
    var names: [String] = []
    var parts: [Part] = []
    for start in stride(from: 0, to: examples.count, by: partSize) {
      let end = min(start + partSize, examples.count)
      let name = "examples\(names.count + 1)"
      names.append("\(name),")
      parts.append(
        Part(
          documentation: [" Examples \(start + 1) to \(end)."],
          declaration: "private static let \(name): [DocumentedExample]",
          examples: Array(examples[start..<end]),
          tail: ""
        )
      )
    }
    let all = Part(documentation: documentation, declaration: declaration, examples: names, tail: ".flatMap(\\.self)")
    return [all] + parts
  }

  /// A label as a test's title: one line, cut where it is long.
  private static func title(_ label: String) -> String {
    let words = label.split { $0.isNewline || $0.unicodeScalars.contains { $0.properties.generalCategory == .control } }
    let line = words.joined(separator: " ")
    return line.count > 80 ? line.prefix(79) + "…" : line
  }
}
