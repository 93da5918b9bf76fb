import SchemaDescription
import SchemaDocument

/// The schema that values show by themselves, for documents that give examples and nothing else.
enum InferredSchema {
  /// How deep values are looked into; what lies deeper may be anything.
  private static let depthLimit = 64

  /// The schema that all values fit; nil where there are none.
  static func of(_ values: [Node]) -> RawSchema? {
    guard let first = values.first else { return nil }
    return schema(of: values, at: first, depth: 0)
  }

  /// The schema that some values fit, of which `place` says where they stand.
  private static func schema(of values: [Node], at place: Node, depth: Int) -> RawSchema {
    var schema = RawSchema(at: place.span)
    guard depth < depthLimit else { return schema }
    for value in values {
      let type = type(of: value)
      if !schema.types.contains(type) { schema.types.append(type) }
    }
    if schema.types.contains(.number) { schema.types.removeAll { $0 == .integer } }
    // Null alone says only that there may be none.
    if schema.types == [.null] { schema.types = [] }
    let elements = values.compactMap(\.elements).joined()
    if schema.types.contains(.array) {
      schema.items = Indirect(self.schema(of: Array(elements), at: place, depth: depth + 1))
    }
    let objects = values.compactMap(\.uniqueMembers)
    if !objects.isEmpty { addProperties(of: objects, to: &schema, depth: depth) }
    return schema
  }

  /// Adds the members of objects: those that all have are required.
  private static func addProperties(of objects: [[Member]], to schema: inout RawSchema, depth: Int) {
    var order: [Member] = []
    var values: [String: [Node]] = [:]
    for member in objects.joined() {
      if values[member.key] == nil { order.append(member) }
      values[member.key, default: []].append(member.value)
    }
    for member in order {
      let own = values[member.key] ?? []
      let value = self.schema(of: own, at: member.value, depth: depth + 1)
      schema.properties.append(RawProperty(key: member.key, keySpan: member.keySpan, schema: value))
      if own.count == objects.count { schema.required.append(RequiredName(member.key, at: member.keySpan)) }
    }
  }

  /// The type of a value.
  private static func type(of value: Node) -> RawType {
    switch value.value {
    case .null: .null
    case .boolean: .boolean
    case .number(let text): text.allSatisfy { $0.isNumber || $0 == "-" } ? .integer : .number
    case .string: .string
    case .array: .array
    case .object: .object
    }
  }
}

extension Node {
  /// The members of an object, of equal keys the last.
  fileprivate var uniqueMembers: [Member]? {
    guard let members else { return nil }
    if Set(members.lazy.map(\.key)).count == members.count { return members }
    var positions: [String: Int] = [:]
    for (position, member) in members.enumerated() { positions[member.key] = position }
    return members.enumerated().filter { positions[$1.key] == $0 }.map(\.element)
  }
}
