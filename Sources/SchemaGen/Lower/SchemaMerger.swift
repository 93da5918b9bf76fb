import SchemaDescription
import SchemaDocument
import SchemaSource

/// Two statements of schemas that must both hold and cannot.
struct SchemaConflict: Sendable {
  /// What contradicts what, for people.
  var message: String
  /// Where the later statement stands.
  var span: SourceSpan
  /// Where the earlier one stands.
  var earlier: SourceSpan
}

/// Joins schemas that must all hold into one: each statement is narrowed by the others.
///
/// Every part costs what it says itself: properties are found by their keys.
struct SchemaMerger {
  /// How many alternatives unions that meet each other may make together.
  private static let combinationLimit = 16

  /// What holds so far.
  private var schema: RawSchema
  /// The first contradiction.
  private var conflict: SchemaConflict?
  /// Where each property stands.
  private var positions: [String: Int] = [:]
  /// The names that are required.
  private var required: Set<String>
  /// Alternatives of which one must hold, a list for each union that was met.
  private var unions: [[RawSchema]] = []
  /// Whether null fits all parts that say what a value is; nil where none does.
  private var allowsNull: Bool?
  /// What the schema around the parts says itself; its properties come last.
  private let own: RawSchema

  /// Starts with what stands beside the parts.
  init(_ own: RawSchema) {
    self.own = own
    schema = own
    schema.properties = []
    schema.oneOf = []
    schema.anyOf = []
    required = Set(own.required.map(\.name))
  }

  /// Adds a part; `path` names the schemas around it.
  mutating func add(_ part: FlatSchema, in lowerer: inout Lowerer, path: Set<SchemaKey>) {
    conflict = conflict ?? part.conflict
    let part = part.schema
    if part.statesType { allowsNull = (allowsNull ?? true) && part.allowsNull }
    for property in part.properties { add(property, in: &lowerer) }
    for name in part.required where required.insert(name.name).inserted { schema.required.append(name) }
    addTypes(of: part)
    addValues(of: part)
    addElements(of: part)
    addOthers(of: part)
    schema.isNever = schema.isNever || part.isNever
    schema.format = schema.format ?? part.format
    schema.discriminator = schema.discriminator ?? part.discriminator
    schema.description = schema.description ?? part.description
    schema.title = schema.title ?? part.title
    schema.reference = schema.reference ?? part.reference
    schema.hasEmptyProperties = schema.hasEmptyProperties || part.hasEmptyProperties
    schema.constraints += part.constraints
    schema.assertions += part.assertions
    schema.examples += part.examples
    if schema.defaultValue == nil { schema.takeDefault(of: part) }
    addUnions(of: part, in: &lowerer, path: path)
  }

  /// What all parts say together.
  mutating func finish(in lowerer: inout Lowerer) -> FlatSchema {
    for property in own.properties { add(property, in: &lowerer) }
    addUnions(of: own, in: &lowerer, path: [])
    schema.isNullable = own.allowsNull || allowsNull ?? false
    schema.types.removeAll { $0 == .null && !schema.isNullable }
    if unions.count == 1 {
      schema.oneOf = unions[0]
    } else if unions.count > 1 {
      combineUnions(in: &lowerer)
    }
    return FlatSchema(schema: schema, conflict: conflict)
  }

  /// Adds a property; where it is there already, both statements hold.
  private mutating func add(_ property: RawProperty, in lowerer: inout Lowerer) {
    guard let position = positions[property.key] else {
      positions[property.key] = schema.properties.count
      schema.properties.append(property)
      return
    }
    let earlier = schema.properties[position].schema
    schema.properties[position].schema = Self.conjunction(earlier, property.schema, in: &lowerer)
    if schema.properties[position].schema.span == property.schema.span {
      schema.properties[position].keySpan = property.keySpan
    }
  }

  /// A schema that says what both say; one of the two where it implies the other.
  static func conjunction(_ earlier: RawSchema, _ later: RawSchema, in lowerer: inout Lowerer) -> RawSchema {
    if earlier.span == later.span { return later }
    if later.saysNothingOfType { return earlier.described(by: later) }
    if earlier.saysNothingOfType || earlier.hasSameType(as: later) {
      var result = later
      result.description = later.description ?? earlier.description
      result.constraints = earlier.constraints + later.constraints
      return result
    }
    if let first = earlier.reference?.key, let second = later.reference?.key, !earlier.hasStructureBesideReference,
      !later.hasStructureBesideReference
    {
      if lowerer.extends(second, first) { return later }
      if lowerer.extends(first, second) { return earlier.described(by: later) }
    }
    var both = RawSchema(at: later.span)
    both.allOf = [earlier, later]
    both.title = later.title ?? earlier.title
    both.description = later.description ?? earlier.description
    both.isDeprecated = later.isDeprecated || earlier.isDeprecated
    both.isReadOnly = later.isReadOnly || earlier.isReadOnly
    both.isWriteOnly = later.isWriteOnly || earlier.isWriteOnly
    both.takeDefault(of: later)
    return both
  }

  /// Narrows the types; an integer is a number.
  private mutating func addTypes(of part: RawSchema) {
    schema.isTypeFromProse = schema.isTypeFromProse || part.isTypeFromProse
    guard !part.types.isEmpty else { return }
    guard !schema.types.isEmpty else {
      schema.types = part.types
      return
    }
    let narrowed = schema.types.compactMap { type -> RawType? in
      if part.types.contains(type) { return type }
      if type == .number, part.types.contains(.integer) { return .integer }
      if type == .integer, part.types.contains(.number) { return .integer }
      return nil
    }
    if narrowed.allSatisfy({ $0 == .null }), schema.types != [.null], part.types != [.null] {
      let types = [schema.types, part.types].map { $0.map(\.rawValue).joined(separator: " or ") }
      fail("the value must be \(types[0]) and \(types[1]) at once", part)
      return
    }
    schema.types = narrowed
  }

  /// Narrows the listed values and the constant.
  private mutating func addValues(of part: RawSchema) {
    if !part.enumeration.isEmpty {
      if schema.enumeration.isEmpty || schema.valuesAreFromProse {
        schema.enumeration = part.enumeration
        schema.valuesAreFromProse = part.valuesAreFromProse
      } else if !part.valuesAreFromProse {
        let allowed = Set(part.enumeration.map { $0.value.jsonText() })
        let narrowed = schema.enumeration.filter { allowed.contains($0.value.jsonText()) }
        if narrowed.isEmpty {
          fail("two lists of values have none in common", part)
        } else {
          schema.enumeration = narrowed
        }
      }
    }
    if let constant = part.constant {
      if let other = schema.constant, other.jsonText() != constant.jsonText() {
        fail("the value must be \(other.jsonText()) and \(constant.jsonText()) at once", part)
      } else {
        schema.constant = constant
      }
    }
    guard let constant = schema.constant, !schema.enumeration.isEmpty else { return }
    let text = constant.jsonText()
    if !schema.valuesAreFromProse, !schema.enumeration.contains(where: { $0.value.jsonText() == text }) {
      fail("the constant \(text) is not among the listed values", part)
    }
    schema.enumeration = []
  }

  /// Joins what is said of an array's elements.
  private mutating func addElements(of part: RawSchema) {
    if let items = part.items {
      schema.items = schema.items.map { Indirect(Self.both($0.value, items.value)) } ?? items
    }
    for (index, item) in part.prefixItems.enumerated() {
      if index < schema.prefixItems.count {
        schema.prefixItems[index] = Self.both(schema.prefixItems[index], item)
      } else {
        schema.prefixItems.append(item)
      }
    }
    schema.unevaluatedItems = schema.unevaluatedItems ?? part.unevaluatedItems
  }

  /// Joins what is said of properties without a name.
  private mutating func addOthers(of part: RawSchema) {
    schema.patternProperties += part.patternProperties
    schema.unevaluatedProperties = schema.unevaluatedProperties ?? part.unevaluatedProperties
    switch (schema.additionalProperties, part.additionalProperties) {
    case (_, nil), (.forbidden, _): break
    case (nil, _), (.allowed, _), (_, .forbidden): schema.additionalProperties = part.additionalProperties
    case (.schema, .allowed): break
    case (.schema(let first), .schema(let second)):
      schema.additionalProperties = .schema(Indirect(Self.both(first.value, second.value)))
    }
  }

  /// Two schemas of one place.
  private static func both(_ first: RawSchema, _ second: RawSchema) -> RawSchema {
    if first.span == second.span || first.isReference(to: second) { return first }
    var both = RawSchema(at: second.span)
    both.allOf = [first, second]
    return both
  }

  /// Notes the unions of a part. A base that lists the schemas made from it says nothing of them, and alternatives
  /// that only require something say nothing of the type.
  private mutating func addUnions(of part: RawSchema, in lowerer: inout Lowerer, path: Set<SchemaKey>) {
    for union in [part.oneOf, part.anyOf] where !union.isEmpty {
      guard !union.contains(where: { $0.reference.map { path.contains($0.key) } ?? false }) else { continue }
      let alternatives = union.filter { !$0.isNullOnly && !$0.saysOnlyRequired && !$0.isNever }
      guard !alternatives.isEmpty,
        !unions.contains(where: { $0.map(\.span) == alternatives.map(\.span) })
      else { continue }
      unions.append(alternatives)
    }
  }

  /// Makes one union of several that must all hold: each combination of their alternatives that is possible.
  private mutating func combineUnions(in lowerer: inout Lowerer) {
    var combinations: [[RawSchema]] = [[]]
    for union in unions {
      guard combinations.count * union.count <= Self.combinationLimit else {
        schema.additionalProperties = .allowed
        schema.discriminator = nil
        lowerer.report.add(
          .unsupportedFeature,
          "\(unions.count) unions meet here and have too many combinations; what they add is kept as JSON",
          at: own.span
        )
        return
      }
      combinations = combinations.flatMap { combination in union.map { combination + [$0] } }
    }
    let alternatives = combinations.compactMap { parts -> RawSchema? in
      var combined = RawSchema(at: parts[0].span)
      combined.allOf = parts
      combined.title = parts.map { lowerer.plainName(of: $0) }.joined(separator: " ")
      return lowerer.isPossible(combined) ? combined : nil
    }
    if alternatives.isEmpty {
      fail("no alternative of one union goes together with one of another", own)
    } else {
      schema.oneOf = alternatives
    }
  }

  /// Notes a contradiction.
  private mutating func fail(_ message: String, _ part: RawSchema) {
    conflict = conflict ?? SchemaConflict(message: message, span: part.span, earlier: own.span)
  }
}

extension Lowerer {
  /// Whether some value may fit a composition: neither the whole nor a property that must be there is contradictory.
  mutating func isPossible(_ schema: RawSchema) -> Bool {
    let flat = flat(schema)
    guard flat.conflict == nil, !flat.schema.isNever else { return false }
    let required = Set(flat.schema.required.map(\.name))
    for property in flat.schema.properties where required.contains(property.key) && !property.schema.allOf.isEmpty {
      if self.flat(property.schema).conflict != nil { return false }
    }
    return true
  }
}

extension RawSchema {
  /// Whether the schema says which JSON types its values have; properties say it of objects alone.
  fileprivate var statesType: Bool {
    !types.isEmpty || !enumeration.isEmpty || constant != nil || isNullable || reference != nil || !oneOf.isEmpty
      || !anyOf.isEmpty
  }

  /// The schema with what another one that says nothing of the type adds.
  fileprivate func described(by other: RawSchema) -> RawSchema {
    var result = self
    result.description = other.description ?? description
    result.title = other.title ?? title
    result.isDeprecated = isDeprecated || other.isDeprecated
    result.isReadOnly = isReadOnly || other.isReadOnly
    result.isWriteOnly = isWriteOnly || other.isWriteOnly
    if other.defaultValue != nil { result.takeDefault(of: other) }
    result.examples = other.examples + examples
    result.constraints += other.constraints
    return result
  }

  /// Whether two schemas say of a value that it is of the same JSON type, and no more.
  fileprivate func hasSameType(as other: RawSchema) -> Bool {
    isTransparent && other.isTransparent && types == other.types && isNullable == other.isNullable
  }
}
