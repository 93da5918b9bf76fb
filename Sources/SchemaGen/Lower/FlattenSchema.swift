import SchemaDescription
import SchemaIR
import SchemaSource

extension Lowerer {
  /// How many references and compositions are followed before a schema counts as endless.
  private static let depthLimit = 64

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

  /// The schema with its `allOf` and, where it has siblings, its reference merged in; properties united, first wins.
  func flatten(_ schema: RawSchema, depth: Int = 0, path: Set<SchemaKey> = []) -> RawSchema {
    let mergesReference = schema.reference != nil && schema.hasStructureBesideReference
    guard !schema.allOf.isEmpty || mergesReference, depth < Self.depthLimit else { return schema }
    var flat = schema
    var parts = schema.allOf
    flat.allOf = []
    if mergesReference, let reference = schema.reference {
      var part = RawSchema(at: schema.span)
      part.reference = reference
      parts.insert(part, at: 0)
      flat.reference = nil
    }
    if parts.count == 1, schema.isBareComposition {
      // `allOf` with one element is how OpenAPI 3.0 puts a description beside a reference.
      var single = flatten(parts[0], depth: depth + 1, path: path)
      single.description = schema.description ?? single.description
      single.title = schema.title ?? single.title
      single.isNullable = single.isNullable || schema.isNullable
      single.isDeprecated = single.isDeprecated || schema.isDeprecated
      single.examples = schema.examples + single.examples
      return single
    }
    let own = flat.properties
    flat.properties = []
    for part in parts {
      var path = path
      var part = part
      while let reference = part.reference, !part.hasStructureBesideReference {
        guard path.insert(reference.key).inserted, let index = schemaIndex[reference.key] else { break }
        part = description.schemas[index].schema
      }
      merge(flatten(part, depth: depth + 1, path: path), into: &flat)
    }
    for property in own { add(property, to: &flat) }
    return flat
  }

  /// Adds what `part` says to a schema that it must hold together with.
  private func merge(_ part: RawSchema, into schema: inout RawSchema) {
    for property in part.properties { add(property, to: &schema) }
    for name in part.required where !schema.required.contains(where: { $0.name == name.name }) {
      schema.required.append(name)
    }
    if schema.types.isEmpty { schema.types = part.types }
    if schema.items == nil { schema.items = part.items }
    if schema.additionalProperties == nil { schema.additionalProperties = part.additionalProperties }
    if schema.enumeration.isEmpty { schema.enumeration = part.enumeration }
    if schema.format == nil { schema.format = part.format }
    if schema.constant == nil { schema.constant = part.constant }
    if schema.discriminator == nil { schema.discriminator = part.discriminator }
    schema.description = schema.description ?? part.description
    schema.title = schema.title ?? part.title
    if schema.oneOf.isEmpty && schema.anyOf.isEmpty {
      schema.oneOf = part.oneOf
      schema.anyOf = part.anyOf
    }
    if schema.reference == nil { schema.reference = part.reference }
    schema.constraints += part.constraints
    schema.assertions += part.assertions
    schema.examples += part.examples
  }

  /// Adds a property; where it is there already, the later statement refines the earlier one.
  private func add(_ property: RawProperty, to schema: inout RawSchema) {
    guard let index = schema.properties.firstIndex(where: { $0.key == property.key }) else {
      schema.properties.append(property)
      return
    }
    let earlier = schema.properties[index].schema
    var refined = property.schema
    if refined.saysNothingOfType {
      let description = refined.description
      refined = earlier
      refined.description = description ?? earlier.description
    } else {
      refined.description = refined.description ?? earlier.description
    }
    schema.properties[index].schema = refined
  }
}

extension RawSchema {
  /// Whether the schema is one `allOf` with at most a title, a description and null beside it.
  fileprivate var isBareComposition: Bool {
    properties.isEmpty && oneOf.isEmpty && anyOf.isEmpty && enumeration.isEmpty && items == nil && required.isEmpty
      && additionalProperties == nil && reference == nil
  }

  /// Whether nothing in the schema says what kind of value stands here.
  fileprivate var saysNothingOfType: Bool {
    types.isEmpty && properties.isEmpty && reference == nil && items == nil && enumeration.isEmpty && oneOf.isEmpty
      && anyOf.isEmpty && allOf.isEmpty && constant == nil && additionalProperties == nil
  }
}
