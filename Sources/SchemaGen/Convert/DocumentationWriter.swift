import SchemaDescription
import SchemaDocument
import SchemaSource

/// Writes where more is written (OpenAPI 3.1, section 4.8.11).
enum DocumentationWriter {
  /// The object as it stands in the document; nil, with a diagnostic, where it lacks the URL that it must have.
  static func node(_ node: Node?, report: inout Report) -> Node? {
    guard let node else { return nil }
    guard node["url"]?.string != nil else {
      report.add(.unexpectedValue, "'externalDocs' must have a 'url'; it is left out", at: node.span)
      return nil
    }
    return node
  }
}
