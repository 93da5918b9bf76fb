import Mustache
import SchemaIR

/// The namespace's own declaration.
struct NamespaceView: MustacheParent {
  let name: String
  let documentation: [String]
  let access: String

  init(_ context: EmitContext) {
    name = context.names.namespace.declaration
    access = context.access
    documentation = DocumentationComment.lines(
      context.api.documentation,
      fallback: "The types and the client of one API."
    )
  }

  func child(named name: String) -> Any? {
    switch name {
    case "name": self.name
    case "access": access
    case "documentation": Block.text(documentation)
    default: nil
    }
  }
}
