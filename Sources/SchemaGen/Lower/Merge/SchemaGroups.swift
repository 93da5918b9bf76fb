import SchemaDescription
import SchemaSource

/// Finds the named schemas that several documents describe, as each saved page carries the models that it needs.
struct SchemaGroups {
  /// The named schemas of all documents, each once. References to a copy lead to the one that is kept.
  ///
  /// Schemas of one name in several documents are one where they are alike: objects that share a property, lists of
  /// values, or scalars of one type. What only happens to have the same name stays apart.
  static func merge(_ descriptions: inout [APIDescription], report: inout Report) -> [NamedSchema] {
    guard descriptions.count > 1 else { return descriptions.first?.schemas ?? [] }
    var groups = SchemaGroups()
    for description in descriptions { groups.add(description.schemas) }
    guard !groups.copies.isEmpty else { return groups.kept }
    if !groups.aliases.isEmpty {
      let aliases = groups.aliases
      for index in descriptions.indices { descriptions[index].operations.renameReferences(aliases) }
      for index in groups.kept.indices { groups.kept[index].schema.renameReferences(aliases) }
      for index in groups.copies.indices { groups.copies[index].schema.schema.renameReferences(aliases) }
    }
    var uniter = SchemaUniter(groups.kept, report: report)
    for copy in groups.copies { uniter.add(copy.schema, to: copy.position) }
    report = uniter.report
    return uniter.schemas
  }

  /// The schemas that are kept, in order.
  private var kept: [NamedSchema] = []
  /// The others, each with the place of the one that it is a copy of.
  private var copies: [(schema: NamedSchema, position: Int)] = []
  /// The keys of copies and the keys that take their place.
  private var aliases: [SchemaKey: SchemaKey] = [:]
  /// The places of the kept schemas by name, and by key.
  private var named: [String: [Int]] = [:]
  private var keyed: [SchemaKey: Int] = [:]

  /// Adds the schemas of a document.
  private mutating func add(_ schemas: [NamedSchema]) {
    let earlier = kept.count
    for schema in schemas {
      if let position = keyed[schema.key] {
        // A file that two documents refer to is read with each; two schemas of one document never have one key.
        if position < earlier, kept[position].schema.span != schema.schema.span { copies.append((schema, position)) }
        continue
      }
      let twin = schema.name.flatMap { name in
        named[name]?.first { $0 < earlier && kept[$0].schema.isAlike(schema.schema) }
      }
      if let twin {
        aliases[schema.key] = kept[twin].key
        copies.append((schema, twin))
      } else {
        keyed[schema.key] = kept.count
        if let name = schema.name { named[name, default: []].append(kept.count) }
        kept.append(schema)
      }
    }
  }
}

extension RawSchema {
  /// Whether two schemas of one name can be two descriptions of one model.
  fileprivate func isAlike(_ other: RawSchema) -> Bool {
    if saysSame(as: other, ignoringNames: true) { return true }
    let types = Set(effectiveTypes)
    guard types == Set(other.effectiveTypes) else { return false }
    if types == [.object], allOf.isEmpty, other.allOf.isEmpty, oneOf.isEmpty, anyOf.isEmpty {
      let keys = Set(properties.map(\.key))
      return other.properties.contains { keys.contains($0.key) }
    }
    if !allOf.isEmpty || !other.allOf.isEmpty {
      let keys = Set((allOf.flatMap(\.properties) + properties).map(\.key))
      return (other.allOf.flatMap(\.properties) + other.properties).contains { keys.contains($0.key) }
    }
    guard oneOf.isEmpty, anyOf.isEmpty, other.oneOf.isEmpty, other.anyOf.isEmpty else { return false }
    if let items = items?.value, let others = other.items?.value { return items.isAlike(others) }
    return !types.isEmpty && !types.contains(.object) && enumeration.isEmpty == other.enumeration.isEmpty
  }
}
