import SchemaDescription
import SchemaLower

/// The JSON types that a schema allows, through references and variants: texts outside of JSON are read by these.
struct ValueTypes {
  /// How deep variants are followed.
  private static let depthLimit = 8

  private(set) var types: Set<RawType> = []
  /// The schema's properties and those of its variants.
  private(set) var properties: [String: RawSchema] = [:]
  /// The schema of elements; of several variants the first one's.
  private(set) var items: RawSchema?
  /// The schema of members that are not listed.
  private(set) var additional: RawSchema?
  /// Whether an object may have members that are not listed.
  private(set) var allowsOthers = false

  /// What was referred to so far: schemas refer to each other in many ways, and say nothing new the second time.
  private var known: Set<SchemaKey> = []

  /// Looks at a schema; nil allows everything.
  init(_ schema: RawSchema?, _ flattener: inout SchemaFlattener) {
    if let schema { add(schema, &flattener, depth: 0) }
  }

  /// Adds what a schema and its variants allow.
  private mutating func add(_ schema: RawSchema, _ flattener: inout SchemaFlattener, depth: Int) {
    guard depth < Self.depthLimit else { return }
    if let key = schema.reference?.key, !known.insert(key).inserted { return }
    let flat = flattener.flat(schema)
    if flat.reference != nil, depth + 1 < Self.depthLimit { add(flat, &flattener, depth: depth + 1) }
    types.formUnion(flat.types)
    for property in flat.properties where properties[property.key] == nil {
      properties[property.key] = property.schema
    }
    if let element = flat.items?.value, items == nil { items = element }
    switch flat.additionalProperties {
    case .schema(let schema):
      additional = additional ?? schema.value
      allowsOthers = true
    case .allowed: allowsOthers = true
    case .forbidden, nil: break
    }
    if flat.types.isEmpty {
      if !flat.properties.isEmpty || flat.additionalProperties != nil { types.insert(.object) }
      if flat.items != nil || !flat.prefixItems.isEmpty { types.insert(.array) }
      for value in flat.enumeration.map(\.value) + [flat.constant].compactMap(\.self) {
        switch value.value {
        case .null: types.insert(.null)
        case .boolean: types.insert(.boolean)
        case .number: types.insert(.number)
        case .string: types.insert(.string)
        case .array: types.insert(.array)
        case .object: types.insert(.object)
        }
      }
    }
    for variant in flat.oneOf + flat.anyOf { add(variant, &flattener, depth: depth + 1) }
  }

  /// Whether values are lists.
  var isArray: Bool { types.contains(.array) }
  /// Whether values are objects, and no lists.
  var isObject: Bool { types.contains(.object) && !isArray }
  /// Whether a value may be a text, a number or the like as well.
  var allowsScalars: Bool { types.isEmpty || !types.isSubset(of: [.array, .object]) }

  /// Whether a value may be a list or an object, and a text or a number as well.
  var isOfTwoKinds: Bool { (isArray || isObject) && allowsScalars }

  /// The same without lists and objects.
  var scalars: ValueTypes {
    var result = self
    result.types.subtract([.array, .object])
    return result
  }
}
