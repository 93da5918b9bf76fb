import SchemaDescription
import SchemaDocument
import SchemaSource

/// Joins two schemas without compositions into one that allows what either allows.
struct PlainUnion {
  private let first: RawSchema
  private let second: RawSchema
  private(set) var result: United

  init(_ first: RawSchema, _ second: RawSchema) {
    self.first = first
    self.second = second
    result = United(first)
  }

  /// Joins the two; what stands within them is joined by `uniter`.
  mutating func run(_ uniter: inout SchemaUniter, at path: String, depth: Int) {
    let depth = depth + 1
    joinTypes()
    joinValues()
    joinFormats()
    joinRequired()
    joinProperties(&uniter, at: path, depth: depth)
    joinElements(&uniter, at: path, depth: depth)
    joinOthers(&uniter, at: path, depth: depth)
    joinConstraints()
    joinRest()
  }

  /// Notes that the result allows more than one of the two.
  private mutating func widens(first: Bool = false, second: Bool = false) {
    result.widensFirst = result.widensFirst || first
    result.widensSecond = result.widensSecond || second
  }

  /// Puts the types together; a number may be an integer.
  private mutating func joinTypes() {
    if first.types.isEmpty { result.schema.types = second.types }
    guard !first.types.isEmpty, !second.types.isEmpty else { return }
    for type in second.types where !result.schema.types.contains(type) {
      if type == .integer, result.schema.types.contains(.number) { continue }
      if type == .number, let index = result.schema.types.firstIndex(of: .integer) {
        result.schema.types[index] = .number
      } else {
        result.schema.types.append(type)
      }
      widens(first: true)
    }
    let known = Set(second.types)
    widens(second: first.types.contains { !known.contains($0) && !($0 == .integer && known.contains(.number)) })
    widens(first: second.isNullable && !first.isNullable, second: first.isNullable && !second.isNullable)
    result.schema.isNullable = first.isNullable || second.isNullable
  }

  /// Puts the listed values together; two constants make a list.
  private mutating func joinValues() {
    let left = first.constant.map { [RawEnumValue($0)] } ?? first.enumeration
    let right = second.constant.map { [RawEnumValue($0)] } ?? second.enumeration
    guard !left.isEmpty, !right.isEmpty else {
      // A list that one of the two has still says most of what is sent; one value says too much.
      result.schema.constant = nil
      result.schema.enumeration = first.enumeration + second.enumeration
      widens(first: !left.isEmpty, second: !right.isEmpty)
      return
    }
    var seen: Set<String> = []
    let all = (left + right).filter { seen.insert($0.value.jsonText()).inserted }
    widens(first: all.count > left.count, second: all.count > right.count)
    guard first.constant == nil || second.constant == nil || all.count > 1 else { return }
    result.schema.constant = nil
    result.schema.enumeration = all
  }

  /// Keeps a format that is not contradicted.
  private mutating func joinFormats() {
    guard first.format != second.format else { return }
    if first.format == nil, !second.isNumeric {
      result.schema.format = second.format
    } else if second.format != nil || first.isNumeric {
      widens(first: first.format != nil, second: second.format != nil)
      result.schema.format = nil
    }
  }

  /// Requires what both require. A description without properties says nothing of them.
  private mutating func joinRequired() {
    guard !first.properties.isEmpty || !first.required.isEmpty else {
      result.schema.required = second.required
      return
    }
    guard !second.properties.isEmpty || !second.required.isEmpty else { return }
    let left = Set(first.required.map(\.name))
    let right = Set(second.required.map(\.name))
    widens(first: !left.isSubset(of: right), second: !right.isSubset(of: left))
    result.schema.required.removeAll { !right.contains($0.name) }
  }

  /// Puts the properties together.
  private mutating func joinProperties(_ uniter: inout SchemaUniter, at path: String, depth: Int) {
    var positions = Dictionary(
      first.properties.enumerated().map { ($1.key, $0) },
      uniquingKeysWith: { _, last in last }
    )
    let count = positions.count
    var shared = 0
    for property in second.properties {
      guard let position = positions[property.key] else {
        positions[property.key] = result.schema.properties.count
        result.schema.properties.append(property)
        widens(first: true)
        continue
      }
      shared += 1
      let earlier = result.schema.properties[position].schema
      let united = uniter.united(earlier, property.schema, at: "\(path).\(property.key)", depth: depth)
      result.schema.properties[position].schema = united.schema
      widens(first: united.widensFirst, second: united.widensSecond)
    }
    widens(second: shared < count)
    result.schema.hasEmptyProperties = first.hasEmptyProperties && second.hasEmptyProperties
  }

  /// Joins what is said of an array's elements.
  private mutating func joinElements(_ uniter: inout SchemaUniter, at path: String, depth: Int) {
    if let left = first.items?.value, let right = second.items?.value {
      let united = uniter.united(left, right, at: "\(path)[]", depth: depth)
      result.schema.items = Indirect(united.schema)
      widens(first: united.widensFirst, second: united.widensSecond)
    } else {
      result.schema.items = first.items ?? second.items
    }
    guard first.prefixItems.count == second.prefixItems.count else {
      if first.prefixItems.isEmpty { result.schema.prefixItems = second.prefixItems }
      return
    }
    for (index, pair) in zip(first.prefixItems, second.prefixItems).enumerated() {
      let united = uniter.united(pair.0, pair.1, at: "\(path)[\(index)]", depth: depth)
      result.schema.prefixItems[index] = united.schema
      widens(first: united.widensFirst, second: united.widensSecond)
    }
  }

  /// Joins what is said of properties without a name: what either allows is allowed.
  private mutating func joinOthers(_ uniter: inout SchemaUniter, at path: String, depth: Int) {
    switch (first.additionalProperties, second.additionalProperties) {
    case (.schema(let left), .schema(let right)):
      let united = uniter.united(left.value, right.value, at: "\(path){}", depth: depth)
      result.schema.additionalProperties = .schema(Indirect(united.schema))
      widens(first: united.widensFirst, second: united.widensSecond)
    case (nil, nil), (.forbidden, .forbidden), (.allowed, .allowed): break
    case (.allowed, _): widens(second: true)
    case (_, .allowed):
      result.schema.additionalProperties = .allowed
      widens(first: true)
    case (.schema, _): widens(second: true)
    case (_, .schema):
      result.schema.additionalProperties = second.additionalProperties
      widens(first: true)
    case (.forbidden, nil):
      result.schema.additionalProperties = nil
      widens(first: true)
    case (nil, .forbidden): widens(second: true)
    }
    var positions = Dictionary(
      first.patternProperties.enumerated().map { ($1.pattern, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    for pattern in second.patternProperties {
      guard let position = positions[pattern.pattern] else {
        positions[pattern.pattern] = result.schema.patternProperties.count
        result.schema.patternProperties.append(pattern)
        widens(first: true)
        continue
      }
      let earlier = result.schema.patternProperties[position].schema
      let united = uniter.united(earlier, pattern.schema, at: "\(path){}", depth: depth)
      result.schema.patternProperties[position].schema = united.schema
      widens(first: united.widensFirst, second: united.widensSecond)
    }
    if first.unevaluatedProperties == nil || second.unevaluatedProperties == nil {
      result.schema.unevaluatedProperties = nil
    }
    if first.unevaluatedItems == nil || second.unevaluatedItems == nil { result.schema.unevaluatedItems = nil }
  }

  /// Loosens bounds that both state; other rules that differ are left out.
  private mutating func joinConstraints() {
    var kept: [RawConstraint] = []
    let right = Dictionary(second.constraints.map { ($0.keyword, $0) }, uniquingKeysWith: { _, last in last })
    for constraint in first.constraints {
      guard let other = right[constraint.keyword], other.value.jsonText() != constraint.value.jsonText() else {
        kept.append(constraint)
        continue
      }
      guard let a = constraint.value.number.flatMap(Double.init), let b = other.value.number.flatMap(Double.init) else {
        continue
      }
      switch constraint.keyword.prefix(3) {
      case "min": kept.append(a <= b ? constraint : other)
      case "max": kept.append(a >= b ? constraint : other)
      default: continue
      }
    }
    let known = Set(first.constraints.map(\.keyword))
    kept += second.constraints.filter { !known.contains($0.keyword) }
    result.schema.constraints = kept
  }

  /// Joins what only describes.
  private mutating func joinRest() {
    result.schema.title = first.title ?? second.title
    result.schema.description = first.description ?? second.description
    result.schema.defaultValue = first.defaultValue ?? second.defaultValue
    result.schema.discriminator = first.discriminator ?? second.discriminator
    result.schema.isDeprecated = first.isDeprecated && second.isDeprecated
    result.schema.isReadOnly = first.isReadOnly && second.isReadOnly
    result.schema.isWriteOnly = first.isWriteOnly && second.isWriteOnly
    result.schema.isTypeLost = first.isTypeLost && second.isTypeLost
    result.schema.isNever = first.isNever && second.isNever
    result.schema.assertions = first.assertions.isEmpty || second.assertions.isEmpty ? [] : first.assertions
    result.schema.examples += second.examples
  }
}

extension RawSchema {
  /// The types of two schemas, for people, where no value can be of both; null aside.
  func conflict(with other: RawSchema) -> (first: String, second: String)? {
    let left = Set(effectiveTypes).widened
    let right = Set(other.effectiveTypes).widened
    guard !left.isEmpty, !right.isEmpty, left.isDisjoint(with: right) else { return nil }
    let name = { (types: [RawType]) in types.map(\.rawValue).joined(separator: " or ") }
    return (name(effectiveTypes), name(other.effectiveTypes))
  }

  /// Whether the schema is one of numbers.
  fileprivate var isNumeric: Bool { types.contains(.integer) || types.contains(.number) }
}

extension Set<RawType> {
  /// The types with an integer taken for a number.
  fileprivate var widened: Set<RawType> { contains(.integer) ? subtracting([.integer]).union([.number]) : self }
}
