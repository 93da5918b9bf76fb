import SchemaDocument
import SchemaSource

/// What can be done next with the values of a response (OpenAPI 3.1, section 4.8.20).
package struct LinkDescription: Sendable {
  /// How the document names the operation that is done next.
  package enum Target: Hashable, Sendable {
    case id(String)
    /// A reference to an operation.
    case reference(String)
  }

  package var name: String
  package var target: Target
  package var description: String?
  /// Expressions or values of the operation's parameters, and its `requestBody`, `server` and extensions, as they stand in
  /// the document.
  package var members: [Member] = []
  package var span: SourceSpan

  package init(name: String, target: Target, span: SourceSpan) {
    self.name = name
    self.target = target
    self.span = span
  }
}
