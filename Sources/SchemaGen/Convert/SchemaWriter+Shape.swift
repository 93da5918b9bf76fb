import SchemaDescription
import SchemaDocument
import SchemaSource

extension SchemaWriter {
  /// Adds what a value is made of.
  mutating func addShape(of schema: RawSchema, to object: inout ObjectBuilder) {
    addObject(of: schema, to: &object)
    addArray(of: schema, to: &object)
    addAlternatives(of: schema, to: &object)
    addDiscriminator(of: schema, to: &object)
    addAssertions(of: schema, to: &object)
  }

  /// Adds the properties of an object.
  private mutating func addObject(of schema: RawSchema, to object: inout ObjectBuilder) {
    if !schema.properties.isEmpty || schema.hasEmptyProperties {
      object.add("properties", map(schema.properties.map { ($0.key, $0.schema) }).node)
    }
    var names: Set<String> = []
    object.add("required", list: schema.required.filter { names.insert($0.name).inserted }.map { .text($0.name) })
    if !schema.patternProperties.isEmpty {
      let patterns = map(schema.patternProperties.map { ($0.pattern, $0.schema) }).node
      addLater("patternProperties", patterns, at: schema.patternProperties[0].schema.span, to: &object)
    }
    object.add("additionalProperties", schema.additionalProperties.map { others(of: $0) })
    if let unevaluated = schema.unevaluatedProperties {
      addLater("unevaluatedProperties", others(of: unevaluated), at: schema.span, to: &object)
    }
  }

  /// Adds a keyword that OpenAPI 3.0 does not have, and that is kept for schemagen there.
  mutating func addLater(_ keyword: String, _ value: Node, at span: SourceSpan, to object: inout ObjectBuilder) {
    guard form == .v3_0 else { return object.add(keyword, value) }
    tellKept(keyword, at: span)
    object.keep(keyword, value)
  }

  /// Schemas by name.
  private mutating func map(_ schemas: [(key: String, schema: RawSchema)]) -> ObjectBuilder {
    var map = ObjectBuilder()
    for (key, schema) in schemas { map.add(key, node(of: schema)) }
    return map
  }

  /// What an object may hold beside what else is said of it.
  private mutating func others(of properties: RawAdditionalProperties) -> Node {
    switch properties {
    case .allowed: .boolean(true)
    case .forbidden: .boolean(false)
    case .schema(let schema): node(of: schema.value)
    }
  }

  /// Adds the elements of an array. In OpenAPI 3.0 an array must have `items`, and its first elements are like all others.
  private mutating func addArray(of schema: RawSchema, to object: inout ObjectBuilder) {
    let items = schema.items.map { node(of: $0.value) }
    if let first = schema.prefixItems.first {
      addLater("prefixItems", list(of: schema.prefixItems), at: first.span, to: &object)
    }
    if let unevaluated = schema.unevaluatedItems {
      addLater("unevaluatedItems", node(of: unevaluated), at: unevaluated.span, to: &object)
    }
    let isArray = schema.types == [.array] || schema.types == [.array, .null]
    if form == .v3_0, !schema.prefixItems.isEmpty || isArray && items == nil {
      object.add("items", ObjectBuilder().node)
      object.keep("items", items)
    } else {
      object.add("items", items)
    }
  }

  /// A list of schemas.
  private mutating func list(of schemas: [RawSchema]) -> Node {
    var nodes: [Node] = []
    for schema in schemas { nodes.append(node(of: schema)) }
    return .array(nodes)
  }

  /// Adds `allOf`, `anyOf` and `oneOf`; null is an alternative where these are all that is stated.
  private mutating func addAlternatives(of schema: RawSchema, to object: inout ObjectBuilder) {
    var all = schema.allOf.map { node(of: $0) }
    if form == .v3_0, let reference = schema.reference, schema.hasSiblings, !components.isCircle(reference.key),
      let target = target(of: reference)
    {
      all.insert(.object(["$ref": .text(target)]), at: 0)
    }
    object.add("allOf", list: all)
    var any = schema.anyOf.map { node(of: $0) }
    var one = schema.oneOf.map { node(of: $0) }
    if form == .v3_1, schema.isNullable, schema.types.isEmpty, schema.enumeration.isEmpty {
      let null = Node.object(["type": .text("null")])
      // Of `oneOf` only one may allow null: where one does, that says enough, and ours is for the reader of the word.
      let isThere = schema.oneOf.contains { $0.isNullable || $0.types.contains(.null) }
      switch (one.isEmpty, any.isEmpty) {
      case (false, true) where isThere: object.add("nullable", flag: true)
      case (false, true): one.append(null)
      case (_, false): any.append(null)
      case (true, true): break
      }
    }
    object.add("anyOf", list: any)
    object.add("oneOf", list: one)
  }

  /// Adds the property that tells variants apart.
  private mutating func addDiscriminator(of schema: RawSchema, to object: inout ObjectBuilder) {
    guard let discriminator = schema.discriminator else { return }
    var node = ObjectBuilder()
    node.add("propertyName", discriminator.propertyName)
    var mapping = ObjectBuilder()
    for (value, reference) in discriminator.mapping { mapping.add(value, target(of: reference)) }
    node.add("mapping", object: mapping)
    if let reference = discriminator.defaultMapping {
      node.add(ConvertedKey.defaultMapping, target(of: reference))
      let message = "'defaultMapping' is no part of OpenAPI \(form.rawValue)"
      report.add(.unsupportedFeature, message, at: reference.span, notes: [Self.advice(ConvertedKey.defaultMapping)])
    }
    object.add("discriminator", node.node)
  }

  /// Adds the restrictions that are schemas; OpenAPI 3.0 knows `not` alone.
  private mutating func addAssertions(of schema: RawSchema, to object: inout ObjectBuilder) {
    var dependent = ObjectBuilder()
    for assertion in schema.assertions {
      switch assertion {
      case .not(let schema): object.add("not", node(of: schema))
      case .contains(let schema): addLater("contains", node(of: schema), at: schema.span, to: &object)
      case .propertyNames(let schema): addLater("propertyNames", node(of: schema), at: schema.span, to: &object)
      case .dependentSchema(let property, let schema): dependent.add(property, node(of: schema))
      case .conditional(let condition, let consequence, let alternative):
        addLater("if", node(of: condition), at: condition.span, to: &object)
        for (keyword, schema) in [("then", consequence), ("else", alternative)] {
          if let schema { addLater(keyword, node(of: schema), at: schema.span, to: &object) }
        }
      }
    }
    if !dependent.members.isEmpty { addLater("dependentSchemas", dependent.node, at: schema.span, to: &object) }
  }
}
