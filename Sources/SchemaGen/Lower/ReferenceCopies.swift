import SchemaDescription
import SchemaIR

extension Lowerer {
  /// How deep a copy is compared with what it was made from.
  private static var copyDepthLimit: Int { 32 }

  /// Whether what stands beside a reference says nothing that the target does not say: tools write a copy of the target
  /// there. The two together are then the target.
  mutating func isCopyOfTarget(_ schema: RawSchema) -> Bool {
    guard let reference = schema.reference, let index = schemaIndex[reference.key],
      description.schemas[index].schema.span != schema.span
    else { return false }
    if let known = copies[schema.span] { return known }
    // While it is being found out: a circle of copies is none.
    copies[schema.span] = false
    var copy = schema
    copy.reference = nil
    let isCopy = implies(description.schemas[index].schema, copy, depth: 0)
    copies[schema.span] = isCopy
    if isCopy {
      let message = "what stands beside this reference is a copy of `\(display(reference.key))` and left out"
      report.add(.ignoredText, message, at: schema.span)
    }
    return isCopy
  }

  /// Whether each value that fits the first schema fits the second. False also where that is hard to tell.
  private mutating func implies(_ stated: RawSchema, _ copy: RawSchema, depth: Int) -> Bool {
    guard depth < Self.copyDepthLimit, copy.isPlain else { return false }
    if let key = copy.reference?.key {
      guard key == stated.reference?.key else { return false }
      guard copy.hasStructureBesideReference else { return true }
    }
    let target = original(of: stated)
    guard target.reference == nil, impliesType(target, copy), impliesProperties(target, copy, depth: depth) else {
      return false
    }
    guard let items = copy.items else { return true }
    guard let own = target.items else { return false }
    return implies(own.value, items.value, depth: depth + 1)
  }

  /// The schema that references lead to, also where copies stand beside them.
  private mutating func original(of schema: RawSchema) -> RawSchema {
    var schema = schema
    for _ in 0..<Self.depthLimit {
      guard let reference = schema.reference, let index = schemaIndex[reference.key],
        !schema.hasStructureBesideReference || isCopyOfTarget(schema)
      else { break }
      schema = description.schemas[index].schema
    }
    return schema
  }

  /// Whether types, values and rules of the second schema are among those of the first.
  private func impliesType(_ target: RawSchema, _ copy: RawSchema) -> Bool {
    let types = target.effectiveTypes
    let allowed = copy.effectiveTypes
    if !allowed.isEmpty {
      let isNarrower = types.allSatisfy { allowed.contains($0) || $0 == .integer && allowed.contains(.number) }
      guard isNarrower, !types.isEmpty, copy.allowsNull || !target.allowsNull else { return false }
    }
    if !copy.enumeration.isEmpty {
      let values = Set(copy.enumeration.map { $0.value.jsonText() })
      let isNarrower = target.enumeration.allSatisfy { values.contains($0.value.jsonText()) }
      guard isNarrower, !target.enumeration.isEmpty else { return false }
    }
    let rules = Set(target.constraints.map { [$0.keyword, $0.value.jsonText()] })
    let examples = Set(target.examples.map { $0.value.jsonText() })
    return copy.constraints.allSatisfy { rules.contains([$0.keyword, $0.value.jsonText()]) }
      && copy.examples.allSatisfy { examples.contains($0.value.jsonText()) }
      && (copy.format == nil || copy.format == target.format)
      && (copy.constant == nil || copy.constant?.jsonText() == target.constant?.jsonText())
      && (copy.defaultValue == nil || copy.defaultValue?.jsonText() == target.defaultValue?.jsonText())
      && (!copy.isReadOnly || target.isReadOnly) && (!copy.isWriteOnly || target.isWriteOnly)
      && (!copy.isDeprecated || target.isDeprecated)
  }

  /// Whether the second schema names no property that the first does not name, and none that it says more of.
  private mutating func impliesProperties(_ target: RawSchema, _ copy: RawSchema, depth: Int) -> Bool {
    switch copy.additionalProperties {
    case nil, .allowed: break
    case .forbidden, .schema: return false
    }
    let required = Set(target.required.map(\.name))
    guard copy.required.allSatisfy({ required.contains($0.name) }) else { return false }
    guard !copy.properties.isEmpty else { return true }
    let positions = Dictionary(target.properties.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { $1 })
    for property in copy.properties {
      guard let position = positions[property.key],
        implies(target.properties[position].schema, property.schema, depth: depth + 1)
      else { return false }
    }
    return true
  }
}

extension RawSchema {
  /// Whether the schema has none of the keywords that are not compared with a target's.
  fileprivate var isPlain: Bool {
    allOf.isEmpty && anyOf.isEmpty && oneOf.isEmpty && discriminator == nil && prefixItems.isEmpty
      && patternProperties.isEmpty && unevaluatedProperties == nil && unevaluatedItems == nil && assertions.isEmpty
      && !isNever && !isTypeLost
  }
}
