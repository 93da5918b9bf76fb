/// A base URL.
package struct Server: Hashable, Sendable {
  /// A part of the URL that is chosen (OpenAPI 3.1, section 4.8.6).
  package struct Variable: Hashable, Sendable {
    package var name: String
    package var standard: String
    /// The allowed values; empty where any value is allowed.
    package var values: [String]
    package var documentation: String?

    package init(name: String, standard: String, values: [String] = [], documentation: String? = nil) {
      self.name = name
      self.standard = standard
      self.values = values
      self.documentation = documentation
    }
  }

  /// Without a slash at its end; what is chosen has its usual value.
  package var url: String
  /// What the document calls the server (OpenAPI 3.2, section 4.5).
  package var name: String?
  package var documentation: String?
  /// The URL with the variables' names in braces; nil where it has none.
  package var template: String?
  package var variables: [Variable] = []

  package init(url: String, name: String? = nil, documentation: String? = nil) {
    self.url = url
    self.name = name
    self.documentation = documentation
  }
}
