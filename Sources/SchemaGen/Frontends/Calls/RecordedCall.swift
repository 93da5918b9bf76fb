import SchemaDescription
import SchemaSource

/// A request as a person or a program has kept it, with what came back.
struct RecordedCall: Sendable {
  /// What came back.
  struct Response: Sendable {
    var status: ResponseStatus
    var description: String?
    var headers: [CallField] = []
    /// Nil where nothing came, or nothing of it was kept.
    var body: CallBody?
    var span: SourceSpan
  }

  var title: String?
  var description: String?
  /// See `OperationDescription.stableKey`.
  var stableKey: String?
  var folders: [String] = []
  var tags: [String] = []
  /// Upper case.
  var method: String
  /// The base URL, without a slash at its end; nil where the call does not tell.
  var server: String?
  /// The path, beginning with a slash; names in braces are parameters.
  var path: String
  /// What is known of the path's parameters.
  var pathFields: [CallField] = []
  var query: [CallField] = []
  /// Headers that are parameters.
  var headers: [CallField] = []
  /// Cookies that are parameters.
  var cookies: [CallField] = []
  var body: CallBody?
  var responses: [Response] = []
  /// How the call authenticates; nil where what the document says of all calls applies.
  var schemes: [SecuritySchemeDescription]? = nil
  var span: SourceSpan

  init(method: String, path: String, span: SourceSpan) {
    self.method = method
    self.path = path
    self.span = span
  }
}
