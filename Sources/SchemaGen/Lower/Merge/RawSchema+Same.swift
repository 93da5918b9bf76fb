import SchemaDescription
import SchemaDocument

extension RawSchema {
  /// Whether two schemas say the same of a value, wherever they stand and however they describe it. References are the
  /// same where they have the same key or, if keys are ignored, the same last name.
  func saysSame(as other: RawSchema, ignoringNames: Bool = false, depth: Int = 0) -> Bool {
    guard depth < 64 else { return false }
    func same(_ first: RawSchema, _ second: RawSchema) -> Bool {
      first.saysSame(as: second, ignoringNames: ignoringNames, depth: depth + 1)
    }
    func same(_ first: [RawSchema], _ second: [RawSchema]) -> Bool {
      first.count == second.count && zip(first, second).allSatisfy { same($0, $1) }
    }
    guard types == other.types, format == other.format, isNullable == other.isNullable,
      eventNames == other.eventNames,
      Set(required.map(\.name)) == Set(other.required.map(\.name)),
      properties.count == other.properties.count,
      enumeration.map({ $0.value.jsonText() }) == other.enumeration.map({ $0.value.jsonText() }),
      constant?.jsonText() == other.constant?.jsonText(),
      discriminator?.propertyName == other.discriminator?.propertyName
    else { return false }
    if reference?.key != other.reference?.key {
      guard ignoringNames, let name = reference?.key.lastName, name == other.reference?.key.lastName else {
        return false
      }
    }
    guard
      zip(properties, other.properties).allSatisfy({ $0.key == $1.key && same($0.schema, $1.schema) }),
      (items == nil) == (other.items == nil),
      items.map({ items in other.items.map { same(items.value, $0.value) } ?? false }) ?? true,
      same(allOf, other.allOf), same(anyOf, other.anyOf), same(oneOf, other.oneOf),
      same(prefixItems, other.prefixItems)
    else { return false }
    switch (additionalProperties, other.additionalProperties) {
    case (nil, nil), (.allowed, .allowed), (.forbidden, .forbidden): break
    case (.schema(let first), .schema(let second)): guard same(first.value, second.value) else { return false }
    default: return false
    }
    return patternProperties.map(\.pattern) == other.patternProperties.map(\.pattern)
  }
}

extension SchemaKey {
  /// What a person would call the schema: the last part of its key.
  var lastName: String { text.split { $0 == "/" || $0 == "#" }.last.map(String.init) ?? text }
}
