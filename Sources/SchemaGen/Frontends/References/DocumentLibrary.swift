import SchemaDocument
import SchemaSource

/// Where a document is.
package enum DocumentLocation: Hashable, Sendable {
  /// A path as the paths of the inputs are spelled: relative to where the tool runs, or absolute.
  case file(String)
  /// An absolute `http` or `https` URI without a fragment.
  case remote(String)
}

/// A JSON or YAML document that references can lead into.
package struct LoadedDocument: Sendable {
  /// The file that holds the document; its path is the document's identity.
  package let file: SourceFile
  /// The document's value.
  package let root: Node
  /// Where the document is.
  package let location: DocumentLocation
  /// What reading it had to tell.
  package let report: Report

  package init(file: SourceFile, root: Node, location: DocumentLocation, report: Report = Report()) {
    self.file = file
    self.root = root
    self.location = location
    self.report = report
  }
}

/// Opens the documents that references name, each once in a run; used by several threads at the same time.
package protocol DocumentLibrary: Sendable {
  /// The document at a place.
  func document(at location: DocumentLocation) -> Result<LoadedDocument, DocumentFailure>

  /// The document among the inputs that calls itself by a URI (`$id`, `$self`), nil where none does.
  func document(identifiedBy uri: String) -> LoadedDocument?

  /// Notes that documents are read as parts of an API's document, and need not be documents by themselves.
  func claim(_ files: Set<FileID>)
}
