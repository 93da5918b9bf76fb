import SchemaDescription
import SchemaDocument
import SchemaIR

extension Lowerer {
  /// The type of a schema by JSON Schema's own rules, where keywords restrict only the types that they speak of: the
  /// shape that they describe or any other JSON. Nil where the schema says which types there are, and nothing that a
  /// type could not hold.
  mutating func openType(of schema: RawSchema, at place: Place, namedBy key: SchemaKey?) -> TypeRef? {
    guard !statesTypes(schema, depth: 0) else { return nil }
    var shape = schema
    shape.types = []
    let shapes = shape.effectiveTypes
    guard shapes == [.object] && !shape.properties.isEmpty || shapes == [.array] && shape.items != nil,
      shape.isPlain, schema.types.isEmpty
    else { return .scalar(.json) }
    var documented = RawSchema(at: schema.span)
    documented.title = schema.title
    documented.description = schema.description
    let id = declareUnion(of: documented, at: place, namedBy: key)
    shape.types = shapes
    shape.title = nil
    shape.description = nil
    shape.examples = []
    shape.defaultValue = nil
    let name = shapes == [.object] ? "object" : "array"
    let variantPlace = Place(parent: id, hint: .variant(name), path: "\(place.path)<\(name)>", span: schema.span)
    let type = self.type(of: shape, at: variantPlace)
    api[id].kind = .union(
      Union(
        tagging: .shape,
        variants: [
          Union.Variant(name: name, type: type.withoutNull),
          Union.Variant(name: "other", type: .scalar(.json), documentation: "Any other JSON."),
        ]
      )
    )
    return .declared(id)
  }

  /// A type under a name of its own, where it has none.
  mutating func namedType(_ type: TypeRef, as place: Place) -> TypeRef {
    if case .declared(let id) = type, api[id].hint == place.hint, api[id].parent == nil { return type }
    let alias = Declaration(hint: place.hint, kind: .alias(type), span: place.span)
    return .declared(declare(alias))
  }

  /// Whether a schema says which types its values have, by itself or by all of its alternatives, and generated types
  /// hold each of its values.
  private func statesTypes(_ schema: RawSchema, depth: Int) -> Bool {
    guard depth < 16 else { return false }
    if schema.reference != nil { return schema.isPlainReference }
    if !schema.allOf.isEmpty { return false }
    let alternatives = schema.anyOf + schema.oneOf
    if !alternatives.isEmpty {
      return schema.saysNothingBesideAlternatives && (schema.anyOf.isEmpty || schema.oneOf.isEmpty)
        && alternatives.allSatisfy { statesTypes($0, depth: depth + 1) }
    }
    if let constant = schema.constant { return schema.types.isEmpty && constant.isPlainScalar }
    if !schema.enumeration.isEmpty {
      let values = schema.enumeration.map(\.value)
      return values.allSatisfy { $0.string != nil }
    }
    return !schema.types.isEmpty && schema.isPlain
  }
}

extension RawSchema {
  /// Whether one type can hold what the schema describes: nothing else describes other parts of its values.
  fileprivate var isPlain: Bool {
    reference == nil && allOf.isEmpty && anyOf.isEmpty && oneOf.isEmpty && unevaluatedProperties == nil
      && unevaluatedItems == nil && !isNever
      && (properties.isEmpty || patternProperties.isEmpty)
  }

  /// The schema with the keys of objects said aloud that it allows in silence.
  var keepingOtherKeys: RawSchema {
    guard !properties.isEmpty, additionalProperties == nil else { return self }
    var schema = self
    schema.additionalProperties = .allowed
    return schema
  }

  /// Whether the schema is a reference and says nothing else of values.
  fileprivate var isPlainReference: Bool {
    types.isEmpty && properties.isEmpty && allOf.isEmpty && anyOf.isEmpty && oneOf.isEmpty && items == nil
      && additionalProperties == nil && patternProperties.isEmpty && prefixItems.isEmpty && enumeration.isEmpty
      && constant == nil && unevaluatedProperties == nil && unevaluatedItems == nil
  }

  /// Whether the schema has alternatives and nothing else that describes parts of values.
  fileprivate var saysNothingBesideAlternatives: Bool {
    types.isEmpty && properties.isEmpty && items == nil && additionalProperties == nil && patternProperties.isEmpty
      && prefixItems.isEmpty && enumeration.isEmpty && constant == nil && unevaluatedProperties == nil
      && unevaluatedItems == nil && reference == nil
  }
}

extension Node {
  /// Whether the value is a string, a number or a boolean.
  fileprivate var isPlainScalar: Bool {
    switch value {
    case .string, .number, .boolean: true
    case .null, .array, .object: false
    }
  }
}
