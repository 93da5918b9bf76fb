import Mustache
import SchemaIR

/// What `rules.mustache` shows: the rule book of an API and the types that its rules are for.
struct RulesView: MustacheParent {
  /// A type that can be checked.
  struct Model: MustacheParent {
    let type: String
    let rule: String

    func child(named name: String) -> Any? {
      switch name {
      case "type": type
      case "rule": rule
      default: nil
      }
    }
  }

  let access: String
  /// What holds the book: the namespace, or an enumeration for it alone where there is none.
  let holder: String
  /// Whether the enumeration is declared with the book.
  let declaresHolder: Bool
  /// The number signs around the book's literal.
  let fence: String
  let lines: [String]
  let models: [Model]

  init(_ context: EmitContext) {
    access = context.access
    declaresHolder = !context.names.hasNamespace
    holder = declaresHolder ? context.names.namespace.text + "Rules" : context.names.namespace.declaration
    var lines: [String] = []
    for (index, rule) in context.api.rules.enumerated() {
      var line = ""
      Rule.quote(rule.name, to: &line)
      line += ":" + rule.rule.json + (index + 1 < context.api.rules.count ? "," : "")
      lines.append(StringLiteral.harmless(json: line))
    }
    self.lines = lines
    fence = StringLiteral.fence(for: lines)
    models = context.api.rules.flatMap { rule in
      rule.types.map { Model(type: context.names.qualified($0), rule: StringLiteral.quoted(rule.name)) }
    }
  }

  func child(named name: String) -> Any? {
    switch name {
    case "access": access
    case "holder": holder
    case "keyword": declaresHolder ? access + "enum" : "extension"
    case "documentation":
      Block.text(declaresHolder ? [" What the documents demand of values beyond their types."] : [])
    case "fence": fence
    case "lines": Block.text(lines)
    case "models": models
    default: nil
    }
  }
}
