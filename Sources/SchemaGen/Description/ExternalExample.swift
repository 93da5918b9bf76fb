import SchemaSource

/// An example that stands in a document of its own (OpenAPI 3.1, section 4.8.19).
package struct ExternalExample: Sendable {
  package var name: String
  /// Where the example is.
  package var url: String
  package var summary: String?
  package var description: String?
  package var span: SourceSpan

  package init(name: String, url: String, span: SourceSpan) {
    self.name = name
    self.url = url
    self.span = span
  }
}
