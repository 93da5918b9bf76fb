import SchemaDescription
import SchemaDocument
import SchemaIR
import SchemaSource

extension Lowerer {
  /// How many variants a union may have that are told apart by shape alone: each value is compared with all of them.
  private static let variantLimit = 500

  /// The type of `oneOf` and `anyOf`; one alternative alone is that alternative's type.
  mutating func unionType(
    _ alternatives: [RawSchema],
    of schema: RawSchema,
    at place: Place,
    namedBy key: SchemaKey?
  ) -> TypeRef {
    var alternatives = alternatives
    let events = alternatives.map(\.eventNames)
    let hasEvents = alternatives.count > 1 && !events.contains([])
    for index in alternatives.indices { alternatives[index] = withBase(of: schema, alternatives[index]) }
    if !hasEvents, alternatives.count > 1 || key != nil,
      let values = enumerationOfAlternatives(alternatives, of: schema),
      let enumeration = enumerationType(of: values.schema, hasOthers: values.hasOthers, at: place, namedBy: key)
    {
      return enumeration
    }
    if alternatives.count == 1 { return type(of: alternatives[0], at: place, namedBy: key) }
    let tagKey = tagProperty(of: alternatives, schema: schema)
    guard tagKey != nil || alternatives.count <= Self.variantLimit else {
      report.add(
        .unsupportedFeature,
        "nothing tells the \(alternatives.count) alternatives of `\(place.path)` apart, and more than "
          + "\(Self.variantLimit) are not tried one after another; it becomes any JSON",
        at: schema.span
      )
      return .scalar(.json)
    }
    let id = declareUnion(of: schema, at: place, namedBy: key)
    let tags = tagKey.map { self.tags(of: alternatives, key: $0, discriminator: schema.discriminator) }
    // What the data says of itself is said wherever it is read.
    let isToldByEvents = hasEvents && tagKey == nil
    let names =
      isToldByEvents
      ? eventVariantNames(of: alternatives, events) : variantNames(of: alternatives, tagKey: tagKey)
    var variants: [Union.Variant] = []
    var positions: [TypeRef: Int] = [:]
    // Null that an alternative allows by itself, or as any value, is a value of the whole.
    var allowsNull = false
    for (index, alternative) in alternatives.enumerated() {
      let type = type(of: alternative, at: variantPlace(names[index], of: id, at: place, span: alternative.span))
      let tags = tags?[index] ?? []
      switch type {
      case .nullable, .scalar(.json), .unstated(.value): allowsNull = allowsNull || !isToldByEvents
      default: break
      }
      if let same = positions[type.core], !isToldByEvents {
        variants[same].tags += tags
        continue
      }
      positions[type.core] = variants.count
      var variant = Union.Variant(
        name: names[index],
        type: isToldByEvents ? type : type.withoutNull,
        tags: tags,
        documentation: documentationText(alternative.title, alternative.description)
      )
      if isToldByEvents { variant.events = events[index] }
      variants.append(variant)
    }
    let isTagged = tagKey != nil && variants.allSatisfy { !$0.tags.isEmpty && $0.type.isStructural(in: api) }
    if variants.count == 1 {
      // All alternatives are one type: the union's declaration becomes a name for it.
      api[id].kind = .alias(variants[0].type)
      return allowsNull ? .declared(id).nullable : .declared(id)
    }
    var union = Union(tagging: .shape, variants: variants)
    if let tagKey, isTagged {
      union.tagging = .property(key: tagKey)
      union.fallback = schema.discriminator?.defaultMapping.flatMap { target in
        let type = type(ofNamed: target.key, at: target.span)
        return union.variants.firstIndex { $0.type.core == type.core }
      }
    } else if schema.oneOf.allSatisfy(\.isNullOnly),
      let combined = combinedVariant(of: alternatives, names: names, union: id, schema: schema, at: place)
    {
      union.variants.append(combined)
    }
    api[id].kind = .union(union)
    return allowsNull ? .declared(id).nullable : .declared(id)
  }

  /// The place of a variant of a union.
  func variantPlace(_ name: String, of id: DeclID, at place: Place, span: SourceSpan) -> Place {
    Place(parent: id, hint: .variant(name), path: "\(place.path)<\(name)>", span: span)
  }

  /// A union of the JSON types that one schema states side by side.
  mutating func union(of types: [RawType], schema: RawSchema, at place: Place, namedBy key: SchemaKey?) -> TypeRef {
    let id = declareUnion(of: schema, at: place, namedBy: key)
    let variants = types.map { type in
      var alternative = schema
      alternative.types = [type]
      alternative.isNullable = false
      alternative.description = nil
      alternative.examples = []
      let variantPlace = Place(
        parent: id,
        hint: .variant(type.rawValue),
        path: "\(place.path)<\(type.rawValue)>",
        span: schema.span
      )
      return Union.Variant(name: type.rawValue, type: self.type(of: alternative, at: variantPlace))
    }
    api[id].kind = .union(Union(tagging: .shape, variants: variants))
    return .declared(id)
  }

  /// Reserves the declaration of a union, so that its variants may refer back to it.
  mutating func declareUnion(of schema: RawSchema, at place: Place, namedBy key: SchemaKey?) -> DeclID {
    let id = declare(
      Declaration(
        hint: place.hint,
        parent: place.parent,
        kind: .union(Union(tagging: .shape, variants: [])),
        documentation: documentationText(schema.title, schema.description),
        isDeprecated: schema.isDeprecated,
        span: schema.span
      )
    )
    register(id, for: schema, namedBy: key)
    return id
  }

  /// An alternative together with the properties that stand beside `oneOf` or `anyOf` and hold for each of them.
  private mutating func withBase(of schema: RawSchema, _ alternative: RawSchema) -> RawSchema {
    guard !schema.properties.isEmpty || !schema.patternProperties.isEmpty else { return alternative }
    // An alternative that is made from the schema has its properties already.
    let own = Set(flatTarget(alternative).schema.properties.map(\.schema.span))
    if schema.patternProperties.isEmpty, schema.properties.allSatisfy({ own.contains($0.schema.span) }) {
      return alternative
    }
    var base = RawSchema(at: schema.span)
    base.types = [.object]
    base.properties = schema.properties
    base.required = schema.required
    base.additionalProperties = schema.additionalProperties
    base.patternProperties = schema.patternProperties
    base.unevaluatedProperties = schema.unevaluatedProperties
    var combined = RawSchema(at: alternative.span)
    combined.title = alternative.title ?? alternative.reference.map { display($0.key) }
    combined.description =
      alternative.description ?? (alternative.reference == nil ? nil : resolve(alternative).description)
    combined.allOf = [base, alternative]
    return combined
  }
}

extension TypeRef {
  /// The type without null among its values.
  var withoutNull: TypeRef { if case .nullable(let inner) = self { inner } else { self } }

  /// Whether values of the type are JSON objects with named keys.
  func isStructural(in api: API) -> Bool {
    guard case .declared(let id) = core else { return false }
    switch api[id].kind {
    case .structure, .union: return true
    case .alias(let target): return target.isStructural(in: api)
    case .enumeration, .tuple: return false
    }
  }
}
