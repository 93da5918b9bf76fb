import SchemaDescription
import SchemaDocument
import SchemaIR
import SchemaSource

extension Lowerer {
  /// The type of `oneOf` and `anyOf`; one alternative alone is that alternative's type.
  mutating func unionType(
    _ alternatives: [RawSchema],
    of schema: RawSchema,
    at place: Place,
    namedBy key: SchemaKey?
  ) -> TypeRef {
    let alternatives = alternatives.map { withBase(of: schema, $0) }
    if alternatives.count > 1 || key != nil, let values = enumerationOfAlternatives(alternatives, of: schema),
      let enumeration = enumerationType(of: values.schema, hasOthers: values.hasOthers, at: place, namedBy: key)
    {
      return enumeration
    }
    if alternatives.count == 1 { return type(of: alternatives[0], at: place, namedBy: key) }
    let id = declareUnion(of: schema, at: place, namedBy: key)
    var variants: [Union.Variant] = []
    let tagKey = tagProperty(of: alternatives, schema: schema)
    for (index, alternative) in alternatives.enumerated() {
      let name = variantName(of: alternative, index: index, tagKey: tagKey)
      let variantPlace = Place(
        parent: id,
        hint: .variant(name),
        path: "\(place.path)<\(name)>",
        span: alternative.span
      )
      let type = type(of: alternative, at: variantPlace)
      if let same = variants.firstIndex(where: { $0.type.core == type.core }) {
        variants[same].tags += tagKey.map { tags(of: alternative, key: $0, schema: schema) } ?? []
        continue
      }
      variants.append(
        Union.Variant(
          name: name,
          type: type.withoutNull,
          tags: tagKey.map { tags(of: alternative, key: $0, schema: schema) } ?? [],
          documentation: documentationText(alternative.title, alternative.description)
        )
      )
    }
    let isTagged = tagKey != nil && variants.allSatisfy { !$0.tags.isEmpty && $0.type.isStructural(in: api) }
    if variants.count == 1 {
      // All alternatives are one type: the union's declaration becomes a name for it.
      api[id].kind = .alias(variants[0].type)
      return .declared(id)
    }
    api[id].kind = .union(Union(tagging: isTagged ? .property(key: tagKey!) : .shape, variants: variants))
    return .declared(id)
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
  private mutating func declareUnion(of schema: RawSchema, at place: Place, namedBy key: SchemaKey?) -> DeclID {
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
  private func withBase(of schema: RawSchema, _ alternative: RawSchema) -> RawSchema {
    guard !schema.properties.isEmpty else { return alternative }
    var base = RawSchema(at: schema.span)
    base.types = [.object]
    base.properties = schema.properties
    base.required = schema.required
    base.additionalProperties = schema.additionalProperties
    var combined = RawSchema(at: alternative.span)
    combined.title = alternative.title ?? alternative.reference.map { display($0.key) }
    combined.description = alternative.description
    combined.allOf = [base, alternative]
    return combined
  }

  /// The property that tells the alternatives apart: the discriminator, or a constant that all of them require.
  private func tagProperty(of alternatives: [RawSchema], schema: RawSchema) -> String? {
    if let discriminator = schema.discriminator { return discriminator.propertyName }
    let first = flatten(resolve(alternatives[0]))
    return first.properties.map(\.key).first { key in
      var seen: Set<String> = []
      return alternatives.allSatisfy { alternative in
        let values = constants(of: alternative, key: key)
        return !values.isEmpty && values.allSatisfy { seen.insert($0).inserted }
      }
    }
  }

  /// The tag's values that select an alternative: its own constants first, then the mapping, then its name.
  private func tags(of alternative: RawSchema, key: String, schema: RawSchema) -> [String] {
    let own = constants(of: alternative, key: key)
    let mapped =
      schema.discriminator?.mapping.filter { $0.reference.key == alternative.reference?.key }.map(\.value) ?? []
    let all = own + mapped.filter { !own.contains($0) }
    if !all.isEmpty { return all }
    return schema.discriminator == nil ? [] : alternative.reference.map { [display($0.key)] } ?? []
  }

  /// The string constants that an alternative allows for a property that it requires or lists.
  private func constants(of alternative: RawSchema, key: String) -> [String] {
    let flat = flatten(resolve(alternative))
    guard let property = flat.properties.first(where: { $0.key == key }) else { return [] }
    let schema = resolve(property.schema)
    if let constant = schema.constant?.string { return [constant] }
    return schema.enumeration.compactMap(\.value.string)
  }

  /// What a variant is called after: its title, its reference, its tag or its JSON type.
  private func variantName(of alternative: RawSchema, index: Int, tagKey: String?) -> String {
    if let tagKey, let tag = constants(of: alternative, key: tagKey).first { return tag }
    if let reference = alternative.reference { return display(reference.key) }
    if let title = alternative.title, !title.isBlank, title.count <= 60 { return title }
    let flat = flatten(alternative)
    if flat.effectiveTypes == [.array], let items = flat.items?.value {
      if let reference = items.reference { return display(reference.key) + " list" }
      if let type = items.effectiveTypes.first, items.effectiveTypes.count == 1 { return "\(type.rawValue) list" }
    }
    if flat.effectiveTypes == [.object], let first = flat.required.first?.name ?? flat.properties.first?.key {
      return first
    }
    return flat.effectiveTypes.first?.rawValue ?? "value"
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
    case .enumeration: return false
    }
  }
}
