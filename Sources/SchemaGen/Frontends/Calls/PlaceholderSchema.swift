import SchemaDescription
import SchemaDocument
import SchemaSource

/// Reads a body in which a tool has written types in the places of values: `{"id": "<long>", "name": "<string>"}`.
enum PlaceholderSchema {
  /// The schema that the placeholders stand for; nil where the value has none.
  static func schema(of node: Node) -> RawSchema? { holdsPlaceholder(node) ? read(node) : nil }

  /// Whether a type stands anywhere in a value.
  private static func holdsPlaceholder(_ node: Node) -> Bool {
    switch node.value {
    case .string(let text): FieldKind.placeholderType(text) != nil
    case .array(let elements): elements.contains(where: holdsPlaceholder)
    case .object(let members): members.contains { holdsPlaceholder($0.value) }
    case .null, .boolean, .number: false
    }
  }

  /// The schema of one value; nothing is required, since the tool wrote down all that may be there.
  private static func read(_ node: Node) -> RawSchema {
    var schema = RawSchema(at: node.span)
    switch node.value {
    case .null: schema.isTypeLost = true
    case .boolean: schema.types = [.boolean]
    case .number(let text): schema.types = [text.contains { ".eE".contains($0) } ? .number : .integer]
    case .string(let text): schema.types = [FieldKind.placeholderType(text) ?? .string]
    case .array(let elements):
      schema.types = [.array]
      // Such tools repeat the element.
      schema.items = elements.first.map { Indirect(read($0)) }
    case .object(let members):
      schema.types = [.object]
      schema.hasEmptyProperties = members.isEmpty
      for member in node.uniqueMembers ?? [] {
        schema.properties.append(
          RawProperty(key: member.key, keySpan: member.keySpan, schema: read(member.value))
        )
      }
    }
    return schema
  }
}
