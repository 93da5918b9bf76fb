import Mustache
import SchemaIR

/// What `union.mustache` shows.
struct UnionView: MustacheParent {
  /// One alternative.
  struct Case: MustacheParent {
    let documentation: [String]
    let declaration: String

    func child(named name: String) -> Any? {
      switch name {
      case "documentation": Block.text(documentation)
      case "declaration": declaration
      default: nil
      }
    }
  }

  /// The name and the protocols, up to the body.
  let head: String
  let documentation: [String]
  let cases: [Case]
  /// The initializers that make a variant of a literal.
  let literals: [UnionLiteral]
  /// What the reading function looks at to find the variant.
  let subject: String
  let branches: [String]
  let writes: [String]
  let hasNested: Bool
  let imports: Imports
  let access: String

  init(_ union: Union, of id: DeclID, in context: EmitContext) {
    let scope = context.scope(of: id)
    let names = context.names.members[id.index]
    let writer = BranchWriter(union: union, names: names, scope: scope)
    access = context.access
    literals = UnionLiteral.all(of: union, names: names, in: scope)
    let start = "\(access)enum \(context.names[id].declaration): SchemaUnion\(context.conformances.clause(of: id))"
    head = UnionLiteral.head(start, literals.map(\.conformance), scope.layout)
    documentation = context.documentation(of: context.api[id], fallback: "One of several types.")
    hasNested = context.hasNested(id)
    var cases = zip(union.variants, names).map { variant, name in
      let keyword = scope.resolver.isBoxed(variant.type) ? "indirect case" : "case"
      return Case(
        documentation: variant.documentation.map { DocumentationComment.lines($0, fallback: "A variant.") } ?? [],
        declaration: scope.layout.call("\(keyword) \(name.declaration)", [scope.types.text(variant.type)], indent: 2)
      )
    }
    var writes = zip(union.variants, names).map { writer.write($1.text, event: $0.events.first) }
    switch union.tagging {
    case .property(let key):
      subject = "try reader.tag(\(StringLiteral.quoted(key)))"
      branches = writer.taggedBranches()
    case .shape where union.isToldByEvents:
      subject = "reader.event"
      branches = writer.eventBranches()
    case .shape:
      subject = "reader.kind"
      branches = writer.shapeBranches()
    }
    if union.keepsUnknown {
      let known = union.isToldByEvents ? "The data of an event whose name" : "A value whose tag"
      cases.append(
        Case(documentation: [" \(known) the document does not list."], declaration: "case unknown(JSONValue)")
      )
      writes.append(writer.write("unknown"))
    }
    self.cases = cases
    self.writes = writes
    imports = union.variants.reduce(into: [.runtime]) { $0.formUnion(scope.resolver.imports(of: $1.type)) }
  }

  func child(named name: String) -> Any? {
    switch name {
    case "access": access
    case "head": head
    case "documentation": Block.text(documentation)
    case "cases": cases
    case "literals": literals
    case "subject": subject
    case "branches": Block.text(branches)
    case "writes": Block.text(writes)
    case "nested": hasNested ? [Assembly.placeholder] : []
    default: nil
    }
  }
}
