import SchemaDescription
import SchemaDocument
import SchemaIR
import SchemaSource

/// Turns schemas, as documents state them, into rules.
struct RuleLowerer {
  /// Keywords that are carried as they stand, with what their values must be; others say nothing that is checked.
  private static let numbers: Set<String> = [
    "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "minItems",
    "maxItems", "minContains", "maxContains", "minProperties", "maxProperties",
  ]

  private let policy: ValidationPolicy
  /// The names of the schemas that references can name.
  private var names: [SchemaKey: String] = [:]
  /// Names that are taken.
  private var taken: Set<String> = []

  /// Gives every schema a name; `display` shows the key of one that has none.
  init(_ description: APIDescription, policy: ValidationPolicy, display: (SchemaKey) -> String) {
    self.policy = policy
    for named in description.schemas where names[named.key] == nil {
      names[named.key] = unique(named.name ?? display(named.key))
    }
  }

  /// A name that no other rule has.
  mutating func unique(_ name: String) -> String {
    var candidate = name
    var count = 1
    while !taken.insert(candidate).inserted {
      count += 1
      candidate = "\(name) \(count)"
    }
    return candidate
  }

  /// The name of a schema that references can name.
  func name(of key: SchemaKey) -> String? { names[key] }

  /// The rule that a schema states.
  func rule(of schema: RawSchema) -> Rule {
    var rule = Rule(at: schema.span)
    rule.isNever = schema.isNever
    let anchors = schema.dynamicAnchors.compactMap { anchor in names[anchor.key].map { Rule.Entry(anchor.name, $0) } }
    if !anchors.isEmpty { rule.add("$dynamicAnchor", .anchors(anchors)) }
    if let reference = schema.reference, let name = names[reference.key] {
      if let anchor = schema.dynamicAnchor {
        let argument = Rule.Argument.anchors([Rule.Entry(anchor, name)])
        rule.keywords.append(Rule.Keyword("$dynamicRef", argument, at: reference.span))
      } else {
        rule.keywords.append(Rule.Keyword("$ref", .reference(name), at: reference.span))
      }
    }
    addTypes(of: schema, to: &rule)
    addValues(of: schema, to: &rule)
    addConstraints(of: schema, to: &rule)
    addObject(schema, to: &rule)
    addArray(schema, to: &rule)
    addLogic(schema, to: &rule)
    if schema.isNullable { rule = rule.allowingNull() }
    let standard = schema.isDefaultFromProse ? nil : schema.defaultValue
    rule.witnesses = (schema.examples.map(\.value) + [standard].compactMap(\.self))
      .filter { !$0.isSkeleton }.map { Rule.Witness(json: $0.jsonText(), at: $0.span) }
    return rule
  }

  /// Adds `type`; a lost type and a file say nothing of JSON.
  private func addTypes(of schema: RawSchema, to rule: inout Rule) {
    guard !schema.types.isEmpty, !schema.isTypeLost, !schema.types.contains(.file) else { return }
    let types = schema.types.map { "\"\($0.rawValue)\"" }
    let text = types.count == 1 ? types[0] : "[\(types.joined(separator: ","))]"
    rule.add("type", .json(text))
  }

  /// Adds `const`, `enum` and, where it is wanted, `format`.
  private func addValues(of schema: RawSchema, to rule: inout Rule) {
    if let constant = schema.constant {
      rule.keywords.append(Rule.Keyword("const", .json(constant.jsonText()), at: constant.span))
    }
    if let first = schema.enumeration.first, !schema.valuesAreFromProse {
      let values = schema.enumeration.map { $0.value.jsonText() }
      rule.keywords.append(
        Rule.Keyword("enum", .json("[\(values.joined(separator: ","))]"), at: first.value.span)
      )
    }
    if policy == .formats, let format = schema.format { rule.add("format", .text(format)) }
  }

  /// Adds the keywords of numbers, strings and sizes. OpenAPI 3.0's boolean `exclusiveMinimum` makes the bound beside it
  /// exclusive (section 4.7.24).
  private func addConstraints(of schema: RawSchema, to rule: inout Rule) {
    let flags = Set(schema.constraints.filter { $0.value.boolean == true }.map(\.keyword))
    for constraint in schema.constraints {
      let span = constraint.value.span
      let origin = constraint.isFromProse ? Origin.prose : .declared
      switch constraint.keyword {
      case "minimum" where flags.contains("exclusiveMinimum"), "maximum" where flags.contains("exclusiveMaximum"):
        guard let number = constraint.value.number else { continue }
        let name = constraint.keyword == "minimum" ? "exclusiveMinimum" : "exclusiveMaximum"
        rule.set(Rule.Keyword(name, .json(number), at: span, origin: origin))
      case let name where Self.numbers.contains(name):
        guard let number = constraint.value.number else { continue }
        rule.set(Rule.Keyword(name, .json(number), at: span, origin: origin))
      case "pattern":
        guard let text = constraint.value.string else { continue }
        rule.set(Rule.Keyword("pattern", .text(text), at: span))
      case "uniqueItems":
        if constraint.value.boolean == true { rule.set(Rule.Keyword("uniqueItems", .json("true"), at: span)) }
      case "dependentRequired":
        let entries = (constraint.value.members ?? []).map { member in
          Rule.Entry(member.key, (member.value.elements ?? []).compactMap(\.string))
        }
        rule.set(Rule.Keyword("dependentRequired", .dependencies(entries), at: span))
      default: continue
      }
    }
  }

  /// Adds the keywords of objects. What only requests or only responses hold is not required of both.
  private func addObject(_ schema: RawSchema, to rule: inout Rule) {
    let oneWay = Set(
      schema.properties.filter { $0.schema.isReadOnly || $0.schema.isWriteOnly }.map(\.key)
    )
    let required = schema.required.filter { !oneWay.contains($0.name) }
    if let first = required.first {
      rule.keywords.append(Rule.Keyword("required", .names(required.map(\.name)), at: first.span))
    }
    if !schema.properties.isEmpty {
      rule.add("properties", .table(schema.properties.map { Rule.Entry($0.key, self.rule(of: $0.schema)) }))
    }
    if !schema.patternProperties.isEmpty {
      rule.add(
        "patternProperties",
        .table(schema.patternProperties.map { Rule.Entry($0.pattern, self.rule(of: $0.schema)) })
      )
    }
    add("additionalProperties", schema.additionalProperties, to: &rule)
    add("unevaluatedProperties", schema.unevaluatedProperties, to: &rule)
  }

  /// Adds what an object may hold beside the rest.
  private func add(_ name: String, _ properties: RawAdditionalProperties?, to rule: inout Rule) {
    switch properties {
    case .allowed: rule.add(name, .rule(Rule(at: rule.span)))
    case .forbidden:
      var never = Rule(at: rule.span)
      never.isNever = true
      rule.add(name, .rule(never))
    case .schema(let schema): rule.add(name, .rule(self.rule(of: schema.value)))
    case nil: break
    }
  }

  /// Adds the keywords of arrays.
  private func addArray(_ schema: RawSchema, to rule: inout Rule) {
    if !schema.prefixItems.isEmpty { rule.add("prefixItems", .rules(schema.prefixItems.map(self.rule))) }
    if let items = schema.items { rule.add("items", .rule(self.rule(of: items.value))) }
    if let items = schema.unevaluatedItems { rule.add("unevaluatedItems", .rule(self.rule(of: items))) }
  }

  /// Adds the keywords that combine schemas.
  private func addLogic(_ schema: RawSchema, to rule: inout Rule) {
    if !schema.allOf.isEmpty { rule.add("allOf", .rules(schema.allOf.map(self.rule))) }
    if !schema.anyOf.isEmpty { rule.add("anyOf", .rules(schema.anyOf.map(self.rule))) }
    if !schema.oneOf.isEmpty { rule.add("oneOf", .rules(schema.oneOf.map(self.rule))) }
    var dependencies: [Rule.Entry<Rule>] = []
    for assertion in schema.assertions {
      switch assertion {
      case .not(let excluded): rule.add("not", .rule(self.rule(of: excluded)))
      case .conditional(let condition, let consequence, let alternative):
        rule.add("if", .rule(self.rule(of: condition)))
        if let consequence { rule.add("then", .rule(self.rule(of: consequence))) }
        if let alternative { rule.add("else", .rule(self.rule(of: alternative))) }
      case .contains(let element): rule.add("contains", .rule(self.rule(of: element)))
      case .dependentSchema(let key, let consequence):
        dependencies.append(Rule.Entry(key, self.rule(of: consequence)))
      case .propertyNames(let names): rule.add("propertyNames", .rule(self.rule(of: names)))
      }
    }
    if !dependencies.isEmpty { rule.add("dependentSchemas", .table(dependencies)) }
  }
}

extension Rule {
  /// Adds a keyword that stands where the schema stands.
  fileprivate mutating func add(_ name: String, _ argument: Argument) {
    keywords.append(Keyword(name, argument, at: span))
  }

  /// Sets a keyword that a schema states once.
  fileprivate mutating func set(_ keyword: Keyword) {
    keywords.removeAll { $0.name == keyword.name }
    keywords.append(keyword)
  }

  /// The rule with null among the values that it allows (OpenAPI 3.0, section 4.7.24.1).
  fileprivate func allowingNull() -> Rule {
    guard !keywords.isEmpty else { return self }
    let general: Set<String> = ["$ref", "$dynamicRef", "const", "enum", "allOf", "anyOf", "oneOf", "not", "if"]
    if !isNever, !keywords.contains(where: { general.contains($0.name) }) {
      // All others look at values of their own types alone.
      var nullable = self
      if let index = keywords.firstIndex(where: { $0.name == "type" }),
        case .json(let types) = keywords[index].argument,
        !types.contains("\"null\"")
      {
        let list = types.hasPrefix("[") ? String(types.dropFirst().dropLast()) : types
        nullable.keywords[index].argument = .json("[\(list),\"null\"]")
      }
      return nullable
    }
    var null = Rule(at: span)
    null.add("type", .json("\"null\""))
    var either = Rule(at: span)
    either.add("anyOf", .rules([null, self]))
    return either
  }
}
