import SchemaDescription
import SchemaDocument

/// A schema within another one whose place carries its examples.
struct InnerSchema {
  /// What a value of the inner schema stands in.
  enum Wrapper {
    case array
    case map
  }

  /// How many schemas are looked into below one place.
  private static let depthLimit = 64

  var schema: RawSchema
  /// For people: where the schema stands.
  var label: String
  /// What its values stand in, from the outside inwards.
  var wrappers: [Wrapper]
  /// Whether other schemas must hold as well.
  var isPartial: Bool
  /// How many schemas stand around it below the place.
  private var depth = 0

  init(schema: RawSchema, label: String, wrappers: [Wrapper], isPartial: Bool) {
    self.schema = schema
    self.label = label
    self.wrappers = wrappers
    self.isPartial = isPartial
  }

  /// The schemas in this one that have no place of their own.
  ///
  /// Properties have one, and what references lead to. The other values of an object with properties are no example of
  /// the object, since they lack those.
  var schemas: [InnerSchema] {
    guard depth < Self.depthLimit else { return [] }
    var inner: [InnerSchema] = []
    for alternative in schema.oneOf + schema.anyOf { inner.append(within(alternative)) }
    for part in schema.allOf {
      var part = within(part)
      part.isPartial = isPartial || schema.allOf.count > 1 || !schema.properties.isEmpty
      inner.append(part)
    }
    if let items = schema.items?.value { inner.append(within(items, .array)) }
    if schema.properties.isEmpty, case .schema(let values) = schema.additionalProperties {
      inner.append(within(values.value, .map))
    }
    return inner
  }

  /// A schema within this one.
  private func within(_ schema: RawSchema, _ wrapper: Wrapper? = nil) -> InnerSchema {
    var inner = self
    inner.schema = schema
    inner.depth += 1
    switch wrapper {
    case .array: inner.label += "[]"
    case .map: inner.label += "{}"
    case nil: return inner
    }
    inner.wrappers += [wrapper].compactMap { $0 }
    return inner
  }

  /// A value of this schema as a value of the place; it keeps its own span.
  func wrapped(_ value: Node) -> Node {
    wrappers.reversed().reduce(value) { node, wrapper in
      switch wrapper {
      case .array: Node(.array([node]), at: value.span)
      case .map: Node(.object([Member(key: "key", keySpan: value.span, value: node)]), at: value.span)
      }
    }
  }
}
