import SchemaDescription

/// What a schema gives to another one that its properties are spread into.
struct SchemaSpread {
  /// The properties, in the schema's order.
  private(set) var properties: [RawProperty] = []
  /// The names that are required; those of properties that are taken out stay out.
  var required: [RequiredName] = []
  /// What the schema consists of beside properties, to be held by all values as well.
  private(set) var others: [RawSchema] = []
  /// What the schema says of other properties.
  private(set) var additionalProperties: RawAdditionalProperties?

  /// Takes a schema apart. Of one that is not to be had the whole counts, as it is referred to.
  init(of schema: RawSchema?, or whole: RawSchema?) {
    guard let schema, schema.reference == nil, schema.oneOf.isEmpty, schema.anyOf.isEmpty else {
      if let other = whole ?? schema { others = [other] }
      return
    }
    properties = schema.properties
    required = schema.required
    others = schema.allOf
    additionalProperties = schema.additionalProperties
    if !schema.isObject, let whole { others = [whole] }
  }

  /// Takes properties out, and puts others into the places of those with their keys or behind all of them.
  mutating func change(removing removed: Set<String>, replacing changed: [RawProperty]) {
    let new = Dictionary(changed.map { ($0.key, $0) }, uniquingKeysWith: { $1 })
    let known = Set(properties.map(\.key))
    properties = properties.filter { !removed.contains($0.key) }.map { new[$0.key] ?? $0 }
    properties += changed.filter { !known.contains($0.key) }
    required.removeAll { removed.contains($0.name) }
  }
}

extension RawSchema {
  /// Whether nothing in the schema speaks of values that are no objects.
  fileprivate var isObject: Bool {
    types.allSatisfy { $0 == .object || $0 == .null } && items == nil && enumeration.isEmpty && constant == nil
  }
}
