import SchemaDocument
import SchemaSource

/// What the documents of one folder say of an API: the common form of every input format.
package struct APIDescription: Sendable {
  package var title: String?
  package var description: String?
  package var version: String?
  /// What else the document says of itself, as it stands there: `summary`, `termsOfService`, `contact`, `license`, and
  /// extensions.
  package var information: [Member] = []
  /// Where more is written, as it stands in the document (OpenAPI 3.1, section 4.8.11).
  package var externalDocumentation: Node?
  package var servers: [ServerDescription] = []
  package var securitySchemes: [SecuritySchemeDescription] = []
  /// Keys of the schemes that operations need unless they say otherwise; nil where the document does not say, empty where
  /// they need none.
  package var security: [String]?
  /// The alternatives in which the document states these; empty where it gives no more than the keys.
  package var securityRequirements: [SecurityRequirement] = []
  /// What the document says of its tags, in its order.
  package var tags: [TagDescription] = []
  package var operations: [OperationDescription] = []
  /// Named schemas in the order in which they are documented.
  package var schemas: [NamedSchema] = []
  /// Extensions of the document as a whole, as they stand there.
  package var extensions: [Member] = []
  /// What is read and generated code does not carry: notes for those who generate.
  package var uncarried: [Diagnostic] = []
  /// What is not read, and changes nothing that is generated: notes for those who convert.
  package var unread: [Diagnostic] = []
  /// The order of the documents beside this one, where the document is nothing but that.
  package var index: SiteIndex?

  package init() {}
}

/// A schema that references can name.
package struct NamedSchema: Sendable {
  package var key: SchemaKey
  /// The name for people, for example `ChatRequest`; nil for a target in the middle of a document.
  package var name: String?
  package var schema: RawSchema
  /// Whether a schema without `type` allows every type, as JSON Schema means it (2020-12 validation, section 6.1.1);
  /// in API documents the other keywords say which type is meant.
  package var allowsAnyTypeUnlessStated = false
  /// Whether the schema is a document by itself, which has a type of its own whatever it says.
  package var isWholeDocument = false
  /// Whether nothing but values tells what the type is; those of one name show one type together.
  package var isSample = false

  package init(key: SchemaKey, name: String?, schema: RawSchema) {
    self.key = key
    self.name = name
    self.schema = schema
  }
}

/// A base URL of the API.
package struct ServerDescription: Sendable {
  /// Absolute, or relative to where the document was published; without a slash at its end.
  package var url: String
  package var description: String?
  /// What people call the server (OpenAPI 3.2, section 4.6).
  package var name: String?
  /// Extensions as they stand in the document.
  package var extensions: [Member] = []
  /// The URL with its variables in braces; nil where it has none.
  package var template: String?
  /// What stands for `{name}` in the template.
  package var variables: [ServerVariable] = []
  package var span: SourceSpan

  package init(url: String, description: String? = nil, span: SourceSpan) {
    self.url = url
    self.description = description
    self.span = span
  }
}

/// A part of a server's URL that is chosen (OpenAPI 3.1, section 4.8.6).
package struct ServerVariable: Sendable {
  package var name: String
  package var defaultValue: String
  /// The allowed values; empty where any value is allowed.
  package var values: [String] = []
  package var description: String?
  /// Extensions as they stand in the document.
  package var extensions: [Member] = []

  package init(name: String, defaultValue: String) {
    self.name = name
    self.defaultValue = defaultValue
  }
}

/// A group of operations (OpenAPI 3.2, section 4.22).
package struct TagDescription: Sendable {
  package var name: String
  package var summary: String?
  package var description: String?
  /// The name of the tag that holds this one.
  package var parent: String?
  package var kind: String?
  /// Where more is written, as it stands in the document.
  package var externalDocumentation: Node?
  /// Extensions as they stand in the document.
  package var extensions: [Member] = []
  package var span: SourceSpan

  package init(name: String, span: SourceSpan) {
    self.name = name
    self.span = span
  }
}

/// A way to authenticate.
package struct SecuritySchemeDescription: Sendable {
  /// How a request carries the credentials.
  package enum Kind: Hashable, Sendable {
    case bearer
    case basic
    case apiKey(name: String, location: ParameterLocation)
    /// OAuth 2 and OpenID Connect: a bearer token to the request.
    case oauth2
    case other(String)
  }

  package var key: String
  package var kind: Kind
  package var description: String?
  /// How a bearer token is made up, for people.
  package var bearerFormat: String?
  /// Ways to get a token by OAuth 2.
  package var flows: [OAuthFlow] = []
  /// Where OpenID Connect is described by the server.
  package var openIDConnectURL: String?
  /// Where OAuth 2 is described by the server (OpenAPI 3.2, section 4.27).
  package var metadataURL: String?
  package var isDeprecated = false
  /// Extensions as they stand in the document.
  package var extensions: [Member] = []
  package var span: SourceSpan

  package init(key: String, kind: Kind, description: String? = nil, span: SourceSpan) {
    self.key = key
    self.kind = kind
    self.description = description
    self.span = span
  }
}

/// The part of a request that holds a parameter.
package enum ParameterLocation: String, Hashable, Sendable, CaseIterable {
  case path, query, header, cookie
  /// The whole query as one value (OpenAPI 3.2, section 4.12.1).
  case querystring
}
