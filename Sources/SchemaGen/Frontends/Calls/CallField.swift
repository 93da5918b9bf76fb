import SchemaSource

/// A value with a name, as text: of a path, a query, a header or a form.
struct CallField: Sendable {
  var name: String
  /// The text; empty where none is given.
  var value: String
  /// Whether the value is a file.
  var isFile = false
  /// The media type of a form's part, nil where it is not stated.
  var mediaType: String?
  /// Whether the document says that the value must be there.
  var isRequired = false
  /// Whether the call names the value without sending it.
  var isLeftOut = false
  var description: String?
  /// Whether the value is a secret, or may be one: it shows nobody anything.
  var isSecret = false
  var span: SourceSpan

  init(_ name: String, _ value: String, at span: SourceSpan) {
    self.name = name
    self.value = value
    self.span = span
  }
}
