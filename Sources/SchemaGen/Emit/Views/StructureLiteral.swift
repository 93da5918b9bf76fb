import Mustache
import SchemaIR

/// The initializer that makes an object of a text: of a variant of a tagged union that needs nothing else, so that a call
/// says `.user("hi")`.
struct StructureLiteral: MustacheParent {
  let documentation: String
  let initializer: String

  /// Nil for an object that is no such variant, or that needs something else than one text.
  init?(_ id: DeclID, _ structure: Structure, _ views: [PropertyView], in context: EmitContext) {
    guard let tags = context.tagsOfVariants[id], !context.api[id].isDeprecated else { return nil }
    let needed = views.indices.filter { !views[$0].isOptional }
    guard needed.count == 1, structure.properties.indices.contains(needed[0]) else { return nil }
    let scope = context.scope(of: id)
    let property = structure.properties[needed[0]]
    // Which variant it is, is for the caller to say.
    guard !property.isDeprecated, !tags.contains(property.key), let value = Self.value(of: property.type, in: scope)
    else { return nil }
    let name = context.names.members[id.index][needed[0]]
    documentation = " Makes a value that has nothing but `\(name.text)`."
    initializer = scope.layout.pair(
      "\(scope.access)init(stringLiteral value: String) {",
      "self.init(\(name.label): \(value)) }",
      indent: 2
    )
  }

  /// What is made of a text named `value` for a type; nil where it takes none.
  private static func value(of type: TypeRef, in scope: EmitScope) -> String? {
    guard !scope.resolver.isNullable(type), !scope.resolver.isBoxed(type) else { return nil }
    switch scope.resolver.resolved(type) {
    case .scalar(.string): return "value"
    case .declared(let id):
      switch scope.resolver.api[id].kind {
      case .union(let union):
        let isText = UnionLiteral.takesText(union, scope.resolver)
        return isText ? ".init(stringLiteral: value)" : nil
      default: return nil
      }
    default: return nil
    }
  }

  func child(named name: String) -> Any? {
    switch name {
    case "documentation": documentation
    case "initializer": initializer
    default: nil
    }
  }
}
