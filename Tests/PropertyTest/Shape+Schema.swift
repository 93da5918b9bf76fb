import SchemaRuntime

extension Shape {
  /// The schema that allows what the shape is.
  var schema: JSONValue {
    switch self {
    case .any: [:]
    case .boolean: ["type": "boolean"]
    case .string(let format, let isShort):
      Self.typed("string", format, isShort ? ["minLength": 0, "maxLength": 1000] : [:])
    case .integer(let format, let isSmall):
      Self.typed("integer", format, isSmall ? ["minimum": -100, "exclusiveMaximum": 101] : [:])
    case .number(let format): Self.typed("number", format, [:])
    case .listed(let values, let type):
      .object(["enum": .array(values)].merging(type.map { ["type": .string($0)] } ?? [:]) { $1 })
    case .constant(let value): ["const": value]
    case .nullable(let shape, let spelling): Self.nullable(shape.schema, spelling)
    case .array(let element, let isUnique, let minimum):
      .object(
        ["type": "array", "items": element.schema]
          .merging(isUnique ? ["uniqueItems": true] : [:]) { $1 }
          .merging(minimum > 0 ? ["minItems": .number(JSONNumber(minimum))] : [:]) { $1 }
      )
    case .tuple(let elements, let minimum, let rest): Self.tuple(elements, minimum, rest)
    case .map(let values): ["type": "object", "additionalProperties": values.schema]
    case .object(let object): object.schema
    case .allOf(let parts): ["allOf": .array(parts.map(\.schema))]
    case .union(let keyword, let variants): [keyword: .array(variants.map(\.schema))]
    case .tagged(let tagged): tagged.schema
    case .reference(let name): Self.reference(to: name)
    }
  }

  /// A reference to a definition.
  static func reference(to name: String) -> JSONValue { ["$ref": .string("#/components/schemas/\(name)")] }

  /// A schema of one type.
  private static func typed(_ type: String, _ format: String?, _ others: [String: JSONValue]) -> JSONValue {
    var members = others
    members["type"] = .string(type)
    members["format"] = format.map { .string($0) }
    return .object(members)
  }

  /// A schema with null beside what it allows; a spelling that does not fit becomes `anyOf`.
  private static func nullable(_ schema: JSONValue, _ spelling: NullSpelling) -> JSONValue {
    var result = schema
    switch (spelling, schema["type"], schema["enum"]) {
    case (.nullable, _?, nil):
      result["nullable"] = true
      return result
    case (.typeList, .string(let type)?, nil):
      result["type"] = [.string(type), "null"]
      return result
    case (.listed, nil, .array(let values)?):
      result["enum"] = .array(values + [.null])
      return result
    case (.oneOf, _, _): return ["oneOf": [schema, ["type": "null"]]]
    default: return ["anyOf": [["type": "null"], schema]]
    }
  }

  /// The schema of a tuple.
  private static func tuple(_ elements: [Shape], _ minimum: Int, _ rest: Rest) -> JSONValue {
    var schema: [String: JSONValue] = ["type": "array", "prefixItems": .array(elements.map(\.schema))]
    if minimum > 0 { schema["minItems"] = .number(JSONNumber(minimum)) }
    switch rest {
    case .open: break
    case .closed: schema["items"] = false
    case .typed(let shape): schema["items"] = shape.schema
    }
    return .object(schema)
  }
}

extension ObjectShape {
  /// The schema of the object.
  var schema: JSONValue {
    var schema: [String: JSONValue] = [:]
    if statesType { schema["type"] = "object" }
    var members: [String: JSONValue] = [:]
    for property in properties {
      var value = property.shape.schema
      if let flag = property.flag { value[flag] = true }
      if let initial = property.initial { value["default"] = initial }
      members[property.key] = value
    }
    if !members.isEmpty { schema["properties"] = .object(members) }
    let required = properties.filter(\.isRequired).map { JSONValue.string($0.key) }
    if !required.isEmpty { schema["required"] = .array(required) }
    switch additional {
    case .unstated: break
    case .free: schema["additionalProperties"] = true
    case .forbidden: schema["additionalProperties"] = false
    case .typed(let shape): schema["additionalProperties"] = shape.schema
    }
    if let pattern { schema["patternProperties"] = ["^x-": pattern.schema] }
    return .object(schema)
  }
}

extension TaggedShape {
  /// The schema of the union.
  var schema: JSONValue {
    var discriminator: JSONValue = ["propertyName": .string(key)]
    if tags == .mapping {
      let pairs = variants.map { ($0.tag, Shape.reference(to: $0.name)["$ref"] ?? .null) }
      discriminator["mapping"] = .object(Dictionary(pairs, uniquingKeysWith: { first, _ in first }))
    }
    return [keyword: .array(variants.map { Shape.reference(to: $0.name) }), "discriminator": discriminator]
  }
}
