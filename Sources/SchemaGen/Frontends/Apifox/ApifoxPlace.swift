import SchemaSource

/// Where an endpoint of a project is.
struct ApifoxPlace {
  /// The path, with the server and the query where the project has a whole URL.
  var url: EndpointURL
  /// The variable that stands for the server; nil where there is none.
  var variable: String?
  /// Where the project says so.
  var span: SourceSpan
}
