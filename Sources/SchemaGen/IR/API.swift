import SchemaSource

/// Everything that will be generated for one API; holds no Swift names and no raw schema.
package struct API: Sendable {
  /// What the namespace is named after: the folder or file.
  package var name: String
  package var documentation: String?
  package var servers: [Server] = []
  package var securitySchemes: [SecurityScheme] = []
  package var declarations: [Declaration] = []
  package var operations: [Operation] = []
  /// Documented values, each of which must decode into its type and encode back unchanged.
  package var examples: [Example] = []
  /// What the schemas demand of values; empty unless models are to be checked.
  package var rules: [NamedRule] = []

  package init(name: String) { self.name = name }

  package subscript(_ id: DeclID) -> Declaration {
    get { declarations[id.index] }
    set { declarations[id.index] = newValue }
  }
}

/// A base URL.
package struct Server: Hashable, Sendable {
  /// Without a slash at its end.
  package var url: String
  package var documentation: String?

  package init(url: String, documentation: String? = nil) {
    self.url = url
    self.documentation = documentation
  }
}

/// A way to authenticate that the document names.
package enum SecurityScheme: Hashable, Sendable {
  case bearer
  case basic
  case apiKey(name: String, location: Parameter.Location)
}

/// One method of the client.
package struct Operation: Sendable {
  /// The `operationId`, if the document has one.
  package var id: String?
  package var title: String?
  package var documentation: String?
  package var isDeprecated: Bool = false
  /// Upper case.
  package var method: String
  /// The path template with parameters in braces.
  package var path: String
  package var tags: [String] = []
  package var parameters: [Parameter] = []
  package var body: Body?
  package var responses: [Response] = []
  /// Whether a request carries credentials.
  package var needsAuthorization: Bool = false
  /// A base URL of this operation alone.
  package var server: Server?
  package var span: SourceSpan

  package init(method: String, path: String, span: SourceSpan) {
    self.method = method
    self.path = path
    self.span = span
  }
}

/// A value outside the body.
package struct Parameter: Sendable {
  /// The part of the request that holds it.
  package enum Location: String, Hashable, Sendable { case path, query, header, cookie }

  package var name: String
  package var location: Location
  package var type: TypeRef
  package var presence: Presence
  /// OpenAPI's style: `form`, `simple`, `label`, `matrix`, `spaceDelimited`, `pipeDelimited`, `deepObject`.
  package var style: String
  package var explode: Bool
  package var documentation: String?
  package var span: SourceSpan

  package init(
    name: String,
    location: Location,
    type: TypeRef,
    presence: Presence,
    style: String,
    explode: Bool,
    documentation: String? = nil,
    span: SourceSpan
  ) {
    self.name = name
    self.location = location
    self.type = type
    self.presence = presence
    self.style = style
    self.explode = explode
    self.documentation = documentation
    self.span = span
  }
}

/// What a request carries.
package struct Body: Sendable {
  package var presence: Presence
  package var content: Content
  package var documentation: String?

  package init(presence: Presence, content: Content, documentation: String? = nil) {
    self.presence = presence
    self.content = content
    self.documentation = documentation
  }
}

/// A body in one media type.
package struct Content: Sendable {
  /// How bytes and values correspond.
  package enum Coding: String, Hashable, Sendable {
    case json, multipart, urlEncoded, text, binary
    /// Server-sent events; `type` is the type of one event's data.
    case eventStream
  }

  package var mediaType: String
  package var coding: Coding
  package var type: TypeRef

  package init(mediaType: String, coding: Coding, type: TypeRef) {
    self.mediaType = mediaType
    self.coding = coding
    self.type = type
  }
}

/// What comes back with one status.
package struct Response: Sendable {
  /// Which status codes the response stands for.
  package enum Status: Hashable, Sendable {
    case code(Int)
    case range(Int)
    case `default`

    /// Whether the operation succeeded: 2xx.
    package var isSuccess: Bool {
      switch self {
      case .code(let code): (200..<300).contains(code)
      case .range(let digit): digit == 2
      case .default: false
      }
    }
  }

  package var status: Status
  package var documentation: String?
  /// Empty where the response has no body.
  package var contents: [Content]

  package init(status: Status, documentation: String? = nil, contents: [Content]) {
    self.status = status
    self.documentation = documentation
    self.contents = contents
  }
}

/// A documented value and the type that must carry it.
package struct Example: Sendable {
  package var type: TypeRef
  /// For people: which operation or schema the example belongs to, and its own name.
  package var label: String
  /// The value as JSON text.
  package var json: String
  package var span: SourceSpan

  package init(type: TypeRef, label: String, json: String, span: SourceSpan) {
    self.type = type
    self.label = label
    self.json = json
    self.span = span
  }
}
