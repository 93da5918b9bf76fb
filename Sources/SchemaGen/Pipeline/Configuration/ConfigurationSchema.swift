/// The text of `Docs/schemagen.schema.json`.
package enum ConfigurationSchema {
  /// The JSON Schema (draft 2020-12) of `schemagen.yaml`, made of the table that reads it.
  package static var json: String {
    let keys = ConfigurationTable.keys.map(\.shape)
    let head: [(String, Value)] = [
      ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
      ("title", .text("schemagen.yaml")),
      ("description", .text("The configuration of schemagen. Every key may be left out.")),
    ]
    return Value.object(head + members(of: .object(keys))).text(indent: "") + "\n"
  }

  /// JSON to be written.
  private indirect enum Value {
    case text(String)
    /// JSON that is written as it is.
    case literal(String)
    case array([Value])
    case object([(String, Value)])

    /// The text, two spaces a level.
    func text(indent: String) -> String {
      let inner = indent + "  "
      switch self {
      case .text(let text): return ConfigurationSchema.quoted(text)
      case .literal(let text): return text
      case .array(let elements):
        let texts = elements.map { $0.text(indent: inner) }
        return texts.contains { $0.contains("\n") }
          ? "[\n\(inner)" + texts.joined(separator: ",\n\(inner)") + "\n\(indent)]"
          : "[" + texts.joined(separator: ", ") + "]"
      case .object(let members):
        if members.isEmpty { return "{}" }
        let texts = members.map { "\(ConfigurationSchema.quoted($0.0)): \($0.1.text(indent: inner))" }
        return "{\n\(inner)" + texts.joined(separator: ",\n\(inner)") + "\n\(indent)}"
      }
    }
  }

  /// The keywords of a shape; null stands for an empty map or list.
  private static func members(of shape: Shape) -> [(String, Value)] {
    switch shape {
    case .text(let pattern, let example):
      let keyword = pattern.map { [("pattern", Value.text($0))] } ?? []
      return [("type", .text("string"))] + keyword + [("examples", .array([.text(example)]))]
    case .choice(let words): return [("enum", .array(words.map(Value.text)))]
    case .integer(let range):
      return [
        ("type", .text("integer")), ("minimum", .literal("\(range.lowerBound)")),
        ("maximum", .literal("\(range.upperBound)")),
      ]
    case .list(let element):
      let one = members(of: element)
      return [
        (
          "anyOf",
          .array([
            .object(one), .object([("type", .text("array")), ("items", .object(one))]),
            .object([("type", .text("null"))]),
          ])
        )
      ]
    case .map(let example, let value):
      return [
        ("type", .array([.text("object"), .text("null")])), ("additionalProperties", .object(members(of: value))),
        ("x-example-key", .text(example)),
      ]
    case .object(let keys):
      let required = keys.filter(\.isRequired).map { Value.text($0.name) }
      let types = Value.array([.text("object"), .text("null")])
      return [
        ("type", required.isEmpty ? types : .text("object")),
        ("properties", .object(keys.map { ($0.name, .object(property($0))) })),
      ] + (required.isEmpty ? [] : [("required", .array(required))]) + [("additionalProperties", .literal("false"))]
    case .either(let shapes): return [("anyOf", .array(shapes.map { .object(members(of: $0)) }))]
    }
  }

  /// The keywords of a key's value.
  private static func property(_ key: KeyShape) -> [(String, Value)] {
    [("description", .text(key.summary))] + (key.initial.map { [("default", .literal($0))] } ?? [])
      + members(of: key.shape)
  }

  /// A text as a JSON string; the tables hold nothing but printable characters.
  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
