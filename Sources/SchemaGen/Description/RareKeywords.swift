import SchemaDocument

/// Keywords that few schemas have, kept apart so that the others stay small.
struct RareKeywords: Sendable {
  var prefixItems: [RawSchema] = []
  var patternProperties: [RawPatternProperty] = []
  var unevaluatedProperties: RawAdditionalProperties?
  var unevaluatedItems: RawSchema?
  var assertions: [RawAssertion] = []
  var isNever = false
  var dynamicAnchor: String?
  var dynamicAnchors: [RawDynamicAnchor] = []
  var contentSchema: RawSchema?
  var eventNames: [String] = []
  var xml: Node?
  var externalDocumentation: Node?
  var comment: String?
  var extensions: [Member] = []
}

/// A name for a schema that references mean which depend on the way to them (JSON Schema 2020-12, section 8.2.2).
package struct RawDynamicAnchor: Sendable {
  package var name: String
  package var key: SchemaKey

  package init(name: String, key: SchemaKey) {
    self.name = name
    self.key = key
  }
}

/// A keyword with schemas in it that restricts values and says nothing of their type.
package enum RawAssertion: Sendable {
  /// What the value must not be (JSON Schema 2020-12, section 10.2.1.4).
  case not(RawSchema)
  /// `if`, `then` and `else` (section 10.2.2); an absent branch is nil.
  case conditional(condition: RawSchema, consequence: RawSchema?, alternative: RawSchema?)
  /// What some elements of an array must be (section 10.3.1.3); `minContains` and `maxContains` are constraints.
  case contains(RawSchema)
  /// What an object with the property must be as well (section 10.2.2.4).
  case dependentSchema(property: String, RawSchema)
  /// What each key of an object must be (section 10.3.2.4).
  case propertyNames(RawSchema)
}

/// The schema of all properties whose keys match a pattern (JSON Schema 2020-12, section 10.3.2.2).
package struct RawPatternProperty: Sendable {
  /// A regular expression that may match anywhere in a key.
  package var pattern: String
  package var schema: RawSchema

  package init(pattern: String, schema: RawSchema) {
    self.pattern = pattern
    self.schema = schema
  }
}
