import SchemaDocument
import SchemaSource

/// What the documents of one folder say of an API: the common form of every input format.
package struct APIDescription: Sendable {
  package var title: String?
  package var description: String?
  package var version: String?
  package var servers: [ServerDescription] = []
  package var securitySchemes: [SecuritySchemeDescription] = []
  /// Keys of the schemes that operations need unless they say otherwise.
  package var security: [String] = []
  package var operations: [OperationDescription] = []
  /// Named schemas in the order in which they are documented.
  package var schemas: [NamedSchema] = []

  package init() {}
}

/// A schema that references can name.
package struct NamedSchema: Sendable {
  package var key: SchemaKey
  /// The name for people, for example `ChatRequest`; nil for a target in the middle of a document.
  package var name: String?
  package var schema: RawSchema

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
  package var span: SourceSpan

  package init(url: String, description: String? = nil, span: SourceSpan) {
    self.url = url
    self.description = description
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
