import SchemaDescription
import SchemaIR
import SchemaSource

/// Which named schemas are made from a base that has a discriminator: Swagger's way to spell a union
/// (OpenAPI 3.1, section 4.8.25.4: the base names the tag, each child is an `allOf` of the base and its own).
struct Inheritance {
  /// The schemas made from each base, through any number of steps, by their places among the named schemas.
  private(set) var children: [SchemaKey: [Int]] = [:]
  /// The places of the schemas that are made from some base.
  private(set) var childSpans: Set<SourceSpan> = []

  /// Finds bases and children in one pass over the schemas.
  init(_ schemas: [NamedSchema]) {
    var bases: Set<SchemaKey> = []
    var direct: [SchemaKey: [Int]] = [:]
    for (index, named) in schemas.enumerated() {
      if named.schema.isInheritanceBase { bases.insert(named.key) }
      guard named.name != nil else { continue }
      for part in named.schema.allOf {
        if let reference = part.reference, reference.key != named.key {
          direct[reference.key, default: []].append(index)
        }
      }
    }
    for base in bases {
      var found: Set<Int> = []
      var pending = direct[base] ?? []
      while let next = pending.popLast() {
        guard schemas[next].key != base, found.insert(next).inserted else { continue }
        pending += direct[schemas[next].key] ?? []
      }
      guard !found.isEmpty else { continue }
      children[base] = found.sorted()
      for index in found { childSpans.insert(schemas[index].schema.span) }
    }
  }
}

extension Lowerer {
  /// The type of a base that other schemas are made from: a union of these and of the base itself. Nil where the
  /// schema is no such base.
  mutating func inheritanceType(of schema: RawSchema, at place: Place, namedBy key: SchemaKey) -> TypeRef? {
    guard let children = inheritance.children[key], let discriminator = schema.discriminator else { return nil }
    let id = declareUnion(of: schema, at: place, namedBy: key)
    let references = children.map { index in
      var reference = RawSchema(at: description.schemas[index].schema.span)
      reference.reference = RawReference(description.schemas[index].key, at: schema.span)
      return reference
    }
    var tags = self.tags(of: references, key: discriminator.propertyName, discriminator: discriminator)
    var variants: [Union.Variant] = []
    for (reference, tags) in zip(references, tags) {
      guard let key = reference.reference?.key else { continue }
      let type = type(ofNamed: key, at: schema.span)
      guard structure(of: type) != nil, !tags.isEmpty else { continue }
      variants.append(Union.Variant(name: display(key), type: type.withoutNull, tags: tags))
    }
    var base = schema
    base.discriminator = nil
    base.examples = []
    base.defaultValue = nil
    base.isNullable = false
    var basePlace = variantPlace("base", of: id, at: place, span: schema.span)
    basePlace.path = place.path
    let type = type(of: base, at: basePlace)
    tags = [discriminator.mapping.filter { $0.reference.key == key }.map(\.value)]
    variants.append(
      Union.Variant(
        name: display(key),
        type: type.withoutNull,
        tags: tags[0].isEmpty ? [display(key)] : tags[0],
        documentation: "A value that is no more than the base of the others."
      )
    )
    api[id].kind = .union(Union(tagging: .property(key: discriminator.propertyName), variants: variants))
    return schema.allowsNull ? TypeRef.declared(id).nullable : .declared(id)
  }
}

extension RawSchema {
  /// Whether the schema is an object with a discriminator and lists no alternatives.
  fileprivate var isInheritanceBase: Bool {
    discriminator != nil && oneOf.isEmpty && anyOf.isEmpty && reference == nil
      && (!properties.isEmpty || !allOf.isEmpty)
  }
}
