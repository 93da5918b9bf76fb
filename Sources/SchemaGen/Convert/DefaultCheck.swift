import Foundation
import SchemaDescription
import SchemaDocument

/// Whether the defaults that documents give are values of their schemas, as other tools ask for.
struct DefaultCheck {
  /// How many schemas a value is followed through; what lies deeper is taken for a misfit.
  private static let depthLimit = 32

  private let schemas: [SchemaKey: RawSchema]

  init(_ description: APIDescription) {
    schemas = Dictionary(description.schemas.map { ($0.key, $0.schema) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether a value satisfies a schema; what is not looked at, such as patterns, is taken for satisfied.
  func fits(_ value: Node, _ schema: RawSchema, depth: Int = 0) -> Bool {
    guard depth < Self.depthLimit else { return false }
    if schema.isNever { return false }
    if value.isNull, schema.isNullable, schema.oneOf.isEmpty, schema.enumeration.count != 1 { return true }
    if !schema.types.isEmpty, !schema.types.contains(where: { Self.isOf($0, value) }) { return false }
    if !schema.enumeration.isEmpty, !schema.enumeration.contains(where: { $0.value.jsonText() == value.jsonText() }) {
      return false
    }
    if let constant = schema.constant, constant.jsonText() != value.jsonText() { return false }
    if let key = schema.reference?.key, let target = schemas[key], !fits(value, target, depth: depth + 1) {
      return false
    }
    guard schema.allOf.allSatisfy({ fits(value, $0, depth: depth + 1) }) else { return false }
    if !schema.anyOf.isEmpty, !schema.anyOf.contains(where: { fits(value, $0, depth: depth + 1) }) { return false }
    if !schema.oneOf.isEmpty {
      let count = schema.oneOf.count { fits(value, $0, depth: depth + 1) }
      if count != 1, !(count == 0 && value.isNull && schema.isNullable) { return false }
    }
    return partsFit(value, schema, depth: depth) && schema.constraints.allSatisfy { Self.isMet($0, by: value) }
  }

  /// Whether the members or elements of a value fit.
  private func partsFit(_ value: Node, _ schema: RawSchema, depth: Int) -> Bool {
    if let members = value.members {
      guard schema.required.allSatisfy({ name in members.contains { $0.key == name.name } }) else { return false }
      for property in schema.properties {
        if let member = value[property.key], !fits(member, property.schema, depth: depth + 1) { return false }
      }
      if case .forbidden = schema.additionalProperties {
        let known = Set(schema.properties.map(\.key))
        return members.allSatisfy { known.contains($0.key) }
      }
    }
    if let elements = value.elements, schema.prefixItems.isEmpty, let items = schema.items?.value {
      return elements.allSatisfy { fits($0, items, depth: depth + 1) }
    }
    return true
  }

  /// Whether a value is of a type.
  private static func isOf(_ type: RawType, _ value: Node) -> Bool {
    switch (type, value.value) {
    case (.null, .null), (.boolean, .boolean), (.number, .number), (.array, .array), (.object, .object): true
    case (.string, .string), (.file, .string): true
    case (.integer, .number(let text)): Decimal(string: text).map { $0 == $0.integral } ?? false
    default: false
    }
  }

  /// Whether a value keeps a bound.
  private static func isMet(_ constraint: RawConstraint, by value: Node) -> Bool {
    guard let text = constraint.value.number, let limit = Decimal(string: text) else { return true }
    let number = value.number.flatMap { Decimal(string: $0) }
    let length = value.string.map { Decimal($0.unicodeScalars.count) }
    let count = value.elements.map { Decimal($0.count) }
    switch constraint.keyword {
    case "minimum": return number.map { $0 >= limit } ?? true
    case "maximum": return number.map { $0 <= limit } ?? true
    case "exclusiveMinimum": return number.map { $0 > limit } ?? true
    case "exclusiveMaximum": return number.map { $0 < limit } ?? true
    case "minLength": return length.map { $0 >= limit } ?? true
    case "maxLength": return length.map { $0 <= limit } ?? true
    case "minItems": return count.map { $0 >= limit } ?? true
    case "maxItems": return count.map { $0 <= limit } ?? true
    default: return true
    }
  }
}

extension Decimal {
  /// The number without its fraction.
  fileprivate var integral: Decimal {
    var (value, result) = (self, Decimal())
    NSDecimalRound(&result, &value, 0, .down)
    return result
  }
}
