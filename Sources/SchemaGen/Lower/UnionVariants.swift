import SchemaDescription
import SchemaIR
import SchemaSource

extension Lowerer {
  /// What the variants of a union are called: each after its tag, its reference, its title or its shape, and where two
  /// would be called the same, after what only one of them has.
  mutating func variantNames(of alternatives: [RawSchema], tagKey: String?) -> [String] {
    var names: [String] = []
    var owners: [String: [Int]] = [:]
    for (index, alternative) in alternatives.enumerated() {
      let name = variantName(of: alternative, tagKey: tagKey)
      names.append(name)
      owners[name.lowercased(), default: []].append(index)
    }
    var taken = Set(owners.keys)
    for indices in owners.values.sorted(by: { $0[0] < $1[0] }) where indices.count > 1 {
      var counts: [String: Int] = [:]
      let keys = indices.map { flatTarget(alternatives[$0]).schema.properties.map(\.key) }
      for key in keys.joined() { counts[key, default: 0] += 1 }
      for (index, keys) in zip(indices, keys) {
        guard let key = keys.first(where: { counts[$0] == 1 && !taken.contains($0.lowercased()) }) else { continue }
        taken.insert(key.lowercased())
        names[index] = key
      }
    }
    return names
  }

  /// What the variants of the data of events are called: after their schemas where each has a name of its own, else after
  /// the events.
  func eventVariantNames(of alternatives: [RawSchema], _ events: [[String]]) -> [String] {
    let keys = alternatives.compactMap(\.reference?.key)
    guard keys.count == alternatives.count, Set(keys).count == keys.count else { return events.map { $0[0] } }
    return keys.map { name(of: $0) }
  }

  /// What a variant is called after: its tag, its reference, its title or its JSON type.
  private mutating func variantName(of alternative: RawSchema, tagKey: String?) -> String {
    if let tagKey {
      let tags = constants(of: alternative, key: tagKey)
      if tags.count == 1 { return tags[0] }
    }
    return plainName(of: alternative)
  }

  /// What an alternative is called by itself.
  mutating func plainName(of alternative: RawSchema) -> String {
    if let reference = alternative.reference { return name(of: reference.key) }
    if let title = alternative.title, !title.isBlank, title.count <= 60 { return title }
    let flat = flatTarget(alternative).schema
    if let title = flat.title, !title.isBlank, title.count <= 60 { return title }
    if let constant = flat.constant?.string, !constant.isBlank, constant.count <= 60 { return constant }
    if flat.effectiveTypes == [.array], let items = flat.items?.value {
      if let reference = items.reference { return name(of: reference.key) + " list" }
      if isFile(items) { return "files" }
      if let type = items.effectiveTypes.first, items.effectiveTypes.count == 1 { return "\(type.rawValue) list" }
    }
    if flat.effectiveTypes == [.object], let first = flat.required.first?.name ?? flat.properties.first?.key {
      return first
    }
    if isFile(flat) { return "file" }
    let inner = flat.alternatives
    if flat.effectiveTypes.isEmpty, inner.count == 1 { return plainName(of: inner[0]) }
    return flat.effectiveTypes.first?.rawValue ?? "value"
  }

  /// Whether the values of a schema are files.
  private func isFile(_ schema: RawSchema) -> Bool {
    switch schema.effectiveTypes {
    case [.file]: true
    case [.string]: schema.enumeration.isEmpty && formattedType(of: schema, as: .string) == .scalar(.file)
    default: false
    }
  }

  /// What a named schema is called: its key need not say it.
  private func name(of key: SchemaKey) -> String {
    schemaIndex[key].flatMap { description.schemas[$0].name } ?? display(key)
  }

  /// The variant of `anyOf` that has the properties of all objects among the alternatives: a value may be several of
  /// them at once. Nil where no value can be, or where nothing would be lost.
  mutating func combinedVariant(
    of alternatives: [RawSchema],
    names: [String],
    union id: DeclID,
    schema: RawSchema,
    at place: Place
  ) -> Union.Variant? {
    let objects = alternatives.indices.filter { flatTarget(alternatives[$0]).schema.effectiveTypes == [.object] }
    guard (2...6).contains(objects.count) else { return nil }
    let parts = objects.map { flatTarget(alternatives[$0]).schema }
    let keys = parts.map { Set($0.properties.map(\.key)) }
    for (index, part) in parts.enumerated() {
      guard part.alternatives.isEmpty, !part.keepsOthers, part.properties.allSatisfy({ !$0.schema.isNever }),
        !keys.indices.contains(where: { $0 != index && keys[$0].isSuperset(of: keys[index]) })
      else { return nil }
    }
    var both = RawSchema(at: schema.span)
    both.allOf = objects.map { alternatives[$0] }
    let flat = flat(both)
    guard flat.conflict == nil else { return nil }
    for property in flat.schema.properties where !property.schema.allOf.isEmpty {
      guard self.flat(property.schema).conflict == nil else { return nil }
    }
    var combined = flat.schema
    combined.title = nil
    combined.description = "A value that is several of the other variants at once."
    combined.isNullable = false
    combined.types = [.object]
    combined.examples = []
    combined.defaultValue = nil
    combined.required.removeAll { name in !parts.allSatisfy { $0.required.contains { $0.name == name.name } } }
    let name = objects.count == 2 ? objects.map { names[$0] }.joined(separator: " and ") : "combined"
    let type = type(of: combined, at: variantPlace(name, of: id, at: place, span: schema.span))
    return Union.Variant(name: name, type: type, documentation: combined.description)
  }
}

extension RawSchema {
  /// Whether a structure of the schema keeps keys that it does not name.
  fileprivate var keepsOthers: Bool {
    if !patternProperties.isEmpty { return true }
    switch additionalProperties ?? unevaluatedProperties {
    case .allowed, .schema: return true
    case .forbidden, nil: return false
    }
  }
}
