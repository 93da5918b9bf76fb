import Mustache
import SchemaIR

/// What `structure.mustache` shows.
struct StructureView: MustacheParent {
  let name: String
  let documentation: [String]
  let isDeprecated: Bool
  let properties: [PropertyView]
  let parameters: String
  let assignments: [String]
  let reads: [String]
  let writes: [String]
  let hasNested: Bool
  let access: String
  let conformances: String
  /// The name and the protocols, up to the body.
  let head: String
  /// The initializer that makes the value of a text; nil where none does.
  let literal: StructureLiteral?

  init(_ structure: Structure, of id: DeclID, in context: EmitContext) {
    let scope = context.scope(of: id)
    let declaration = context.api[id]
    name = context.names[id].declaration
    access = context.access
    conformances = context.conformances.clause(of: id)
    documentation = DocumentationComment.lines(declaration.documentation, fallback: "A JSON object.")
    isDeprecated = declaration.isDeprecated
    hasNested = context.hasNested(id)
    var properties: [PropertyView] = []
    for (property, name) in zip(structure.properties, context.names.members[id.index]) {
      properties.append(PropertyView(property, name: name, in: scope))
    }
    var reads = properties.map(\.read)
    var writes = properties.map(\.write)
    if case .kept(let type) = structure.additional {
      let rest = PropertyView(additional: type, in: scope)
      properties.append(rest)
      let keys = structure.properties.map { StringLiteral.quoted($0.key) }
      let head = "additionalProperties = try reader.additionalProperties(except: ["
      reads.append(head + scope.layout.elements(keys, after: head, before: "])", indent: 4))
      writes.append("try writer.additionalProperties(additionalProperties)")
    }
    if case .refused = structure.additional {
      let keys = structure.properties.map { StringLiteral.quoted($0.key) }
      let head = "try reader.refuseOthers(than: ["
      reads.append(head + scope.layout.elements(keys, after: head, before: "])", indent: 4))
    }
    self.properties = properties
    self.reads = reads
    self.writes = writes
    literal = StructureLiteral(id, structure, properties, in: context)
    head = UnionLiteral.head(
      "\(access)struct \(name): SchemaObject\(conformances)",
      literal == nil ? [] : ["ExpressibleByStringLiteral"],
      scope.layout
    )
    assignments = properties.map(\.assignment)
    parameters = scope.layout.list(
      properties.map(\.parameter),
      after: "\(access)init(",
      before: properties.isEmpty ? ") {}" : ") {",
      indent: 2
    )
  }

  func child(named name: String) -> Any? {
    switch name {
    case "name": Verbatim(self.name)
    case "access": Verbatim(access)
    case "conformances": Verbatim(conformances)
    case "head": Verbatim(head)
    case "literal": literal
    case "documentation": Block.text(documentation)
    case "isDeprecated": isDeprecated
    case "members": Block.text(properties.flatMap(\.lines))
    case "properties": properties
    case "hasProperties": !properties.isEmpty
    case "parameters": Verbatim(parameters)
    case "assignments": Block.text(assignments)
    case "reads": Block.text(reads)
    case "writes": Block.text(writes)
    case "nested": hasNested ? [Assembly.placeholder] : []
    default: nil
    }
  }
}
