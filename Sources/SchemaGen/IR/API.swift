import SchemaSource

/// Everything that will be generated for one API; holds no Swift names and no raw schema.
package struct API: Sendable {
  /// What the namespace is named after: the folder or file.
  package var name: String
  package var documentation: String?
  package var servers: [Server] = []
  /// What is said of the tags of operations, in the document's order.
  package var tags: [Tag] = []
  package var securitySchemes: [SecurityScheme] = []
  package var declarations: [Declaration] = []
  /// What documents describe apart and one declaration stands for, since its shape and its name are the same.
  package var shared: [Declaration] = []
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

/// A group of operations of which the document says something.
package struct Tag: Hashable, Sendable {
  package var name: String
  package var documentation: String
  /// Where the document describes the tag.
  package var span: SourceSpan

  package init(name: String, documentation: String, span: SourceSpan) {
    self.name = name
    self.documentation = documentation
    self.span = span
  }
}

/// A way to authenticate that the document names.
package enum SecurityScheme: Hashable, Sendable {
  case bearer
  case basic
  case apiKey(name: String, location: Parameter.Location)
}

/// One method of the client, or a request that the server sends.
package struct Operation: Sendable {
  /// Who sends the request.
  package enum Kind: Hashable, Sendable {
    /// The client.
    case call
    /// The server, of its own accord; the path is the webhook's name.
    case webhook(name: String)
    /// The server, to a place that the request of an operation names; the path is the expression that finds it.
    case callback(name: String, of: String)
  }

  package var kind = Kind.call
  /// What names the operation in the tool that the document comes from, whatever its title: `apifox:1234`.
  package var stableKey: String?
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
  /// The structure of the documented headers, whose keys are the headers' names; nil where there are none.
  package var headers: TypeRef?
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
  /// Where the same value is documented for the same place again.
  package var repeats: [SourceSpan] = []

  package init(type: TypeRef, label: String, json: String, span: SourceSpan) {
    self.type = type
    self.label = label
    self.json = json
    self.span = span
  }
}
