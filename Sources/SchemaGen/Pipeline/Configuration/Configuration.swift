import SchemaSource

/// What `schemagen.yaml` says.
package struct Configuration: Sendable {
  /// The module that the output is for; nil for the default.
  package var module: String?
  /// A folder of templates that replace built-in ones; relative to the configuration's folder.
  package var templates: String?
  /// How many files the output of all APIs together is spread over; nil where the APIs' layouts decide.
  package var shards: Int?
  /// What holds for every API that says nothing else.
  package var settings = Settings()
  /// What holds for single APIs, by the names of their folders.
  package var apis: [String: Settings] = [:]
  /// Whether the inputs hold everything that the configuration speaks of, so that an API that is not among them is
  /// worth a warning.
  package var coversInputs = false

  package init() {}

  /// What holds for an API.
  package func settings(of api: String) -> Settings { apis[api] ?? settings }

  /// The module that the output is for where nobody names one.
  package static let defaultModule = "GeneratedModels"

  /// Names under which the configuration is looked for beside the inputs.
  package static let fileNames = ["schemagen.yaml", "schemagen.yml"]

  /// More files than anyone needs.
  package static let shardLimit = 1000
}
