import SchemaIR

extension Lowerer {
  /// Turns what no example has filled in into any JSON, or a map of it.
  mutating func settleTypes() {
    for index in api.declarations.indices {
      switch api.declarations[index].kind {
      case .alias(let type): api.declarations[index].kind = .alias(type.settled)
      case .enumeration: break
      case .structure(var structure):
        for property in structure.properties.indices {
          structure.properties[property].type = structure.properties[property].type.settled
          // An example may have shown that the only value is not the only one.
          if case .constant = structure.properties[property].initial,
            hasSeveralValues(structure.properties[property].type)
          {
            structure.properties[property].initial = nil
          }
        }
        if case .kept(let type) = structure.additional { structure.additional = .kept(type.settled) }
        api.declarations[index].kind = .structure(structure)
      case .tuple(var tuple):
        for element in tuple.elements.indices { tuple.elements[element].type = tuple.elements[element].type.settled }
        tuple.rest = tuple.rest?.settled
        api.declarations[index].kind = .tuple(tuple)
      case .union(var union):
        for variant in union.variants.indices { union.variants[variant].type = union.variants[variant].type.settled }
        api.declarations[index].kind = .union(union)
      }
    }
    for index in api.operations.indices {
      for parameter in api.operations[index].parameters.indices {
        let type = api.operations[index].parameters[parameter].type
        api.operations[index].parameters[parameter].type =
          type.core == .unstated(.missing) ? .scalar(.string) : type.settled
      }
      if let type = api.operations[index].body?.content.type {
        api.operations[index].body?.content.type = type.settled
      }
      for response in api.operations[index].responses.indices {
        for content in api.operations[index].responses[response].contents.indices {
          let type = api.operations[index].responses[response].contents[content].type
          api.operations[index].responses[response].contents[content].type = type.settled
        }
      }
    }
    namedTypes = namedTypes.mapValues { if case .done(let type) = $0 { .done(type.settled) } else { $0 } }
  }

  /// Whether a type is an enumeration of more than one value.
  private func hasSeveralValues(_ type: TypeRef) -> Bool {
    guard case .declared(let id) = type.core, case .enumeration(let enumeration) = api[id].kind else { return false }
    return enumeration.cases.count > 1
  }
}

extension TypeRef {
  /// The type with nothing unstated left in it.
  fileprivate var settled: TypeRef {
    switch self {
    case .unstated(.missing), .unstated(.value): .scalar(.json)
    case .unstated(.object): .dictionary(.scalar(.json))
    case .array(let element): .array(element.settled)
    case .dictionary(let value): .dictionary(value.settled)
    case .nullable(let inner): inner.settled == .scalar(.json) ? .scalar(.json) : .nullable(inner.settled)
    case .boxed(let inner): .boxed(inner.settled)
    case .scalar, .declared, .external: self
    }
  }
}
