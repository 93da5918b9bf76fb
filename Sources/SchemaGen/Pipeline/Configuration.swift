import SchemaLower
import SchemaSource

/// What `schemagen.yaml` says.
package struct Configuration: Sendable {
  /// What the configuration says of one API.
  package struct APISettings: Sendable {
    /// The Swift name of the API's namespace; nil to derive it from the API's name.
    package var namespace: String?
    /// A base URL that replaces the documented ones; without a slash at its end.
    package var server: String?
    /// Where the API is named in the configuration.
    package var span: SourceSpan?

    package init(namespace: String? = nil, server: String? = nil, span: SourceSpan? = nil) {
      self.namespace = namespace
      self.server = server
      self.span = span
    }
  }

  /// The module that the output is for; nil for the default.
  package var module: String?
  /// A folder of templates that replace built-in ones; relative to the configuration's folder.
  package var templates: String?
  /// Whether values that a description lists in prose are read.
  package var readsProse = true
  /// Whether models can be checked against what their schemas demand beyond types.
  package var validation = ValidationPolicy.off
  /// Settings by the name of the API's folder.
  package var apis: [String: APISettings] = [:]
  /// Whether the inputs hold everything that the configuration speaks of, so that an API that is not among them is
  /// worth a warning.
  package var coversInputs = false

  package init() {}

  /// The module that the output is for where nobody names one.
  package static let defaultModule = "GeneratedModels"

  /// Names under which the configuration is looked for beside the inputs.
  package static let fileNames = ["schemagen.yaml", "schemagen.yml"]
}
