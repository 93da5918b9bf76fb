import SchemaGen
import SchemaSource

/// What each run of the tool begins with: the configuration, and the documents that it is for.
package struct Reading {
  package var sources = SourceMap()
  package var report = Report()
  /// The configuration.
  package let found: ConfigurationFinder.Found
  /// The documents; none before they are looked for.
  package private(set) var documents: [InputDocument] = []
  /// The paths on the command line.
  private let inputs: [String]

  /// Reads the configuration that `path` names, or the one beside the inputs.
  package init(_ inputs: [String], configuration path: String?) {
    self.inputs = inputs
    found = ConfigurationFinder.find(path, inputs: inputs, sources: &sources, report: &report)
  }

  /// Looks for the documents that are wanted; false where anything is wrong with the configuration or there are none. With
  /// a wrong configuration everything could come out wrong.
  package mutating func findDocuments(where isWanted: (InputDocument) -> Bool = { _ in true }) -> Bool {
    if report.hasErrors { return false }
    documents = InputFinder.documents(in: inputs, report: &report).filter(isWanted)
    if documents.isEmpty, !report.hasErrors { report.add(.noDocuments, "the inputs hold no document", at: nil) }
    return !documents.isEmpty
  }

  /// What the documents may refer to: files within the inputs' folders, and URLs where that was asked for.
  package func access(allowsRemote: Bool = false, cache folder: String? = nil) -> DocumentAccess {
    let opener = FileOpener(inputs: inputs, documents: documents)
    let fetcher = allowsRemote ? RemoteFetcher(cache: folder) : nil
    return DocumentAccess(file: opener.open, remote: { fetcher?.fetch($0) ?? .failure(.notAllowed) })
  }
}
