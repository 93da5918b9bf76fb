/// The extensions by which a document that was made of another one keeps what OpenAPI has no words for. The OpenAPI reader
/// understands them, so that a conversion says what its original says.
package enum ConvertedKey {
  /// How the names begin of all extensions that only conversions write.
  package static let prefix = "x-schemagen-"
  /// Where an operation or a schema stood in the document that it was read from.
  package static let source = "x-schemagen-source"
  /// The name that a schema or operation had there, where it cannot be a component's key or is not the only one.
  package static let name = "x-schemagen-name"
  /// Whether a schema stood in the middle of something and had no name, or an example had none.
  package static let nameless = "x-schemagen-nameless"
  /// Whether something is not documented: a schema that was made of examples, a title that was made of a file's name.
  package static let inferred = "x-schemagen-inferred"
  /// A default that is no value of its schema.
  package static let misfittingDefault = "x-schemagen-default"
  /// Whether the document that the schema was read from has lost its type.
  package static let untyped = "x-schemagen-untyped"
  /// That a schema was one of JSON Schema's own documents: `document` for the whole, `definition` for a part.
  package static let jsonSchema = "x-schemagen-json-schema"
  /// That nothing but values tells what a schema is: what these are called, by position, null for those without a name.
  package static let sample = "x-schemagen-sample"
  /// What names an operation in the tool that its document comes from, whatever its title: `apifox:1234`.
  package static let stableKey = "x-schemagen-key"
  /// The style of a parameter or field that the version has no name for.
  package static let style = "x-schemagen-style"
  /// Whether a parameter is the whole query (OpenAPI 3.2, section 4.12.1).
  package static let querystring = "x-schemagen-querystring"
  /// Where OAuth 2 is described by the server.
  package static let metadataURL = "x-schemagen-oauth2-metadata"
  /// Whether a way to authenticate is deprecated.
  package static let deprecated = "x-schemagen-deprecated"
  /// Part of what OpenAPI 3.2 says of a tag.
  package static let tagParent = "x-schemagen-parent"
  /// Part of what OpenAPI 3.2 says of a tag.
  package static let tagKind = "x-schemagen-kind"
  /// The short text of a response that has a description as well.
  package static let summary = "x-schemagen-summary"
  /// What OpenAPI 3.1 and JSON Schema say of a schema and OpenAPI 3.0 cannot: keywords as an object.
  package static let keywords = "x-schemagen-keywords"

  /// Webhooks in a version that has none.
  package static let webhooks = "x-webhooks"
  /// Operations of methods that a version does not have.
  package static let additionalOperations = "x-additionalOperations"
  /// The variant of all tags that a discriminator's mapping does not list, in a version without a word for it.
  package static let defaultMapping = "x-defaultMapping"
  /// The names of listed values, by position.
  package static let enumVariableNames = "x-enum-varnames"
  /// The descriptions of listed values, by position.
  package static let enumDescriptions = "x-enum-descriptions"
  /// The folders that hold an operation, outermost first, parted by slashes.
  package static let folder = "x-apifox-folder"
  /// The short title of a tag.
  package static let displayName = "x-displayName"
}
