import SchemaDocument
import SchemaIR
import SchemaSource

/// Constants that examples contradict: a schema lists one value, an example has another one of its kind.
extension Lowerer {
  /// Makes a property with a single value one with two where an example has another value; false where nothing
  /// contradicts it, or where another rule widens the type.
  mutating func releaseConstant(
    at index: Int,
    of id: DeclID,
    toCarry node: Node,
    at place: Place,
    in context: Context
  ) -> Bool {
    guard case .structure(let structure) = api[id].kind else { return false }
    let property = structure.properties[index]
    guard case .constant(let constant) = property.initial, !node.isNull, !context.isSkeleton,
      case .scalar(let scalar) = property.type.core, !property.carriesConstant(node), let value = Literal(node)
    else { return false }
    let kind: Enumeration.RawKind
    switch (scalar, scalar.jsonType, value.type) {
    case (.string, _, .string): kind = .string
    case (_, .integer, .integer): kind = .integer
    case (_, .number, .integer), (_, .number, .number), (_, .integer, .number): kind = .number
    case (_, .boolean, .boolean):
      report(node, contradicts: place)
      updateProperty(at: index, of: id) { $0.initial = nil }
      return true
    // Values in a format, and those of another kind, widen the type itself.
    default: return false
    }
    guard constant.isSpelled, value.isSpelled else { return false }
    report(node, contradicts: place)
    let cases = [constant, value].map { Enumeration.Case(value: $0) }
    let enumeration = declare(
      Declaration(
        hint: place.hint,
        parent: place.parent,
        kind: .enumeration(
          Enumeration(rawKind: kind, cases: cases, isOpen: isOpen(kind, count: 2, hasOthers: false, at: place))
        ),
        origin: .declared,
        span: property.span
      )
    )
    updateProperty(at: index, of: id) {
      $0.type = $0.type.replacingCore(with: .declared(enumeration))
      $0.initial = nil
    }
    return true
  }

  /// The same for an example that the property's own schema holds.
  mutating func releaseConstant(of key: String, in id: DeclID, for example: FoundExample) {
    guard case .structure(let structure) = api[id].kind,
      let index = finder.index(of: key, in: structure.properties, of: id)
    else { return }
    let place = place(of: example)
    _ = releaseConstant(at: index, of: id, toCarry: example.value, at: place, in: Context(example))
  }

  /// Tells that an example has a value that is not listed.
  private mutating func report(_ node: Node, contradicts place: Place) {
    report.add(
      .addedEnumValue,
      "the example has \(node.jsonText()), which the values of `\(place.path)` do not include",
      at: node.span,
      notes: [.init("the values are documented here", at: place.span)]
    )
  }
}

extension TypeRef {
  /// The type with another one in the place of what may be null or boxed in it.
  fileprivate func replacingCore(with type: TypeRef) -> TypeRef {
    switch self {
    case .nullable(let inner): .nullable(inner.replacingCore(with: type))
    case .boxed(let inner): .boxed(inner.replacingCore(with: type))
    default: type
    }
  }
}
