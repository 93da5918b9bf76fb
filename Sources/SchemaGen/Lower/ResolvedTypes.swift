import SchemaIR

extension Lowerer {
  /// The type without nullability, boxes and other names around it.
  func resolved(_ type: TypeRef) -> TypeRef { api.resolved(type) }

  /// Whether null is a value of the type, be it through another name.
  func isNullable(_ type: TypeRef) -> Bool {
    var type = type
    for _ in 0...api.declarations.count {
      if type.isNullable { return true }
      guard case .declared(let id) = type.core, case .alias(let target) = api[id].kind else { return false }
      type = target
    }
    return false
  }

  /// The structure that a type is; nil where it is something else.
  func structure(_ type: TypeRef) -> (id: DeclID, structure: Structure)? {
    guard case .declared(let id) = resolved(type), case .structure(let structure) = api[id].kind else { return nil }
    return (id, structure)
  }

  /// The type at a place within a type, which keys lead to; nil where nothing is there, or what nobody should name.
  func type(at keys: [String], in type: TypeRef) -> TypeRef? {
    var type = type
    for key in keys {
      guard let (id, structure) = structure(type), let index = finder.index(of: key, in: structure.properties, of: id)
      else { return nil }
      guard !structure.properties[index].isDeprecated else { return nil }
      type = structure.properties[index].type
    }
    return type
  }
}
