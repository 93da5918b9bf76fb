extension TypeRef {
  /// The type with other declarations in it.
  package func mapDeclarations(_ transform: (DeclID) -> DeclID) -> TypeRef {
    switch self {
    case .declared(let id): .declared(transform(id))
    case .array(let element): .array(element.mapDeclarations(transform))
    case .dictionary(let value): .dictionary(value.mapDeclarations(transform))
    case .nullable(let inner): .nullable(inner.mapDeclarations(transform))
    case .boxed(let inner): .boxed(inner.mapDeclarations(transform))
    case .scalar, .external, .unstated: self
    }
  }

  /// The declaration that the type names, be it within an array, a map or a box; nil where it names none.
  package var declaration: DeclID? {
    switch self {
    case .declared(let id): id
    case .array(let inner), .dictionary(let inner), .nullable(let inner), .boxed(let inner): inner.declaration
    case .scalar, .external, .unstated: nil
    }
  }
}

extension Declaration.Kind {
  /// The types that the declaration uses, in order.
  package var types: [TypeRef] {
    switch self {
    case .alias(let type): [type]
    case .enumeration: []
    case .structure(let structure):
      if case .kept(let type) = structure.additional {
        structure.properties.map(\.type) + [type]
      } else {
        structure.properties.map(\.type)
      }
    case .tuple(let tuple): tuple.elements.map(\.type) + [tuple.rest].compactMap(\.self)
    case .union(let union): union.variants.map(\.type)
    }
  }

  /// The same with other types in it.
  package func mapTypes(_ transform: (TypeRef) -> TypeRef) -> Declaration.Kind {
    switch self {
    case .alias(let type): return .alias(transform(type))
    case .enumeration: return self
    case .structure(var structure):
      for index in structure.properties.indices {
        structure.properties[index].type = transform(structure.properties[index].type)
      }
      if case .kept(let type) = structure.additional { structure.additional = .kept(transform(type)) }
      return .structure(structure)
    case .tuple(var tuple):
      for index in tuple.elements.indices { tuple.elements[index].type = transform(tuple.elements[index].type) }
      tuple.rest = tuple.rest.map(transform)
      return .tuple(tuple)
    case .union(var union):
      for index in union.variants.indices { union.variants[index].type = transform(union.variants[index].type) }
      return .union(union)
    }
  }
}

extension API {
  /// The type without nullability, boxes and other names around it.
  package func resolved(_ type: TypeRef) -> TypeRef {
    var type = type.core
    for _ in 0...declarations.count {
      guard case .declared(let id) = type, case .alias(let target) = self[id].kind else { return type }
      type = target.core
    }
    // Names that lead in a circle mean nothing.
    return .scalar(.json)
  }

  /// Replaces the types that operations and examples use.
  package mutating func mapUses(_ transform: (TypeRef) -> TypeRef) {
    for index in operations.indices {
      for parameter in operations[index].parameters.indices {
        operations[index].parameters[parameter].type = transform(operations[index].parameters[parameter].type)
      }
      for content in operations[index].body?.contents.indices ?? 0..<0 {
        guard let type = operations[index].body?.contents[content].type else { continue }
        operations[index].body?.contents[content].type = transform(type)
      }
      for response in operations[index].responses.indices {
        operations[index].responses[response].headers = operations[index].responses[response].headers.map(transform)
        for content in operations[index].responses[response].contents.indices {
          let type = operations[index].responses[response].contents[content].type
          operations[index].responses[response].contents[content].type = transform(type)
        }
      }
    }
    for index in examples.indices { examples[index].type = transform(examples[index].type) }
  }
}
