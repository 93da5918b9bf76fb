import Mustache
import SchemaIR

/// What `tests.mustache` shows: one suite of round trips.
///
/// The examples are a table, in parts: a function each, or one long literal, takes the compiler many times as long. The
/// subject of an example decides its part, not its position, so that a new example moves no other.
struct TestsView: MustacheParent {
  /// How many examples one array literal holds, about.
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
      let text = layout.call("DocumentedExample", arguments, tail: isAlone ? "" : ",", indent: 4)
      return (subject: Self.subject(example.label), text: text)
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
  private static func parts(_ examples: [(subject: String, text: String)]) -> [Part] {
    let declaration = "static let examples: [DocumentedExample]"
    let split = HashedParts(examples, size: partSize) { $0.subject }
    guard split.count > 1 else {
      let documentation = [" The examples in the documents' order."]
      return [Part(documentation: documentation, declaration: declaration, examples: examples.map(\.text), tail: "")]
    }
    let all = Part(
      documentation: [" All examples; those of one subject stand together, in the documents' order."],
      declaration: declaration,
      examples: split.parts.map { "examples\($0.number)," },
      tail: ".flatMap(\\.self)"
    )
    let parts = split.parts.map { number, examples in
      Part(
        documentation: [" The examples, part \(number) of \(split.count)."],
        declaration: "private static let examples\(number): [DocumentedExample]",
        examples: examples.map(\.text),
        tail: ""
      )
    }
    return [all] + parts
  }

  /// The model or operation that a label speaks of first.
  private static func subject(_ label: String) -> String {
    String(label.prefix { $0 != "." && $0 != ":" && $0 != " " })
  }

  /// A label as a test's title: one line, cut where it is long.
  private static func title(_ label: String) -> String {
    let words = label.split { $0.isNewline || $0.unicodeScalars.contains { $0.properties.generalCategory == .control } }
    let line = words.joined(separator: " ")
    return line.count > 80 ? line.prefix(79) + "…" : line
  }
}
