import SchemaSource

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
