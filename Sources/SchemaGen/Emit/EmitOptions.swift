/// Choices that the configuration makes for the emitted text.
package struct EmitOptions: Sendable {
  /// The module that the files are for; its name is the first folder of every path.
  package var module: String
  /// The Swift name of the API's namespace; nil to derive it from the API's name.
  package var namespace: String?
  /// Whether the types stand in the namespace; otherwise it names only files.
  package var hasNamespace = true
  /// Who sees the declarations.
  package var access = AccessLevel.public
  /// Whether documentation comments say what rests on examples or on prose.
  package var documentsConfidence = false
  /// How names are made.
  package var naming = NamingOptions()
  /// Protocols beyond those that generated types have anyway.
  package var conformances: [Conformance] = []
  /// How the declarations are spread over files, unless `shards` says so.
  package var layout = FileLayout.type
  /// How many operations stand in one file at most; nil for no limit.
  package var operationsPerFile: Int?
  /// How the client's methods are put together.
  package var grouping = ClientGrouping.none
  /// How many files the declarations are spread over; nil where `layout` decides.
  package var shards: Int?
  /// Whether emitted tests import the module; false where they are compiled together with it.
  package var testsImportModule = true
  /// The documents that the header of each file names.
  package var sources: [String] = []

  package init(module: String) { self.module = module }

  /// Names of the configuration's types, which no generated type may hide.
  var avoidedNames: Set<String> {
    Set(conformances.compactMap { $0.type.module ?? $0.type.name.split(separator: ".").first.map(String.init) })
  }
}
