import Mustache
import SchemaIR

/// What `alias.mustache` shows.
struct AliasView: MustacheParent {
  let documentation: [String]
  let declaration: String

  init(_ type: TypeRef, of id: DeclID, in context: EmitContext) {
    // Types are named from outside: the alias has no body.
    let types = TypePrinter(resolver: context.resolver, names: context.names, context: context.names.parents[id.index])
    let text = types.core(type)
    documentation = context.documentation(of: context.api[id], fallback: "Another name of `\(text)`.")
    declaration = context.scope(of: id).layout.pair(
      "\(context.access)typealias \(context.names[id].declaration) =",
      text,
      indent: 0
    )
  }

  func child(named name: String) -> Any? {
    switch name {
    case "documentation": Block.text(documentation)
    case "declaration": declaration
    default: nil
    }
  }
}
