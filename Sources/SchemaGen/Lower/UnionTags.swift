import SchemaDescription
import SchemaDocument
import SchemaIR
import SchemaSource

extension Lowerer {
  /// The property that tells the alternatives apart: the discriminator, or a constant that differs in all of them.
  mutating func tagProperty(of alternatives: [RawSchema], schema: RawSchema) -> String? {
    if let discriminator = schema.discriminator { return discriminator.propertyName }
    let first = flatTarget(alternatives[0]).schema
    for property in first.properties where !constants(of: property.schema).isEmpty {
      var seen: Set<String> = []
      let isTag = alternatives.allSatisfy { alternative in
        let values = constants(of: alternative, key: property.key)
        return !values.isEmpty && values.allSatisfy { seen.insert($0).inserted }
      }
      if isTag { return property.key }
    }
    return nil
  }

  /// The tag's values that select each alternative: its own constants, and what the mapping says. Where several
  /// alternatives list the same constants, these tell nothing apart: then the mapping counts, or the schema's name.
  mutating func tags(
    of alternatives: [RawSchema],
    key: String,
    discriminator: RawDiscriminator?
  ) -> [[String]] {
    let own = alternatives.map { constants(of: $0, key: key) }
    var owners: [String: Int] = [:]
    for value in own.joined() { owners[value, default: 0] += 1 }
    return alternatives.enumerated().map { index, alternative in
      let mapped = mappedTags(of: alternative, discriminator)
      let distinct = own[index].filter { owners[$0] == 1 }
      let tags = (distinct.count == own[index].count || mapped.isEmpty ? distinct : []) + mapped
      if !tags.isEmpty { return tags.withoutRepetitions }
      let inner = innerTags(of: alternative, key: key, discriminator: discriminator, depth: 0)
      if !inner.isEmpty { return inner.withoutRepetitions }
      guard discriminator != nil, let reference = alternative.lastReference else { return [] }
      let name = display(reference.key)
      return [own[index].first { $0.lowercased() == name.lowercased() } ?? name]
    }
  }

  /// The values that a discriminator maps to an alternative.
  private func mappedTags(of alternative: RawSchema, _ discriminator: RawDiscriminator?) -> [String] {
    guard let discriminator, let key = alternative.lastReference?.key else { return [] }
    return discriminator.mapping.filter { $0.reference.key == key }.map(\.value)
  }

  /// The tags of an alternative that is a union itself: those of all its alternatives, where each has some.
  private mutating func innerTags(
    of alternative: RawSchema,
    key: String,
    discriminator: RawDiscriminator?,
    depth: Int
  ) -> [String] {
    let target = flatTarget(alternative).schema
    let alternatives = target.alternatives
    guard alternatives.count > 1, depth < 8 else { return [] }
    let own = target.discriminator.flatMap { $0.propertyName == key ? $0 : nil }
    var tags: [String] = []
    for inner in alternatives {
      var found = constants(of: inner, key: key) + mappedTags(of: inner, own) + mappedTags(of: inner, discriminator)
      if found.isEmpty { found = innerTags(of: inner, key: key, discriminator: discriminator, depth: depth + 1) }
      if found.isEmpty, own != nil, let reference = inner.lastReference { found = [display(reference.key)] }
      guard !found.isEmpty else { return [] }
      tags += found
    }
    return tags
  }

  /// The string constants that an alternative allows for a property that it lists.
  mutating func constants(of alternative: RawSchema, key: String) -> [String] {
    guard let property = flatTarget(alternative).schema.properties.first(where: { $0.key == key }) else { return [] }
    return constants(of: property.schema)
  }

  /// The string constants that a schema allows; empty where it allows anything else.
  private mutating func constants(of schema: RawSchema) -> [String] {
    guard schema.isPossiblyConstant else { return [] }
    let flat = flatTarget(schema)
    guard flat.conflict == nil, !flat.schema.valuesAreFromProse else { return [] }
    if let constant = flat.schema.constant?.string { return [constant] }
    let values = flat.schema.enumeration.compactMap(\.value.string)
    return values.count == flat.schema.enumeration.count ? values : []
  }

  /// Gives every structure that a tag selects the property that holds the tag: with the tag as the value that need not
  /// be given, so that what is written can be read again. Comes after all types are declared.
  mutating func completeTags() {
    var tags: [DeclID: [String: Set<String>]] = [:]
    var spans: [DeclID: SourceSpan] = [:]
    var order: [DeclID] = []
    for declaration in api.declarations {
      guard case .union(let union) = declaration.kind, case .property(let key) = union.tagging else { continue }
      for (index, variant) in union.variants.enumerated() {
        guard let id = structure(of: variant.type) else { continue }
        if tags[id] == nil { order.append(id) }
        // The fallback stands for tags that nobody lists.
        tags[id, default: [:]][key, default: []].formUnion(index == union.fallback ? ["", " "] : variant.tags)
        spans[id] = spans[id] ?? declaration.span
      }
    }
    for id in order {
      guard case .structure(var structure) = api[id].kind else { continue }
      for (key, values) in (tags[id] ?? [:]).sorted(by: { $0.key < $1.key }) {
        let initial = values.count == 1 ? values.first.map { Initial.standard(.string($0)) } : nil
        if let index = structure.properties.firstIndex(where: { $0.key == key }) {
          guard structure.properties[index].initial == nil,
            structure.properties[index].type.isText(in: api)
          else { continue }
          structure.properties[index].initial = initial
        } else {
          structure.properties.append(
            Property(
              key: key,
              type: .scalar(.string),
              presence: .optional,
              initial: initial,
              documentation: "Tells the variants of a union apart.",
              span: spans[id] ?? api[id].span
            )
          )
        }
      }
      api[id].kind = .structure(structure)
    }
  }

  /// The structure that a type is, aliases followed.
  func structure(of type: TypeRef) -> DeclID? {
    var type = type.core
    for _ in 0..<Self.depthLimit {
      guard case .declared(let id) = type else { return nil }
      switch api[id].kind {
      case .structure: return id
      case .alias(let target): type = target.core
      default: return nil
      }
    }
    return nil
  }
}

extension RawSchema {
  /// The alternatives that add something: neither null alone, nor a list of required names, nor nothing at all.
  var alternatives: [RawSchema] {
    (oneOf + anyOf).filter { !$0.isNullOnly && !$0.saysOnlyRequired && !$0.isNever }
  }

  /// The reference that an alternative is, or the last one that it is composed of.
  var lastReference: RawReference? { reference ?? allOf.last { $0.reference != nil }?.reference }

  /// Whether the schema may come down to listed values.
  fileprivate var isPossiblyConstant: Bool {
    constant != nil || !enumeration.isEmpty || reference != nil || !allOf.isEmpty
  }
}

extension TypeRef {
  /// Whether the type's values are strings with no form of their own, or listed strings.
  fileprivate func isText(in api: API) -> Bool {
    switch self {
    case .scalar(.string): return true
    case .declared(let id):
      if case .enumeration(let enumeration) = api[id].kind { return enumeration.rawKind == .string }
      return false
    default: return false
    }
  }
}

extension [String] {
  /// The elements, each once, in order.
  fileprivate var withoutRepetitions: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
