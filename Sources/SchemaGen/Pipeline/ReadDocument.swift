import Foundation
import SchemaDescription
import SchemaFrontends
import SchemaSource

/// A document and what its format's reader made of it.
struct ReadDocument: Sendable {
  var document: InputDocument
  /// What was read: the document, or its text.
  let file: SourceFile
  /// Nil where nothing could be read.
  let description: APIDescription?
  private let found: Report

  /// Reads a document.
  init(_ document: InputDocument, _ file: SourceFile, library: DocumentStore) {
    self.document = document
    var report = Report()
    let text = Frontends.text(of: file, report: &report)
    self.file = text ?? file
    description = text.flatMap { Frontends.describe($0, library: library, report: &report) }
    found = report
  }

  /// The last component of the document's path.
  var fileName: String { String(document.path.split(separator: "/").last ?? "document") }

  /// What of the document must not be shown.
  var secrets: Secrets { found.secrets }

  /// Whether the document may be a part of another one: nothing could be made of it, or it is taken for a page although
  /// its name is that of a data file.
  var mayBePart: Bool {
    guard description != nil else { return true }
    guard [".yaml", ".yml", ".json"].contains(where: document.path.hasSuffix) else { return false }
    let text = Data(document.bytes.prefix(1 << 16))
    return !["openapi", "swagger"].contains { text.range(of: Data($0.utf8)) != nil }
  }

  /// What reading has to tell. A README beside documents is a warning only; `isAlone` says that no other document
  /// belongs to the API.
  func report(isAlone: Bool) -> Report {
    guard isTolerated(isAlone: isAlone) else { return found }
    // What a site says in prose is no loss.
    return found.mapSeverities { $0 == .error ? document.isProse ? .note : .warning : $0 }
  }

  /// Whether the API lacks what the document says.
  func isLost(isAlone: Bool) -> Bool { description == nil && !isTolerated(isAlone: isAlone) }

  /// Whether the file is no document and need not be one.
  private func isTolerated(isAlone: Bool) -> Bool { description == nil && !isAlone && document.isForReaders }
}
