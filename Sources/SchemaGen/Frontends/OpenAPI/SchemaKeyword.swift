/// The keywords of a schema that mean something to the description, JSON Schema's, OpenAPI's and common extensions.
enum SchemaKeyword: String, CaseIterable {
  // References
  case reference = "$ref"
  case dynamicReference = "$dynamicRef"
  case recursiveReference = "$recursiveRef"
  // Annotations
  case title, description, format, deprecated, readOnly, writeOnly, nullable
  case defaultValue = "default"
  case example, examples
  case nullableExtension = "x-nullable"
  // Shape
  case type, properties, required, additionalProperties, items, allOf, anyOf, oneOf, discriminator
  case enumeration = "enum"
  case constant = "const"
  case apifoxOrders = "x-apifox-orders"
  case apidogOrders = "x-apidog-orders"
  case apifoxReferences = "x-apifox-refs"
  case apidogReferences = "x-apidog-refs"
  // Names and descriptions of enumerated values
  case enumVariableNames = "x-enum-varnames"
  case enumNames = "x-enumNames"
  case enumDescriptions = "x-enum-descriptions"
  case enumDescriptionsCamelCase = "x-enumDescriptions"
  case apifoxEnum = "x-apifox-enum"
  case apidogEnum = "x-apidog-enum"
  case apifox = "x-apifox"
  case apidog = "x-apidog"
  // Shape that few schemas have
  case patternProperties, prefixItems, additionalItems, unevaluatedItems, unevaluatedProperties
  // Restrictions that are schemas
  case contains, propertyNames, dependentSchemas, not
  case condition = "if"
  case consequence = "then"
  case alternative = "else"
  // Validation, carried as it stands
  case minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf
  case minLength, maxLength, pattern
  case minItems, maxItems, uniqueItems, minContains, maxContains
  case minProperties, maxProperties, dependentRequired
  case contentMediaType, contentEncoding

  /// All keywords by their spelling.
  private static let bySpelling: [String: SchemaKeyword] = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) }
  )

  /// Whether the keyword describes the place that a reference stands at, and not what the value is made of.
  var standsBesideReference: Bool {
    switch self {
    case .reference, .title, .description, .deprecated, .readOnly, .writeOnly, .nullable, .nullableExtension,
      .defaultValue, .example, .examples:
      true
    default: false
    }
  }

  /// The keyword with a spelling, found in constant time.
  init?(spelling: String) {
    guard let keyword = Self.bySpelling[spelling] else { return nil }
    self = keyword
  }
}
