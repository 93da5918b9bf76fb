import SchemaEmit
import SchemaSource

/// What a run makes of the documents; nothing of it is on disk yet.
package struct GenerationResult: Sendable {
  /// The module that the files are for: the first folder of every path; tests are in `<module>Tests`.
  package var module: String
  /// The generated module's files, below the output folder.
  package var files: [OutputFile] = []
  /// The generated tests, below the tests' folder.
  package var tests: [OutputFile] = []
  /// The tables of the clients' calls, below a folder of their own.
  package var callTables: [OutputFile] = []
  /// The calls of each API's client, in the order of the APIs.
  package var calls: [(api: String, calls: [EmittedCall])] = []
  /// Everything that there is to tell, in the order of the documents.
  package var report = Report()
  /// The documents and the configuration, for showing diagnostics.
  package var sources = SourceMap()
  /// The IR of each API as text, in the order of the APIs.
  package var dumps: [(api: String, text: String)] = []
  /// The documented values and the types that carry them, in the order of the APIs.
  package var examples: [EmittedExample] = []
  /// What the operations of each API are called, in the order of the APIs.
  package var names: [(api: String, names: [EmittedName])] = []
  /// Output that must stay as it is, because a document that it is made of could not be read.
  package var kept: [KeptOutput] = []
  /// Where the output of the run's APIs lies, whatever is in it.
  package var owned: [KeptOutput] = []
  /// Whether the files hold all APIs together, and not each one of them.
  package var isSharded = false
  /// How many APIs the documents describe.
  package var apiCount = 0

  package init(module: String) { self.module = module }
}

/// A part of the output: what one API became, today or earlier.
package enum KeptOutput: Hashable, Sendable {
  /// All files below a folder, for example `GeneratedModels/Relay`.
  case folder(String)
  /// One file.
  case file(String)

  /// Whether a file of the output is meant.
  package func covers(_ path: String) -> Bool {
    switch self {
    case .folder(let folder): path.hasPrefix(folder + "/")
    case .file(let file): path == file
    }
  }
}
