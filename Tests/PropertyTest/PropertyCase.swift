import SchemaRuntime

/// A document with values that its models must carry.
struct PropertyCase: Sendable {
  /// What the document tells of its values.
  enum Kind: String, CaseIterable {
    /// Schemas and some of the values.
    case told
    /// Some of the values and no schema.
    case untold
    /// Schemas, some of the values, and one that contradicts them in one place.
    case lying
  }

  /// The case's name, which its namespace has too.
  var name: String
  var kind: Kind
  /// The schema of the response, nil where there is none.
  var schema: JSONValue?
  var definitions: [String: JSONValue]
  /// The values that the document shows.
  var shown: [JSONValue]
  /// Values that the schema allows and that the document does not show.
  var hidden: [JSONValue]

  /// A random case.
  init(number: Int, seed: UInt64) {
    var random = RandomSource(seed: seed &* 1_000_003 &+ UInt64(number))
    name = "Case\(number)"
    let draw = random.below(4)
    kind = draw < 2 ? .told : draw == 2 ? .untold : .lying
    var shapes = ShapeMaker(random)
    let root = shapes.root()
    var values = ValueMaker(shapes.definitions, shapes.random)
    let all = (0..<6).map { _ in values.value(of: root) }
    shown = Array(all.prefix(3))
    hidden = kind == .untold ? [] : Array(all.dropFirst(3))
    schema = kind == .untold ? nil : root.schema
    definitions = kind == .untold ? [:] : shapes.definitions.mapValues(\.schema)
    if kind == .lying { shown.append(Lie.contradicting(values.value(of: root), &values)) }
    // A string in place of a JSON body is taken for the body's text.
    if shown.contains(where: { $0.stringValue != nil }) {
      (shown, hidden) = (shown.map(Self.wrapped), hidden.map(Self.wrapped))
      schema = schema.map { ["type": "object", "properties": ["item": $0]] }
    }
  }

  /// An object that holds a value.
  private static func wrapped(_ value: JSONValue) -> JSONValue { ["item": value] }

  /// The label of a value that the document shows.
  static func label(_ index: Int) -> String { "value-\(index)" }

  /// The document, OpenAPI 3.1.
  var document: String {
    var content: JSONValue = [
      "examples": .object(
        Dictionary(
          shown.enumerated().map { (Self.label($0), ["value": $1]) },
          uniquingKeysWith: { $1 }
        )
      )
    ]
    content["schema"] = schema
    let document: JSONValue = [
      "openapi": "3.1.0",
      "info": ["title": .string(name), "version": "1"],
      "paths": [
        "/value": [
          "get": [
            "operationId": "value",
            "responses": ["200": ["description": "", "content": ["application/json": content]]],
          ]
        ]
      ],
      "components": ["schemas": .object(definitions)],
    ]
    return document.description
  }
}
