import Mustache
import SchemaIR

/// What `enumeration.mustache` and `closedEnumeration.mustache` show.
struct EnumerationView: MustacheParent {
  /// One listed value.
  struct Case: MustacheParent {
    let documentation: [String]
    let name: String
    /// The name, its type where it has one, and the value, on two lines where they do not fit on one.
    let declaration: String

    /// The documentation and the declaration.
    var lines: [String] { documentation.map { "///\($0)" } + [declaration] }

    func child(named name: String) -> Any? {
      switch name {
      case "documentation": Block.text(documentation)
      case "name": Verbatim(self.name)
      case "declaration": Verbatim(declaration)
      default: nil
      }
    }
  }

  let name: String
  let documentation: [String]
  let rawType: String
  /// The protocol of open enumerations.
  let base: String
  let cases: [Case]
  let hasNested: Bool
  let isOpen: Bool
  let access: String
  let conformances: String

  init(_ enumeration: Enumeration, of id: DeclID, in context: EmitContext) {
    let layout = context.scope(of: id).layout
    access = context.access
    conformances = context.conformances.clause(of: id)
    name = context.names[id].declaration
    documentation = context.documentation(of: context.api[id], fallback: "One of the listed values.")
    rawType = enumeration.rawType.swiftType
    base = enumeration.base
    hasNested = context.hasNested(id)
    isOpen = enumeration.isEmittedOpen
    cases = enumeration.listed.map { index, literal in
      let name = context.names.members[id.index][index].declaration
      return Case(
        documentation: DocumentationComment.lines(
          enumeration.cases[index].documentation,
          fallback: "The value \(enumeration.cases[index].value.shown)."
        ),
        name: name,
        declaration: enumeration.isEmittedOpen
          ? layout.getter("\(context.access)static var \(name): Self", literal, indent: 2)
          : layout.pair("case \(name) =", literal, indent: 2)
      )
    }
  }

  func child(named name: String) -> Any? {
    switch name {
    case "name": Verbatim(self.name)
    case "access": Verbatim(access)
    case "conformances": Verbatim(conformances)
    case "documentation": Block.text(documentation)
    case "rawType": Verbatim(rawType)
    case "base": Verbatim(base)
    case "members": Block.text(cases.flatMap(\.lines))
    case "cases": cases
    case "hasCases": !cases.isEmpty
    case "nested": hasNested ? [Assembly.placeholder] : []
    default: nil
    }
  }
}

extension Enumeration {
  /// The cases whose values are of the enumeration's kind, each value once, with their literals.
  var listed: [(index: Int, literal: String)] {
    var seen: Set<Literal> = []
    return cases.enumerated().compactMap { index, listed in
      literal(listed.value).flatMap { literal in
        seen.insert(listed.value).inserted ? (index, literal) : nil
      }
    }
  }

  /// A value as an expression of the enumeration's own type; whole numbers beyond `Int64` have no literal.
  private func literal(_ value: Literal) -> String? {
    if rawKind == .value, case .number(let text) = value, let number = UInt64(text) {
      return "Self(rawValue: .number(JSONNumber(\(number) as UInt64)))"
    }
    return LiteralPrinter.text(value, as: rawType)
  }

  /// The protocol of open enumerations of this kind.
  fileprivate var base: String {
    switch rawKind {
    case .string: "OpenStringEnum"
    case .integer: "OpenIntegerEnum"
    case .number: "OpenNumberEnum"
    case .value: "OpenValueEnum"
    }
  }

  /// Whether the enumeration becomes an open one: one that lists nothing could hold no value if it were closed.
  var isEmittedOpen: Bool { isOpen || rawKind == .value || listed.isEmpty }
}

extension Literal {
  /// The constant for a comment.
  fileprivate var shown: String {
    if case .string(let text) = self { StringLiteral.shown(text) } else { text }
  }
}
