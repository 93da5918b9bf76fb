/// Choices that the configuration makes for the emitted text.
package struct EmitOptions: Sendable {
  /// The module that the files are for; its name is the first folder of every path.
  package var module: String
  /// The Swift name of the API's namespace; nil to derive it from the API's name.
  package var namespace: String?
  /// How many files the declarations are spread over; nil for one file a top-level declaration.
  package var shards: Int?
  /// Whether emitted tests import the module; false where they are compiled together with it.
  package var testsImportModule = true
  /// The documents that the header of each file names.
  package var sources: [String] = []

  package init(module: String) { self.module = module }
}
