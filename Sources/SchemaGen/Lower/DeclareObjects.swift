import SchemaDescription
import SchemaDocument
import SchemaIR
import SchemaSource

extension Lowerer {
  /// A structure where the schema names properties, a map where it does not.
  mutating func objectType(of schema: RawSchema, at place: Place, namedBy key: SchemaKey?) -> TypeRef {
    guard !schema.properties.isEmpty else {
      switch otherProperties(of: schema, at: place) {
      case .kept(let values): return .dictionary(values)
      case .ignored, .refused: return .unstated(.object)
      }
    }
    let id = declare(
      Declaration(
        hint: place.hint,
        parent: place.parent,
        kind: .structure(Structure(properties: [])),
        documentation: documentationText(schema.title, schema.description),
        isDeprecated: schema.isDeprecated,
        span: schema.span
      )
    )
    register(id, for: schema, namedBy: key)
    let required = Set(schema.required.map(\.name))
    var structure = Structure(properties: [])
    var seen: Set<String> = []
    for property in schema.properties where seen.insert(property.key).inserted && !property.schema.isNever {
      structure.properties.append(lower(property, isRequired: required.contains(property.key), of: id, at: place))
    }
    structure.additional = otherProperties(of: schema, at: place)
    if case .ignored = structure.additional, options.unknownKeys == .keep {
      structure.additional = .kept(.scalar(.json))
    }
    // An object that keeps other keys keeps these as well.
    let isOpen = if case .kept = structure.additional { true } else { false }
    for name in schema.required where !isOpen && seen.insert(name.name).inserted {
      structure.properties.append(undescribedProperty(name))
    }
    api[id].kind = .structure(structure)
    for property in schema.properties {
      addExamples(of: property.schema, at: .property(id, property.key), label: "\(place.path).\(property.key)")
    }
    return .declared(id)
  }

  /// The property for a name that is required but that no schema describes. It is optional: often only the name was
  /// left when the property went.
  private mutating func undescribedProperty(_ name: RequiredName) -> Property {
    report.add(
      .undescribedProperty,
      "no schema describes the required property `\(name.name)`; it becomes optional",
      at: name.span
    )
    return Property(key: name.name, type: .unstated(.value), presence: .optional, span: name.span)
  }

  /// What an object may hold beside its named properties. Properties by pattern share one map with all others, whose
  /// values are of any type that one of them allows.
  private mutating func otherProperties(of schema: RawSchema, at place: Place) -> AdditionalProperties {
    var types: [TypeRef] = []
    for pattern in schema.patternProperties where !pattern.schema.isNever {
      types.append(type(of: pattern.schema, at: place.element("{\(pattern.pattern)}")))
    }
    switch schema.additionalProperties ?? schema.unevaluatedProperties {
    case .schema(let values) where !values.value.isNever:
      types.append(type(of: values.value, at: place.element("{}")))
    case .allowed: types.append(.scalar(.json))
    case nil where !types.isEmpty && !schema.properties.isEmpty: types.append(.scalar(.json))
    case .forbidden, .schema:
      if types.isEmpty { return options.unknownKeys == .refuse ? .refused : .ignored }
    case nil: break
    }
    guard let first = types.first else { return .ignored }
    return .kept(types.allSatisfy { $0 == first } ? first : .scalar(.json))
  }

  /// One property of a structure.
  private mutating func lower(_ property: RawProperty, isRequired: Bool, of id: DeclID, at place: Place) -> Property {
    let span = property.keySpan
    let place = place.property(property.key, of: id, at: span)
    let type = type(of: property.schema, at: place)
    var lowered = Property(
      key: property.key,
      type: type,
      presence: isRequired ? .required : .optional,
      initial: initialValue(of: property.schema, type: type),
      documentation: documentationText(property.schema.title, property.schema.description),
      isDeprecated: property.schema.isDeprecated,
      span: span
    )
    let flat = flatTarget(property.schema).schema
    if flat.isTypeFromProse { lowered.typeOrigin = .prose }
    if lowered.initial != nil, (property.schema.defaultValue == nil ? flat : property.schema).isDefaultFromProse {
      lowered.initialOrigin = .prose
    }
    switch (flat.isReadOnly || property.schema.isReadOnly, flat.isWriteOnly || property.schema.isWriteOnly) {
    case (true, false): lowered.direction = .response
    case (false, true): lowered.direction = .request
    default: break
    }
    return lowered
  }

  /// The value that a property has where none is given: its constant, else its default.
  private mutating func initialValue(of schema: RawSchema, type: TypeRef) -> Initial? {
    let flat = flatTarget(schema).schema
    if let value = flat.constant ?? (flat.enumeration.count == 1 ? flat.enumeration[0].value : nil) {
      return Literal(initial: value).flatMap { $0.isValue(of: type, in: api) ? .constant($0) : nil }
    }
    guard options.defaults == .initializers, let value = schema.defaultValue ?? flat.defaultValue else { return nil }
    return Literal(initial: value).flatMap { $0.isValue(of: type, in: api) ? .standard($0) : nil }
  }
}
