import SchemaDescription
import SchemaDocument
import SchemaSource

/// The forms in which API documents are found; recognised by content, never by name.
package enum DocumentFormat: String, Sendable, CaseIterable {
  case openAPI = "OpenAPI"
  case apifoxMarkdown = "Apifox endpoint as Markdown with raw JSON"
  case sharePage = "share page as text"
  case modelTable = "data-model tables"
}
