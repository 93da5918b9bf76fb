import Foundation
import SchemaDescription
import SchemaSource
import Testing

@testable import SchemaFrontends

/// The documents that tests read.
enum Documents {
  /// The root of the package.
  private static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The folder of the corpus, which is absent in a fresh clone.
  private static let corpus: URL =
    ProcessInfo.processInfo.environment["SCHEMAGEN_CORPUS"].map { URL(filePath: $0) }
    ?? package.appending(path: "../shared/corpus").standardizedFileURL

  /// The only document in a folder of `specs`.
  static func spec(_ folder: String) throws -> SourceFile {
    let url = package.appending(path: "specs").appending(path: folder)
    let files = try FileManager.default.contentsOfDirectory(at: url, includingPropertiesForKeys: nil)
      .filter { !$0.lastPathComponent.hasPrefix(".") }
    return source([UInt8](try Data(contentsOf: files[0])))
  }

  /// A document of the corpus; nil, with a line on the console, where it is absent.
  static func corpus(_ path: String) -> SourceFile? {
    guard let data = try? Data(contentsOf: corpus.appending(path: path)) else {
      print("skipped: the corpus has no \(path); set SCHEMAGEN_CORPUS to its folder")
      return nil
    }
    return source([UInt8](data))
  }

  /// A document made of bytes.
  static func source(_ bytes: [UInt8]) -> SourceFile { SourceFile(id: FileID(0), path: "document", bytes: bytes) }

  /// What a document says, and what was reported, but for what it lacks: most are parts of documents.
  static func describe(_ file: SourceFile) -> (description: APIDescription?, report: Report) {
    var report = Report()
    let description = Frontends.describe(file, report: &report)
    var told = Report()
    for diagnostic in report.diagnostics where diagnostic.id != .missingMember { told.add(diagnostic) }
    return (description, told)
  }

  /// What a page says, read through its text as the pipeline does, and that text.
  static func page(_ text: String) throws -> (api: APIDescription, report: Report, text: SourceFile) {
    var report = Report()
    let file = try #require(Frontends.text(of: source([UInt8](text.utf8)), report: &report))
    let api = try #require(Frontends.describe(file, report: &report))
    return (api, report, file)
  }

  /// What a text says, as lines for comparison.
  static func text(_ text: String) -> String {
    describe(source([UInt8](text.utf8))).description.map { DescriptionText.text($0) } ?? "nothing"
  }
}
