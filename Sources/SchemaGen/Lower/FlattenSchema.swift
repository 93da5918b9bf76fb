import SchemaDescription
import SchemaIR
import SchemaSource

/// A schema without compositions, and what stands against it.
struct FlatSchema: Sendable {
  var schema: RawSchema
  /// Why no value can fit the schema; nil where one can.
  var conflict: SchemaConflict?
}

extension Lowerer {
  /// How many references and compositions are followed before a schema counts as endless.
  static var depthLimit: Int { 64 }

  /// The schema that a plain reference leads to, through any number of references; the schema itself otherwise.
  func resolve(_ schema: RawSchema) -> RawSchema {
    var schema = schema
    for _ in 0..<Self.depthLimit {
      guard let reference = schema.reference, !schema.hasStructureBesideReference,
        let index = schemaIndex[reference.key]
      else { return schema }
      schema = description.schemas[index].schema
    }
    return schema
  }

  /// The schema with its `allOf` and, where it has siblings, its reference merged in.
  mutating func flatten(_ schema: RawSchema) -> RawSchema { flat(schema).schema }

  /// What a schema comes down to, plain references followed; each named schema is worked out once.
  mutating func flatTarget(_ schema: RawSchema) -> FlatSchema {
    flatTarget(schema, depth: 0, path: []) ?? FlatSchema(schema: schema)
  }

  /// The same within other schemas; nil where the reference leads back to one of them.
  private mutating func flatTarget(_ schema: RawSchema, depth: Int, path: Set<SchemaKey>) -> FlatSchema? {
    guard let reference = schema.reference, !schema.hasStructureBesideReference,
      let index = schemaIndex[reference.key]
    else { return flat(schema, depth: depth, path: path) }
    guard !path.contains(reference.key) else {
      cutCount += 1
      return nil
    }
    var result: FlatSchema
    if let known = flatSchemas[reference.key] {
      result = known
    } else {
      let cuts = cutCount
      guard
        let target = flatTarget(
          description.schemas[index].schema,
          depth: depth + 1,
          path: path.union([reference.key])
        )
      else { return nil }
      result = target
      // What was cut off here might be there for whoever comes another way.
      if cuts == cutCount { flatSchemas[reference.key] = target }
    }
    if schema.isNullable { result.schema.isNullable = true }
    return result
  }

  /// Merges what a schema is composed of; `path` names the schemas that it stands in. The cost is that of the parts.
  mutating func flat(_ schema: RawSchema, depth: Int = 0, path: Set<SchemaKey> = []) -> FlatSchema {
    let mergesReference = schema.reference != nil && schema.hasStructureBesideReference
    let hasBothUnions = !schema.oneOf.isEmpty && !schema.anyOf.isEmpty
    guard !schema.allOf.isEmpty || mergesReference || hasBothUnions, depth < Self.depthLimit else {
      return FlatSchema(schema: schema)
    }
    var own = schema
    own.allOf = []
    var parts: [RawSchema] = []
    if mergesReference, let reference = schema.reference {
      var part = RawSchema(at: schema.span)
      part.reference = reference
      parts.append(part)
      own.reference = nil
    }
    for part in schema.allOf where !parts.contains(where: { $0.isReference(to: part) }) { parts.append(part) }
    if let single = singlePart(of: own, parts) {
      var result = flat(single, depth: depth + 1, path: path)
      result.schema.annotate(with: own, and: parts.filter { $0.span != single.span })
      return result
    }
    var merger = SchemaMerger(own)
    for part in parts {
      guard let target = flatTarget(part, depth: depth + 1, path: path) else { continue }
      if let reference = part.reference, schemaIndex[reference.key] == nil {
        // Reports that the reference leads nowhere.
        _ = type(ofNamed: reference.key, at: reference.span)
      }
      merger.add(target, in: &self, path: path)
    }
    return merger.finish(in: &self)
  }

  /// The one part of a composition that says what the value is, where the others only describe it.
  private func singlePart(of own: RawSchema, _ parts: [RawSchema]) -> RawSchema? {
    // A child that adds nothing to its base is still a type of its own.
    guard own.isTransparent, !inheritance.childSpans.contains(own.span) else { return nil }
    let meaningful = parts.count == 1 ? parts : parts.filter { !$0.isTransparent }
    guard meaningful.count == 1 else { return nil }
    let types = Set(resolve(meaningful[0]).effectiveTypes)
    for part in [own] + parts where !part.types.isEmpty && !types.isEmpty {
      guard part.span == meaningful[0].span || types.isSubset(of: part.types) else { return nil }
    }
    return meaningful[0]
  }

  /// Whether a schema is composed of another one, be it through others.
  func extends(_ key: SchemaKey, _ base: SchemaKey) -> Bool {
    var seen: Set<SchemaKey> = [key]
    var pending = [key]
    while let next = pending.popLast() {
      if next == base { return true }
      guard let index = schemaIndex[next] else { continue }
      let schema = description.schemas[index].schema
      for part in schema.allOf + [schema] {
        if let reference = part.reference, seen.insert(reference.key).inserted { pending.append(reference.key) }
      }
    }
    return false
  }
}

extension RawSchema {
  /// Whether the schema is a plain reference to the same schema as another one.
  func isReference(to other: RawSchema) -> Bool {
    guard let reference, reference.key == other.reference?.key else { return false }
    return !hasStructureBesideReference && !other.hasStructureBesideReference
  }

  /// Whether the schema says at most of which JSON type a value is, and describes or restricts it.
  var isTransparent: Bool {
    saysNothingOfShape && required.isEmpty && format == nil
  }

  /// Whether nothing in the schema says what kind of value stands here.
  var saysNothingOfType: Bool { types.isEmpty && saysNothingOfShape }

  /// Whether nothing in the schema, its types aside, says what a value is made of.
  private var saysNothingOfShape: Bool {
    properties.isEmpty && reference == nil && items == nil && enumeration.isEmpty && oneOf.isEmpty && anyOf.isEmpty
      && allOf.isEmpty && constant == nil && additionalProperties == nil && prefixItems.isEmpty
      && patternProperties.isEmpty && unevaluatedProperties == nil && unevaluatedItems == nil && !isNever
  }

  /// Takes over another schema's default, be it stated or read.
  mutating func takeDefault(of other: RawSchema) {
    defaultValue = other.defaultValue
    isDefaultFromProse = other.isDefaultFromProse
  }

  /// Takes over what the schema around this one, and parts that only describe, say of the value.
  mutating func annotate(with own: RawSchema, and others: [RawSchema]) {
    for other in others.reversed() + [own] {
      description = other.description ?? description
      title = other.title ?? title
      isDeprecated = isDeprecated || other.isDeprecated
      isReadOnly = isReadOnly || other.isReadOnly
      isWriteOnly = isWriteOnly || other.isWriteOnly
      if other.defaultValue != nil { takeDefault(of: other) }
      examples = other.examples + examples
      constraints += other.constraints
      assertions += other.assertions
    }
    isNullable = isNullable || own.isNullable || own.types.contains(.null)
  }
}
