import SchemaDocument

/// The extensions by which a document that was made of another one keeps what OpenAPI has no words for.
package enum ConvertedKey {
  /// Where an operation or a schema stood in the document that it was read from.
  package static let source = "x-schemagen-source"
  /// The name that a schema or operation had there, where it cannot be a component's key or is not the only one.
  package static let name = "x-schemagen-name"
  /// Whether a schema stood in the middle of something and had no name.
  package static let nameless = "x-schemagen-nameless"
  /// Whether something is not documented: a schema that was made of examples, a title that was made of a file's name.
  package static let inferred = "x-schemagen-inferred"
  /// A default that is no value of its schema.
  package static let misfittingDefault = "x-schemagen-default"
  /// Whether the document that the schema was read from has lost its type.
  package static let untyped = "x-schemagen-untyped"

  /// That a schema was one of JSON Schema's own documents: `document` for the whole, `definition` for a part.
  package static let jsonSchema = "x-schemagen-json-schema"

  /// What a component is called; nil where it is only the target of references.
  static func name(ofComponent component: Member) -> String? {
    if component.value[nameless]?.boolean == true { return nil }
    return component.value[name]?.string ?? component.key
  }

  /// Whether a schema was made of examples, which say the same once more.
  static func isInferred(_ schema: Node) -> Bool { schema[inferred]?.boolean == true }
}
