import SchemaDescription
import SchemaDocument
import SchemaIR

/// What the formats of JSON Schema, OpenAPI's registry and common practice become where the configuration is silent.
enum FormatTable {
  /// The type of strings, integers or numbers in a format; nil where the format says nothing of the type.
  static func scalar(_ format: String, for type: Scalar.JSONType) -> Scalar? {
    switch type {
    case .string: strings[format]
    case .integer: integers[format]
    case .number: numbers[format]
    case .boolean, .any: nil
    }
  }

  /// Formats of strings (JSON Schema validation 2020-12, section 7.3, and OpenAPI's registry of formats). Those that are
  /// not here have no type of their own in Foundation and stay strings: `email`, `hostname`, `ipv4`, `uri-template` …
  private static let strings: [String: Scalar] = [
    "date-time": .dateTime, "datetime": .dateTime,
    "date": .calendarDate, "full-date": .calendarDate,
    "time": .timeOfDay, "full-time": .timeOfDay,
    "duration": .duration,
    "uuid": .uuidString, "guid": .uuidString,
    "uri": .urlString, "url": .urlString, "uri-reference": .urlString, "iri": .urlString, "iri-reference": .urlString,
    "byte": .base64String, "base64": .base64String, "base64url": .base64String,
    "binary": .file,
  ]

  /// Formats of integers.
  private static let integers: [String: Scalar] = [
    "int8": .int8, "int16": .int16, "int32": .int32, "int64": .int64, "long": .int64,
    "uint": .uint, "uint8": .uint8, "uint16": .uint16, "uint32": .uint32, "uint64": .uint64,
  ]

  /// Formats of numbers; an integer's format on a number says nothing of fractions.
  private static let numbers: [String: Scalar] = [
    "float": .float, "double": .double, "decimal": .decimal, "decimal128": .decimal,
  ]
}

extension Lowerer {
  /// The type that a schema's format asks for: the configuration's choice, else the table's; nil where neither knows it.
  func formattedType(of schema: RawSchema, as type: Scalar.JSONType) -> TypeRef? {
    guard let format = (schema.format ?? schema.formatOfContent)?.lowercased() else { return nil }
    if let chosen = options.formats[format] {
      guard case .scalar(let scalar) = chosen else { return chosen.type }
      if scalar.suits(type) { return chosen.type }
    }
    return FormatTable.scalar(format, for: type).map(TypeRef.scalar)
  }
}

extension Scalar {
  /// Whether values of a JSON type can be of this type: a choice for a format is no choice for every type it stands at.
  fileprivate func suits(_ type: JSONType) -> Bool {
    switch (jsonType, type) {
    case (.any, _), (.number, .integer): true
    case let (own, other): own == other
    }
  }
}

extension RawSchema {
  /// The type of integers in the stated bounds: `Int` unless they reach beyond it, then `UInt64`, and a number of any
  /// size where they reach beyond that or below both. Nobody sets `UInt64`'s bound who means negative numbers as well,
  /// unless the document says so.
  var integerWithinBounds: Scalar {
    var least: Double?
    var most: Double?
    for constraint in constraints {
      guard let bound = constraint.value.number.flatMap(Double.init) else { continue }
      switch constraint.keyword {
      case "minimum": least = max(least ?? bound, bound)
      case "exclusiveMinimum": least = max(least ?? bound, bound + 1)
      case "maximum", "exclusiveMaximum": most = min(most ?? bound, bound)
      default: break
      }
    }
    // 2⁶³ is Int64's bound as a `Double` spells it: tools that round write it for the bound itself.
    if let least, least < -0x1p63 { return .number }
    guard let most, most > 0x1p63 else { return .int }
    if most > 0x1p64 { return .number }
    if let least, least < 0 { return .number }
    return .uint64
  }
}
