/// Reads rule books.
struct RuleParser {
  /// How many schemas may stand inside each other.
  private static let depthLimit = 200

  /// What could not be understood.
  private(set) var problems: [RuleProblem] = []
  /// Whether a schema asks for what other keywords have left over.
  private(set) var tracksEvaluated = false
  /// The way from the top of the book to the schema that is being read.
  private var path: [String] = []

  /// The schemas of a book by name.
  mutating func book(_ json: String) -> [String: RuleSchema] {
    guard case .object(let members)? = try? JSONValue(parsing: json, nestingLimit: 2 * Self.depthLimit + 8) else {
      problems.append(RuleProblem(rule: [], message: "the book is no JSON object"))
      return [:]
    }
    var schemas: [String: RuleSchema] = [:]
    for (name, value) in members.sorted(by: { $0.key < $1.key }) { schemas[name] = schema(value, at: name) }
    return schemas
  }

  /// A schema below a step.
  private mutating func schema(_ value: JSONValue, at steps: String...) -> RuleSchema {
    path += steps
    defer { path.removeLast(steps.count) }
    switch value {
    case .boolean(true): return RuleSchema()
    case .boolean(false): return RuleSchema(keywords: [.never])
    case .object(let members) where path.count <= Self.depthLimit: return schema(members)
    default:
      problems.append(RuleProblem(rule: path, message: "no schema, or one too deep inside others"))
      return RuleSchema()
    }
  }

  /// A schema of keywords.
  private mutating func schema(_ members: [String: JSONValue]) -> RuleSchema {
    var schema = RuleSchema()
    var late: [RuleKeyword] = []
    for (keyword, value) in members.sorted(by: { $0.key < $1.key }) {
      switch keyword {
      case "unevaluatedProperties", "unevaluatedItems":
        tracksEvaluated = true
        let rest = self.schema(value, at: keyword)
        late.append(keyword == "unevaluatedItems" ? .unevaluatedItems(rest) : .unevaluatedProperties(rest))
      default:
        if let parsed = self.keyword(keyword, value, members) { schema.keywords.append(parsed) }
      }
    }
    if let properties = properties(members) { schema.keywords.append(properties) }
    if let items = items(members) { schema.keywords.append(items) }
    schema.keywords += late
    schema.anchors = (members["$dynamicAnchor"]?.objectValue ?? [:]).compactMapValues(\.stringValue)
    return schema
  }

  /// One keyword by itself; nil for those that are read together, and for what cannot be understood.
  private mutating func keyword(_ name: String, _ value: JSONValue, _ siblings: [String: JSONValue]) -> RuleKeyword? {
    switch (name, value) {
    case ("$ref", .string(let name)): return .reference(name)
    case ("$dynamicRef", .object(let anchors)):
      guard let (anchor, value) = anchors.first, let name = value.stringValue else { return nil }
      return .dynamicReference(anchor: anchor, otherwise: name)
    case ("type", .string(let type)): return .types([type])
    case ("type", .array(let types)): return .types(types.compactMap(\.stringValue))
    case ("const", let value): return .constant(value)
    case ("enum", .array(let values)): return .enumeration(values)
    case ("multipleOf", .number(let divisor)) where divisor.isDivisor: return .multipleOf(divisor)
    case ("pattern", .string(let text)): return pattern(text, at: name).map { .pattern($0) }
    case ("format", .string(let format)): return .format(format)
    case ("uniqueItems", .boolean(let isUnique)): return isUnique ? .uniqueItems : nil
    case ("required", .array(let names)): return .required(names.compactMap(\.stringValue))
    case ("dependentRequired", .object(let members)):
      return .dependentRequired(
        members.sorted { $0.key < $1.key }.map { key, value in
          RuleDependency(key: key, consequence: value.arrayValue?.compactMap(\.stringValue) ?? [])
        }
      )
    case ("dependentSchemas", .object(let members)):
      return .dependentSchemas(
        members.sorted { $0.key < $1.key }.map { key, value in
          RuleDependency(key: key, consequence: schema(value, at: name, key))
        }
      )
    case ("propertyNames", let value): return .propertyNames(schema(value, at: name))
    case ("contains", let value):
      let minimum = siblings["minContains"]?.intValue ?? 1
      return .contains(schema(value, at: name), minimum: minimum, maximum: siblings["maxContains"]?.intValue)
    case ("allOf", .array(let values)): return .allOf(schemas(values, at: name))
    case ("anyOf", .array(let values)): return .anyOf(schemas(values, at: name))
    case ("oneOf", .array(let values)): return .oneOf(schemas(values, at: name))
    case ("not", let value): return .not(schema(value, at: name))
    case ("if", let condition):
      return .conditional(
        schema(condition, at: name),
        consequence: siblings["then"].map { schema($0, at: "then") },
        alternative: siblings["else"].map { schema($0, at: "else") }
      )
    default: return limit(name, value)
    }
  }

  /// A bound or a size; nil, with a problem, for anything that no other place reads.
  private mutating func limit(_ name: String, _ value: JSONValue) -> RuleKeyword? {
    if let bound = RuleBound(rawValue: name), case .number(let number) = value { return .bound(bound, number) }
    if let size = RuleSize(rawValue: name), case .number(let number) = value, let limit = number.limit {
      return .size(size, limit)
    }
    let together = [
      "$dynamicAnchor", "then", "else", "minContains", "maxContains", "properties", "patternProperties",
      "additionalProperties",
      "prefixItems", "items",
    ]
    if !together.contains(name) {
      problems.append(RuleProblem(rule: path + [name], message: "\(value) cannot be used for '\(name)'"))
    }
    return nil
  }

  /// Schemas in a list.
  private mutating func schemas(_ values: [JSONValue], at keyword: String) -> [RuleSchema] {
    values.enumerated().map { schema($1, at: keyword, String($0)) }
  }

  /// What the keywords of properties say together; nil where there are none.
  private mutating func properties(_ members: [String: JSONValue]) -> RuleKeyword? {
    guard ["properties", "patternProperties", "additionalProperties"].contains(where: { members[$0] != nil }) else {
      return nil
    }
    var properties: [String: RuleSchema] = [:]
    for (key, value) in members["properties"]?.objectValue ?? [:] {
      properties[key] = schema(value, at: "properties", key)
    }
    var patterns: [RulePatternSchema] = []
    for (text, value) in (members["patternProperties"]?.objectValue ?? [:]).sorted(by: { $0.key < $1.key }) {
      let schema = schema(value, at: "patternProperties", text)
      guard let pattern = pattern(text, at: "patternProperties", text) else { continue }
      patterns.append(RulePatternSchema(pattern: pattern, schema: schema))
    }
    let additional = members["additionalProperties"].map { schema($0, at: "additionalProperties") }
    return .properties(properties, patterns: patterns, additional: additional)
  }

  /// What the keywords of elements say together; nil where there are none.
  private mutating func items(_ members: [String: JSONValue]) -> RuleKeyword? {
    guard members["prefixItems"] != nil || members["items"] != nil else { return nil }
    let prefix = schemas(members["prefixItems"]?.arrayValue ?? [], at: "prefixItems")
    return .items(prefix: prefix, rest: members["items"].map { schema($0, at: "items") })
  }

  /// A regular expression; nil, with a problem, where it is none.
  private mutating func pattern(_ text: String, at steps: String...) -> RulePattern? {
    let pattern = RulePattern(text)
    if pattern == nil {
      problems.append(RuleProblem(rule: path + steps, message: "the pattern \(JSONValue.string(text)) cannot be used"))
    }
    return pattern
  }
}

extension JSONNumber {
  /// The number as a limit of a size: no larger than an integer, rounded to the next one.
  fileprivate var limit: Int? {
    if let whole = integer(as: Int.self) { return whole }
    guard let value = double else { return nil }
    return value >= 0x1p62 ? .max : value <= -0x1p62 ? .min : nil
  }
}
