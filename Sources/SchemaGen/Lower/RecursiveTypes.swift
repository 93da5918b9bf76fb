import SchemaDescription
import SchemaIR
import SchemaSource

/// Named schemas that lead back to themselves through arrays and maps alone, or through types that are declared within
/// them: where that is noticed, they become declarations, too.
extension Lowerer {
  /// The place of a named schema.
  func place(of named: NamedSchema) -> Place {
    let name = named.name ?? display(named.key)
    return Place(parent: nil, hint: .component(name), path: name, span: named.schema.span)
  }

  /// The type of a named schema that is being lowered: a declaration whose kind is settled once it is.
  mutating func recursiveType(of key: SchemaKey, _ reserved: DeclID?, at span: SourceSpan) -> TypeRef {
    guard let index = schemaIndex[key] else { return .scalar(.json) }
    let named = description.schemas[index]
    if let reference = named.schema.reference, !named.schema.hasStructureBesideReference {
      return recursiveType(named: key, for: reference, at: span)
    }
    if reserved == nil { recursiveUses[key] = span }
    let id =
      reserved
      ?? declare(
        Declaration(
          hint: place(of: named).hint,
          kind: .alias(.scalar(.json)),
          documentation: documentationText(named.schema.title, named.schema.description),
          isDeprecated: named.schema.isDeprecated,
          span: named.schema.span
        )
      )
    namedTypes[key] = .inProgress(id)
    return named.schema.allowsNull ? .declared(id).nullable : .declared(id)
  }

  /// The type of a schema that is being lowered and is but a name for another one, which then is being lowered, too.
  private mutating func recursiveType(named key: SchemaKey, for reference: RawReference, at span: SourceSpan) -> TypeRef
  {
    var target = reference.key
    var allowsNull = false
    var seen: Set<SchemaKey> = [key]
    while let index = schemaIndex[target], seen.insert(target).inserted {
      let schema = description.schemas[index].schema
      if schema.allowsNull { allowsNull = true }
      guard let next = schema.reference, !schema.hasStructureBesideReference else {
        let type = type(ofNamed: target, at: span)
        return allowsNull ? type.nullable : type
      }
      target = next.key
    }
    report.add(.circularReference, "the schema `\(display(key))` consists of nothing but itself", at: span)
    return .scalar(.json)
  }

  /// The type of a named schema that refers to itself: a name for it where only types within it refer to it, and else
  /// what an array or a map of itself is. A schema that is nothing but itself is any JSON.
  mutating func closedType(_ type: TypeRef, declaredAs id: DeclID, of named: NamedSchema) -> TypeRef {
    let core = type.withoutNull
    if !leads(core, to: id) {
      api[id].kind = .alias(core)
    } else {
      switch core {
      case .array(let element): api[id].kind = .tuple(Tuple(elements: [], rest: element))
      case .dictionary(let value):
        var structure = Structure(properties: [])
        structure.additional = .kept(value)
        api[id].kind = .structure(structure)
      default:
        let message = "the schema `\(display(named.key))` consists of nothing but itself"
        report.add(.circularReference, message, at: recursiveUses[named.key] ?? named.schema.span)
        return .scalar(.json)
      }
    }
    if case .nullable = type { return .declared(id).nullable }
    return .declared(id)
  }

  /// Whether a type leads to a declaration through arrays, maps and names, which are no types of their own.
  private func leads(_ type: TypeRef, to target: DeclID) -> Bool {
    var type = type
    for _ in 0...api.declarations.count * 2 + 64 {
      switch type {
      case .nullable(let inner), .boxed(let inner), .array(let inner), .dictionary(let inner): type = inner
      case .scalar, .external, .unstated: return false
      case .declared(let id):
        if id == target { return true }
        guard case .alias(let named) = api[id].kind else { return false }
        type = named
      }
    }
    return true
  }
}
