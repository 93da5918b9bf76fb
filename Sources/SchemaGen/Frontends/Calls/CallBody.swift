import SchemaDescription
import SchemaSource

/// A body as it was sent.
struct CallBody: Sendable {
  /// Lower case, without parameters.
  var mediaType: String
  /// What the body shows, in media types that have values.
  var examples: [RawExample] = []
  /// What the body's placeholders say of its type.
  var schema: RawSchema?
  /// The fields of a form; nil where the body is none.
  var fields: [CallField]?
  var span: SourceSpan

  init(_ mediaType: String, at span: SourceSpan) {
    self.mediaType = mediaType
    self.span = span
  }
}
