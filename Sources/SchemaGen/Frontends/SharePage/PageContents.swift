import SchemaDescription
import SchemaDocument
import SchemaSource

/// What the sections of a share page hold, before it is put together to an operation.
struct PageContents {
  /// A JSON value or a text that the page shows as an example.
  struct Example {
    var name: String?
    var node: Node
    var isTruncated = false
  }

  /// A list of fields with the examples beside it.
  struct Section {
    var span: SourceSpan
    var mediaType: String?
    /// The type of the whole where the page gives it.
    var root: FieldType?
    var fields: [FlatField] = []
    /// The fields where a table lists them.
    var rows: [FieldRow] = []
    var examples: [Example] = []
    var prose: [PageLine] = []
  }

  /// A response.
  struct Response {
    var status: ResponseStatus
    var name: String?
    var section: Section
    /// The events that come instead where they are asked for, beside the section's one body.
    var stream: Section?
  }

  /// The lines between the head and the first section.
  var prose: [PageLine] = []
  var parameters: [(location: ParameterLocation, field: FlatField)] = []
  /// The request body in each media type that the page documents.
  var bodies: [Section] = []
  var isBodyRequired: Bool?
  var curls: [CurlCommand] = []
  /// JSON values among the code samples of the request.
  var requestSamples: [Example] = []
  var responses: [Response] = []
  /// Examples of a response whose status the page does not say beside them.
  var responseSamples: [Example] = []
  /// A base URL that a line of the page names, and its place.
  var baseURL: (url: String, span: SourceSpan)?
  /// Where the page shows a bearer token.
  var bearer: SourceSpan?
}
