import SchemaIR

/// Looks through aliases at what a type is.
struct TypeResolver {
  let api: API

  /// The declaration that a type names, aliases followed; nil where it names none.
  func declaration(_ type: TypeRef) -> Declaration? {
    if case .declared(let id) = resolved(type) { api[id] } else { nil }
  }

  /// The type without nullability, boxes and aliases around it.
  func resolved(_ type: TypeRef) -> TypeRef { api.resolved(type) }

  /// Whether null is a value of the type, be it through an alias; any JSON holds null without being optional.
  func isNullable(_ type: TypeRef) -> Bool {
    var type = type
    for _ in 0...api.declarations.count {
      if type.isNullable { return !isJSON(type) }
      guard case .declared(let id) = type.core, case .alias(let target) = api[id].kind else { return false }
      type = target
    }
    return false
  }

  /// Whether the type is any JSON.
  func isJSON(_ type: TypeRef) -> Bool {
    switch resolved(type) {
    case .scalar(.json), .unstated(.value), .unstated(.missing): true
    default: false
    }
  }

  /// Whether a use of the type is kept out of line, be it through an alias.
  func isBoxed(_ type: TypeRef) -> Bool {
    var type = type
    for _ in 0...api.declarations.count {
      while case .nullable(let inner) = type { type = inner }
      if case .boxed = type { return true }
      guard case .declared(let id) = type, case .alias(let target) = api[id].kind else { return false }
      type = target
    }
    return false
  }

  /// The modules that the text of a type names.
  func imports(of type: TypeRef) -> Imports {
    switch type {
    case .scalar(let scalar): scalar.imports
    case .external(let type): type.module.map(Imports.init) ?? []
    case .unstated: [.runtime]
    case .declared: []
    case .array(let inner), .dictionary(let inner), .nullable(let inner), .boxed(let inner): imports(of: inner)
    }
  }
}
