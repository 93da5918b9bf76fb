import SchemaSource

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
  /// Which credentials a request carries, the alternatives in order; nil for the API's usual ones, empty for all that the
  /// client has.
  package var security: [CredentialSet]?
  /// How a request asks for a stream; nil where it cannot.
  package var streaming: StreamRequest?
  /// What a success may be as well, in media types that a plain call does not ask for: at most one text, and bytes.
  package var alternatives: [Content] = []
  /// How the next page of a list is asked for; nil where there are no pages.
  package var pagination: Pagination?
  /// A base URL of this operation alone.
  package var server: Server?
  package var span: SourceSpan

  package init(method: String, path: String, span: SourceSpan) {
    self.method = method
    self.path = path
    self.span = span
  }
}
