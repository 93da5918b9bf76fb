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
      return layout.call("DocumentedExample", arguments, tail: isAlone ? "" : ",", indent: 4)
    }
    parts = Self.parts(examples, subjects: context.api.examples.map { Self.subject($0.label) })
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
  ///
  /// There are as many as the next power of two, so that they are other ones only when a document doubles.
  private static func parts(_ examples: [String], subjects: [Substring]) -> [Part] {
    let declaration = "static let examples: [DocumentedExample]"
    guard examples.count > partSize else {
      let documentation = [" The examples in the documents' order."]
      return [Part(documentation: documentation, declaration: declaration, examples: examples, tail: "")]
    }
    var count = 2
    while count * partSize < examples.count { count *= 2 }
    var shares: [[String]] = Array(repeating: [], count: count)
    for (example, subject) in zip(examples, subjects) {
      shares[Int(StableHash.value(String(subject)) % UInt64(count))].append(example)
    }
    let filled = shares.enumerated().filter { !$0.element.isEmpty }
    let all = Part(
      documentation: [" All examples; those of one subject stand together, in the documents' order."],
      declaration: declaration,
      examples: filled.map { "examples\($0.offset + 1)," },
      tail: ".flatMap(\\.self)"
    )
    let parts = filled.map { index, examples in
      Part(
        documentation: [" The examples, part \(index + 1) of \(count)."],
        declaration: "private static let examples\(index + 1): [DocumentedExample]",
        examples: examples,
        tail: ""
      )
    }
    return [all] + parts
  }

  /// The model or operation that a label speaks of first.
  private static func subject(_ label: String) -> Substring { label.prefix { $0 != "." && $0 != ":" && $0 != " " } }

  /// A label as a test's title: one line, cut where it is long.
  private static func title(_ label: String) -> String {
    let words = label.split { $0.isNewline || $0.unicodeScalars.contains { $0.properties.generalCategory == .control } }
    let line = words.joined(separator: " ")
    return line.count > 80 ? line.prefix(79) + "…" : line
  }
}
