/// A parsed schema: keywords that must all hold.
struct RuleSchema: Sendable {
  /// The keywords in the order in which they are checked: those that look at what the others have left over come last.
  var keywords: [RuleKeyword] = []
  /// The names of schemas by their anchors, for dynamic references behind this schema; empty where it has none.
  var anchors: [String: String] = [:]
}

/// A keyword of a schema with what it asks for.
indirect enum RuleKeyword: Sendable {
  /// No value is allowed.
  case never
  /// The schema with this name holds as well.
  case reference(String)
  /// The schema with an anchor holds as well: that of the first schema on the way here which has the anchor, else the
  /// one with this name (JSON Schema 2020-12 core, section 8.2.3.2).
  case dynamicReference(anchor: String, otherwise: String)
  /// The value is of one of these JSON types.
  case types([String])
  /// The value is this one.
  case constant(JSONValue)
  /// The value is one of these.
  case enumeration([JSONValue])
  /// A number is within a bound.
  case bound(RuleBound, JSONNumber)
  /// A number is a multiple.
  case multipleOf(JSONNumber)
  /// A string, an array or an object is within a size.
  case size(RuleSize, Int)
  /// A string matches.
  case pattern(RulePattern)
  /// A string is in a format.
  case format(String)
  /// No two elements are the same.
  case uniqueItems
  /// The keys are there.
  case required([String])
  /// Where a key is there, others are as well.
  case dependentRequired([RuleDependency<[String]>])
  /// Where a key is there, a schema holds as well.
  case dependentSchemas([RuleDependency<RuleSchema>])
  /// Properties by name and by pattern, and all others.
  case properties([String: RuleSchema], patterns: [RulePatternSchema], additional: RuleSchema?)
  /// Each key.
  case propertyNames(RuleSchema)
  /// Elements by position, and all others.
  case items(prefix: [RuleSchema], rest: RuleSchema?)
  /// Some elements; nil for no upper limit.
  case contains(RuleSchema, minimum: Int, maximum: Int?)
  /// All hold.
  case allOf([RuleSchema])
  /// One or more hold.
  case anyOf([RuleSchema])
  /// Exactly one holds.
  case oneOf([RuleSchema])
  /// The schema does not hold.
  case not(RuleSchema)
  /// The one or the other holds.
  case conditional(RuleSchema, consequence: RuleSchema?, alternative: RuleSchema?)
  /// Properties that no other keyword speaks of.
  case unevaluatedProperties(RuleSchema)
  /// Elements that no other keyword speaks of.
  case unevaluatedItems(RuleSchema)
}

/// A bound of numbers; the raw value is its keyword.
enum RuleBound: String, Sendable, CaseIterable {
  case minimum, maximum, exclusiveMinimum, exclusiveMaximum
}

/// A limit of a size; the raw value is its keyword.
enum RuleSize: String, Sendable, CaseIterable {
  case minLength, maxLength, minItems, maxItems, minProperties, maxProperties
}

/// What holds where a property is there.
struct RuleDependency<Consequence: Sendable>: Sendable {
  /// The key of the property.
  let key: String
  /// What holds then.
  let consequence: Consequence
}

/// The schema of the properties whose keys match.
struct RulePatternSchema: Sendable {
  /// What keys match.
  let pattern: RulePattern
  /// What holds for their values.
  let schema: RuleSchema
}
