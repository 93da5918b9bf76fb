import Mustache
import SchemaIR

/// Methods of the client that share a tag, as `clientGroup.mustache` shows them.
struct ClientGroupView: MustacheParent {
  let access: String
  let name: String
  let documentation: [String]
  let operations: [OperationView]

  init(_ group: ClientGroup, in context: EmitContext) {
    access = context.access
    name = group.type.declaration
    documentation = ClientGroupView.documentation(of: group, in: context.api)
    operations = group.operations.flatMap { OperationView.views($0, in: context, depth: context.names.topDepth) }
  }

  func child(named name: String) -> Any? {
    switch name {
    case "access": access
    case "name": self.name
    case "documentation": Block.text(documentation)
    case "operations": operations
    default: nil
    }
  }

  /// What the document says of a group's tag.
  static func documentation(of group: ClientGroup, in api: API) -> [String] {
    let tag = api.tags.first { $0.name == group.tag }
    return DocumentationComment.lines(tag?.documentation, fallback: "Calls of \(StringLiteral.shown(group.tag)).")
  }
}
