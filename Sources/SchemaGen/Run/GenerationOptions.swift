/// What one run that generates is asked for.
package struct GenerationOptions {
  /// The paths of documents, or of folders that are searched for documents.
  package var inputs: [String]
  /// The folder in which the module's folder is written; nil where nothing is.
  package var output: String?
  /// The path of the configuration; nil for the one beside the inputs.
  package var configuration: String?
  /// The module that the output is for; nil for the configuration's.
  package var module: String?
  /// A folder of templates that replace built-in ones.
  package var templates: String?
  /// The folder for tests of every documented example; nil for none.
  package var tests: String?
  /// The folder for tables of all calls of each client; nil for none.
  package var calls: String?
  /// Whether nothing is written and what is stale is shown.
  package var isCheck = false
  /// Whether nothing is written and the IR is shown.
  package var dumpsIR = false
  /// Whether nothing is written and the documented examples are shown.
  package var dumpsExamples = false
  /// How diagnostics are shown.
  package var diagnostics = DiagnosticForm.text
  /// Whether warnings are errors.
  package var isStrict = false
  /// How many files are written; nil for as many as the documents ask for.
  package var shards: Int?
  /// Whether what references name on the network is fetched.
  package var allowsRemote = false
  /// The folder that keeps what was fetched; nil for the user's.
  package var cacheFolder: String?
  /// Whether notes are shown.
  package var isVerbose = false
  /// Whether neither progress nor the summary is shown.
  package var isQuiet = false

  package init(inputs: [String]) { self.inputs = inputs }
}
