import SchemaDescription
import SchemaDocument
import SchemaIR
import SchemaSource

extension Lowerer {
  /// Declares every named schema that is wanted for itself, in the document's order.
  mutating func declareNamedSchemas() {
    for named in description.schemas where named.name != nil && wanted?.contains(named.key) ?? true {
      _ = type(ofNamed: named.key, at: named.schema.span)
    }
  }

  /// Collects the named structures that were declared, whoever asked for them.
  mutating func collectModels() {
    for named in description.schemas {
      guard named.name != nil, case .done(.declared(let id)) = namedTypes[named.key] else { continue }
      guard case .structure(let structure) = api[id].kind, models.insert(id).inserted else { continue }
      for property in structure.properties { modelsByKey[property.key, default: []].append(id) }
    }
  }

  /// The type of a named schema; lowers the schema the first time it is asked for.
  mutating func type(ofNamed key: SchemaKey, at span: SourceSpan) -> TypeRef {
    switch namedTypes[key] {
    case .done(let type): return type
    case .inProgress(let reserved): return recursiveType(of: key, reserved, at: span)
    case nil: break
    }
    guard let index = schemaIndex[key] else {
      if brokenReferences.insert(RawReference(key, at: span)).inserted {
        report.add(.unresolvedReference, "no schema `\(display(key))` in this document", at: span)
      }
      return .scalar(.json)
    }
    let named = description.schemas[index]
    namedTypes[key] = .inProgress(nil)
    let place = place(of: named)
    let outer = allowsAnyTypeUnlessStated
    allowsAnyTypeUnlessStated = named.allowsAnyTypeUnlessStated
    var type =
      named.isSample
      ? sampleType(of: named.schema, at: place)
      : inheritanceType(of: named.schema, at: place, namedBy: key) ?? type(of: named.schema, at: place, namedBy: key)
    allowsAnyTypeUnlessStated = outer
    if case .inProgress(let id?) = namedTypes[key] {
      type = closedType(type, declaredAs: id, of: named)
    } else if named.isWholeDocument {
      type = namedType(type, as: place)
    }
    namedTypes[key] = .done(type)
    addExamples(of: named.schema, at: .named(key), label: place.path)
    return type
  }

  /// The type of a schema at a place. Where the schema becomes a declaration and `key` names it, the declaration is
  /// known under the key before its parts are lowered, so that they may refer back to it.
  mutating func type(of schema: RawSchema, at place: Place, namedBy key: SchemaKey? = nil) -> TypeRef {
    if let chosen = choice(options.types, at: place) {
      return schema.allowsNull || resolve(schema).allowsNull ? chosen.type.nullable : chosen.type
    }
    if let reference = schema.reference, !schema.hasStructureBesideReference || isCopyOfTarget(schema) {
      let target = type(ofNamed: reference.key, at: reference.span)
      return schema.allowsNull ? target.nullable : target
    }
    if allowsAnyTypeUnlessStated, let type = openType(of: schema, at: place, namedBy: key) { return type }
    let schema = allowsAnyTypeUnlessStated ? schema.keepingOtherKeys : schema
    guard let composition = Composition(schema) else {
      return flatType(of: flatten(schema), at: place, namedBy: key)
    }
    switch compositions[composition] {
    case .done(let type): return type
    case .inProgress:
      report.add(.circularReference, "`\(place.path)` is composed of itself alone", at: schema.span)
      return .scalar(.json)
    case nil: break
    }
    compositions[composition] = .inProgress(nil)
    let flat = flat(schema, path: key.map { [$0] } ?? [])
    openComposition = composition
    let type: TypeRef
    if let conflict = flat.conflict {
      report(conflict, at: place)
      type = .scalar(.json)
    } else {
      type = flatType(of: flat.schema, at: place, namedBy: key)
    }
    openComposition = nil
    compositions[composition] = .done(type)
    return type
  }

  /// Says that no value can be what the document asks for.
  private mutating func report(_ conflict: SchemaConflict, at place: Place) {
    report.add(
      .conflictingSchemas,
      "`\(place.path)` cannot be what its schemas ask for: \(conflict.message); it becomes any JSON",
      at: conflict.span,
      notes: conflict.span == conflict.earlier ? [] : [.init("together with this schema", at: conflict.earlier)]
    )
  }

  /// Makes a new declaration known under its name and its composition, null included, so that its parts may refer back
  /// to it.
  mutating func register(_ id: DeclID, for schema: RawSchema, namedBy key: SchemaKey?) {
    let type = schema.allowsNull ? TypeRef.declared(id).nullable : .declared(id)
    if let key { namedTypes[key] = .done(type) }
    if let composition = openComposition, composition.span == schema.span {
      compositions[composition] = .done(type)
    }
    openComposition = nil
  }

  /// The type of a flattened schema, null included.
  private mutating func flatType(of schema: RawSchema, at place: Place, namedBy key: SchemaKey?) -> TypeRef {
    let core = coreType(of: schema, at: place, namedBy: key)
    return schema.allowsNull ? core.nullable : core
  }

  /// The type of a flattened schema, leaving null aside.
  private mutating func coreType(of schema: RawSchema, at place: Place, namedBy key: SchemaKey?) -> TypeRef {
    if let reference = schema.reference, !schema.hasStructureBesideReference {
      return type(ofNamed: reference.key, at: reference.span)
    }
    let alternatives = schema.alternatives
    // Alternatives beside listed values restrict them and add no type.
    if !alternatives.isEmpty, !schema.listsScalars {
      return unionType(alternatives, of: schema, at: place, namedBy: key)
    }
    if let enumeration = enumerationType(of: schema, at: place, namedBy: key) { return enumeration }
    let types = schema.effectiveTypes
    switch types.count {
    case 0: return schema.allowsAnything ? .scalar(.json) : .unstated(.value)
    case 1: return type(types[0], of: schema, at: place, namedBy: key)
    default:
      if Set(types) == [.integer, .number] { return type(.number, of: schema, at: place, namedBy: key) }
      return union(of: types, schema: schema, at: place, namedBy: key)
    }
  }

  /// The type of a schema that states one JSON type.
  private mutating func type(
    _ type: RawType,
    of schema: RawSchema,
    at place: Place,
    namedBy key: SchemaKey?
  ) -> TypeRef {
    switch type {
    case .null: return .unstated(.value)
    case .boolean: return .scalar(.boolean)
    case .integer: return formattedType(of: schema, as: .integer) ?? .scalar(schema.integerWithinBounds)
    case .number: return formattedType(of: schema, as: .number) ?? .scalar(.double)
    case .string: return formattedType(of: schema, as: .string) ?? .scalar(.string)
    case .file: return .scalar(.file)
    case .array:
      if !schema.prefixItems.isEmpty { return tupleType(of: schema, at: place, namedBy: key) }
      guard let items = schema.items?.value ?? schema.unevaluatedItems, !items.isNever else {
        return .array(.unstated(.value))
      }
      return .array(self.type(of: items, at: place.element()))
    case .object: return objectType(of: schema, at: place, namedBy: key)
    }
  }

  /// A schema's key as messages show it: a reference's fragment or a model's name.
  func display(_ key: SchemaKey) -> String {
    guard let hash = key.text.firstIndex(of: "#") else { return key.text }
    if let last = key.text[hash...].dropFirst().split(separator: "/").last { return String(last) }
    // A whole file is called what its name says before the first dot.
    return String(key.text[..<hash].split(separator: "/").last?.prefix { $0 != "." } ?? key.text[hash...])
  }
}

extension RawSchema {
  /// Whether null is among the stated types or allowed by an extension or an alternative.
  var allowsNull: Bool {
    isNullable || types.contains(.null) && !(isTypeLost && types == [.null])
      || (oneOf + anyOf).contains(where: \.isNullOnly) || constant?.isNull == true
      || enumeration.contains(where: \.value.isNull)
  }

  /// Whether the schema is the alternative "or null" and nothing more.
  var isNullOnly: Bool { types == [.null] && !isTypeLost || constant?.isNull == true }

  /// Whether the schema lists its values, and none of them is an object or an array.
  var listsScalars: Bool {
    let values = constant.map { [$0] } ?? enumeration.map(\.value)
    return !values.isEmpty && !valuesAreFromProse && values.allSatisfy { $0.members == nil && $0.elements == nil }
  }

  /// Whether the schema only restricts which properties must be there, as one branch of an `anyOf` often does.
  var saysOnlyRequired: Bool {
    !required.isEmpty && properties.isEmpty && reference == nil && items == nil && enumeration.isEmpty
      && oneOf.isEmpty && anyOf.isEmpty && allOf.isEmpty && (types.isEmpty || types == [.object])
  }

  /// Whether the schema is `{}`, by which an author says that anything goes; a schema with a description alone has
  /// rather lost its type.
  var allowsAnything: Bool { !isTypeLost && title == nil && description == nil }

  /// Whether siblings of a reference add to what it points at; a description, null or a `required` list alone do not.
  var hasStructureBesideReference: Bool {
    !properties.isEmpty || !allOf.isEmpty || !oneOf.isEmpty || !anyOf.isEmpty || additionalProperties != nil
      || !patternProperties.isEmpty
  }

  /// The stated types without null; where none is stated, the one that other keywords speak of.
  var effectiveTypes: [RawType] {
    var stated: [RawType] = []
    for type in types where type != .null && !stated.contains(type) { stated.append(type) }
    guard stated.isEmpty, types.isEmpty else { return stated }
    if !properties.isEmpty || additionalProperties != nil || hasEmptyProperties { return [.object] }
    if !patternProperties.isEmpty || unevaluatedProperties != nil { return [.object] }
    if items != nil || !prefixItems.isEmpty || unevaluatedItems != nil { return [.array] }
    var known: [RawType] = []
    for value in constant.map({ [$0] }) ?? enumeration.map(\.value) where !value.isNull {
      guard let type = Literal(value)?.type else { return [] }
      if !known.contains(type) { known.append(type) }
    }
    return known
  }
}
