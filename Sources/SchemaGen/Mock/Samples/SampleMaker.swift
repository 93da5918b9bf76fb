import SchemaDescription
import SchemaDocument
import SchemaLower
import SchemaSource

/// Makes values of schemas, always the same ones for the same seed.
struct SampleMaker {
  /// Who receives the value: what only the other side sends is left out.
  enum Direction { case request, response }

  /// How many values may stand inside each other.
  private static let depthLimit = 24
  /// How deep properties are that nothing requires.
  private static let optionalDepth = 6

  private let direction: Direction
  private let names: [SchemaKey: String]
  private var flattener: SchemaFlattener
  var random: SeededGenerator
  /// How many more values are looked for at all: schemas within schemas can ask for more than fit anywhere.
  private var steps = 100_000
  /// How many more values are made for properties and elements that nothing requires.
  private var budget = 2000
  /// Whether documented values are taken; a second attempt makes its own.
  private let takesExamples: Bool

  /// Which of the outermost schema's variants is to be made; nil for the first that can be.
  private var wanted: Int?
  /// Which of the outermost schema's variants was made; nil where it has none, or a documented value was taken.
  private(set) var chosen: Int?

  /// Makes values of the schemas of one API.
  init(
    _ direction: Direction,
    _ flattener: SchemaFlattener,
    names: [SchemaKey: String],
    random: SeededGenerator,
    takesExamples: Bool = true,
    variant: Int? = nil
  ) {
    wanted = variant
    self.direction = direction
    self.flattener = flattener
    self.names = names
    self.random = random
    self.takesExamples = takesExamples
  }

  /// A value of a schema; nil where none can be made, as of a schema that requires itself without an end.
  mutating func value(of schema: RawSchema) -> Node? { value(of: schema, path: [], depth: 0) }

  /// A value within others; `path` names the schemas around it.
  mutating func value(of schema: RawSchema, path: [SchemaKey], depth: Int) -> Node? {
    guard depth <= Self.depthLimit, steps > 0 else { return nil }
    steps -= 1
    var path = path
    if let key = schema.reference?.key {
      // Once more than once, so that a list of nodes has a node in it.
      guard path.count(where: { $0 == key }) < 2 else { return nil }
      path.append(key)
    }
    let flat = flattener.flat(schema)
    guard !flat.isNever else { return nil }
    if let known = known(flat) { return known }
    // What only describes another schema comes down to a reference to it.
    if let reference = flat.reference, reference.key != schema.reference?.key {
      return value(of: flat, path: path, depth: depth + 1) ?? (flat.isNullable ? .null : nil)
    }
    if let made = variant(of: flat, path: path, depth: depth) { return made }
    guard flat.oneOf.isEmpty, flat.anyOf.isEmpty else { return flat.isNullable ? .null : nil }
    if let made = inherited(flat, path: path, depth: depth) { return made }
    return plain(flat, path: path, depth: depth) ?? (flat.isNullable || flat.types.contains(.null) ? .null : nil)
  }

  /// A value that the schema states itself.
  private mutating func known(_ schema: RawSchema) -> Node? {
    if takesExamples, let example = schema.examples.first(where: { !$0.value.isSkeleton && !$0.value.isNull }) {
      return example.value
    }
    if let constant = schema.constant { return constant }
    let values = schema.enumeration.map(\.value).filter { !$0.isNull }
    if let value = values.randomElement(using: &random) { return value }
    if let value = schema.enumeration.first?.value { return value }
    if takesExamples, let value = schema.defaultValue, !value.isNull, value.members == nil { return value }
    return nil
  }

  /// A value of one of the schema's variants, with the schema's own properties.
  private mutating func variant(of schema: RawSchema, path: [SchemaKey], depth: Int) -> Node? {
    let variants = schema.oneOf + schema.anyOf
    guard !variants.isEmpty else { return nil }
    var order = Array(variants.indices)
    if !takesExamples { order.shuffle(using: &random) }
    let isOutermost = wanted != nil
    if let wanted, variants.indices.contains(wanted) { order = [wanted] + order.filter { $0 != wanted } }
    wanted = nil
    for index in order where variants[index].types != [.null] {
      let variant = variants[index]
      guard var value = value(of: variant, path: path, depth: depth + 1) else { continue }
      if var members = value.members {
        if !schema.properties.isEmpty, let own = object(schema, path: path, depth: depth)?.members {
          members = joined(own, members, variant, among: variants)
          value = .object(members)
        }
        if let discriminator = schema.discriminator, let key = variant.reference?.key {
          value = tagged(value, discriminator, key)
        }
      }
      if isOutermost { chosen = index }
      return value
    }
    return variants.contains { $0.types == [.null] } ? .null : nil
  }

  /// The members that a schema describes itself and those of one of its variants. A variant that only requires some of
  /// the schema's own properties says nothing of their values, and leaves out what the others require instead.
  private mutating func joined(
    _ own: [Member],
    _ members: [Member],
    _ variant: RawSchema,
    among variants: [RawSchema]
  ) -> [Member] {
    let flat = flattener.flat(variant)
    let described = Set(flat.properties.map(\.key))
    let ownKeys = Set(own.map(\.key))
    var unwanted: Set<String> = []
    if flat.properties.isEmpty {
      for other in variants where other.properties.isEmpty { unwanted.formUnion(other.required.map(\.name)) }
      unwanted.subtract(flat.required.map(\.name))
    }
    return own.filter { !described.contains($0.key) && !unwanted.contains($0.key) }
      + members.filter { described.contains($0.key) || !ownKeys.contains($0.key) }
  }

  /// A value of a child, where the schema is the base of others that a property tells apart.
  private mutating func inherited(_ flat: RawSchema, path: [SchemaKey], depth: Int) -> Node? {
    guard let discriminator = flat.discriminator else { return nil }
    // A child has the discriminator of its base.
    let isChild = discriminator.mapping.contains { $0.reference.key == path.last }
    for entry in isChild ? [] : discriminator.mapping where !path.contains(entry.reference.key) {
      var reference = RawSchema(at: entry.reference.span)
      reference.reference = entry.reference
      guard let value = value(of: reference, path: path, depth: depth + 1) else { continue }
      return value.setting(discriminator.propertyName, to: .text(entry.value))
    }
    guard let key = path.last, let value = plain(flat, path: path, depth: depth) else { return nil }
    return tagged(value, discriminator, key)
  }

  /// The value with the tag of the variant that it is of.
  private mutating func tagged(_ value: Node, _ discriminator: RawDiscriminator, _ key: SchemaKey) -> Node {
    let property = discriminator.propertyName
    if let entry = discriminator.mapping.first(where: { $0.reference.key == key }) {
      return value.setting(property, to: .text(entry.value))
    }
    var reference = RawSchema(at: discriminator.span)
    reference.reference = RawReference(key, at: discriminator.span)
    let target = flattener.flat(reference)
    if let own = target.properties.first(where: { $0.key == property }) {
      let tag = flattener.flat(own.schema)
      // The variant says itself what its tag is.
      if tag.constant != nil || !tag.enumeration.isEmpty { return value }
    }
    guard let name = names[key] else { return value }
    return value.setting(property, to: .text(name))
  }

  /// A value of the type that the schema states or hints at.
  private mutating func plain(_ schema: RawSchema, path: [SchemaKey], depth: Int) -> Node? {
    let types = schema.types.filter { $0 != .null }
    guard !schema.types.isEmpty || !hintsAtNothing(schema) else { return .object([]) }
    guard let type = takesExamples ? types.first : types.randomElement(using: &random) else {
      return schema.types.isEmpty ? hinted(schema, path: path, depth: depth) : .null
    }
    return value(of: type, schema, path: path, depth: depth)
  }

  /// A value of a JSON type.
  private mutating func value(of type: RawType, _ schema: RawSchema, path: [SchemaKey], depth: Int) -> Node? {
    switch type {
    case .null: .null
    case .boolean: .boolean(Bool.random(using: &random))
    case .integer: .number(SampleNumber.integer(SampleBounds(schema), using: &random))
    case .number: .number(SampleNumber.number(SampleBounds(schema), using: &random))
    case .string, .file: .text(SampleText.text(for: schema, using: &random))
    case .array: array(schema, path: path, depth: depth)
    case .object: object(schema, path: path, depth: depth)
    }
  }

  /// A value of the type that the schema's other keywords are for.
  private mutating func hinted(_ schema: RawSchema, path: [SchemaKey], depth: Int) -> Node? {
    let keywords = Set(schema.constraints.map(\.keyword))
    if schema.items != nil || !schema.prefixItems.isEmpty || !keywords.isDisjoint(with: ["minItems", "maxItems"]) {
      return array(schema, path: path, depth: depth)
    }
    if schema.format != nil || !keywords.isDisjoint(with: ["pattern", "minLength", "maxLength"]) {
      return .text(SampleText.text(for: schema, using: &random))
    }
    if !keywords.isDisjoint(with: ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"]) {
      return .number(SampleNumber.integer(SampleBounds(schema), using: &random))
    }
    return object(schema, path: path, depth: depth)
  }

  /// Whether nothing in the schema says what a value is.
  private func hintsAtNothing(_ schema: RawSchema) -> Bool {
    schema.properties.isEmpty && schema.items == nil && schema.prefixItems.isEmpty && schema.constraints.isEmpty
      && schema.format == nil && schema.additionalProperties == nil && schema.required.isEmpty
      && schema.patternProperties.isEmpty
  }

  /// An object with all properties that fit in.
  private mutating func object(_ schema: RawSchema, path: [SchemaKey], depth: Int) -> Node? {
    let required = Set(schema.required.map(\.name))
    let bounds = SampleBounds(schema)
    let most = bounds.count("maxProperties") ?? .max
    var members: [Member] = []
    var known: Set<String> = []
    for property in schema.properties where known.insert(property.key).inserted {
      let flat = property.schema
      if direction == .response && flat.isWriteOnly || direction == .request && flat.isReadOnly { continue }
      let isRequired = required.contains(property.key)
      if !isRequired {
        guard depth < Self.optionalDepth, budget > 0, members.count < most else { continue }
        budget -= 1
      }
      guard let value = value(of: flat, path: path, depth: depth + 1) else {
        if isRequired { return nil }
        continue
      }
      members.append(Member(property.key, value))
    }
    for name in schema.required.map(\.name) where known.insert(name).inserted {
      guard let value = additional(schema, key: name, path: path, depth: depth) else { return nil }
      members.append(Member(name, value))
    }
    for name in dependents(of: members, schema) where known.insert(name).inserted {
      if let value = additional(schema, key: name, path: path, depth: depth) { members.append(Member(name, value)) }
    }
    let least = max(bounds.count("minProperties") ?? 0, members.isEmpty && isMap(schema) ? 1 : 0)
    var number = 0
    while members.count < min(least, 64), number < 128 {
      number += 1
      let key = key(of: schema, number, path: path, depth: depth)
      guard known.insert(key).inserted else { continue }
      guard let value = additional(schema, key: key, path: path, depth: depth) else { break }
      members.append(Member(key, value))
    }
    return .object(members)
  }

  /// The names that must be there because others are (JSON Schema validation 2020-12, section 6.5.4).
  private func dependents(of members: [Member], _ schema: RawSchema) -> [String] {
    let dependencies = schema.constraints.filter { $0.keyword == "dependentRequired" }.flatMap {
      $0.value.members ?? []
    }
    guard !dependencies.isEmpty else { return [] }
    let present = Set(members.map(\.key))
    return dependencies.filter { present.contains($0.key) }.flatMap { $0.value.elements ?? [] }.compactMap(\.string)
  }

  /// Whether the schema is that of a map, whose keys the document does not list.
  private func isMap(_ schema: RawSchema) -> Bool {
    if !schema.patternProperties.isEmpty { return true }
    if case .schema = schema.additionalProperties { return true }
    return false
  }

  /// A key that the document does not list.
  private mutating func key(of schema: RawSchema, _ number: Int, path: [SchemaKey], depth: Int) -> String {
    if let pattern = schema.patternProperties.first?.pattern, var sample = PatternSample(pattern) {
      return sample.text(using: &random)
    }
    for assertion in schema.assertions {
      guard case .propertyNames(let names) = assertion,
        let text = value(of: names, path: path, depth: depth + 1)?.string
      else { continue }
      return text
    }
    return "key\(number)"
  }

  /// The value of a key that the document does not list.
  private mutating func additional(_ schema: RawSchema, key: String, path: [SchemaKey], depth: Int) -> Node? {
    if let pattern = schema.patternProperties.first { return value(of: pattern.schema, path: path, depth: depth + 1) }
    switch schema.additionalProperties {
    case .schema(let schema): return value(of: schema.value, path: path, depth: depth + 1)
    case .forbidden: return nil
    case .allowed, nil: return .text(SampleText.words(1, using: &random))
    }
  }

  /// An array with an element, or as many as it must have.
  private mutating func array(_ schema: RawSchema, path: [SchemaKey], depth: Int) -> Node? {
    let bounds = SampleBounds(schema)
    let least = bounds.count("minItems") ?? 0
    let most = bounds.count("maxItems") ?? .max
    let isUnique = schema.constraints.contains { $0.keyword == "uniqueItems" && $0.value.boolean == true }
    var elements: [Node] = []
    for prefix in schema.prefixItems.prefix(most) {
      guard let element = value(of: prefix, path: path, depth: depth + 1) else { return nil }
      elements.append(element)
    }
    let wanted = min(max(least, schema.prefixItems.isEmpty && depth < Self.optionalDepth && budget > 0 ? 1 : 0), most)
    var seen = Set(elements.map { $0.jsonText() })
    var attempts = 0
    while elements.count < min(wanted, 256), attempts < 1024 {
      attempts += 1
      budget -= 1
      var element: Node? = .object([])
      if let items = schema.items?.value { element = value(of: items, path: path, depth: depth + 1) }
      guard let element else { break }
      guard !isUnique || seen.insert(element.jsonText()).inserted else { continue }
      elements.append(element)
    }
    return elements.count < min(least, 256) ? nil : .array(elements)
  }
}
