import Foundation
import SchemaDocument
import SchemaFrontends
import SchemaIR
import SchemaLower
import SchemaSource
import Testing

/// Nothing that a document declares is lost in silence: the IR carries it, or a diagnostic at its place says that it
/// does not.
@Suite struct CoverageTests {
  /// The documents: those of the project, of the golden cases, and of the corpus where there is one.
  static func documents() throws -> [URL] {
    var package = URL(filePath: #filePath)
    for _ in 0..<4 { package.deleteLastPathComponent() }
    let named = ProcessInfo.processInfo.environment["SCHEMAGEN_CORPUS"].map { URL(filePath: $0) }
    let corpus = named ?? package.appending(path: "../shared/corpus").standardizedFileURL
    if !FileManager.default.fileExists(atPath: corpus.path) {
      print("skipped: there is no corpus; set SCHEMAGEN_CORPUS to its folder")
    }
    let folders = ["specs", "Tests/Goldens/Cases"].map { package.appending(path: $0) }
    var files: [URL] = []
    for folder in folders + [corpus.appending(path: "openapi"), corpus.appending(path: "apifox")] {
      let names = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
      while let url = names?.nextObject() as? URL {
        if ["json", "yaml", "yml"].contains(url.pathExtension) { files.append(url) }
      }
    }
    return files.sorted { $0.path < $1.path }
  }

  @Test(arguments: try documents())
  func `nothing is lost in silence`(document: URL) throws {
    let file = SourceFile(
      id: FileID(0),
      path: document.lastPathComponent,
      bytes: [UInt8](try Data(contentsOf: document))
    )
    var ignored = Report()
    guard let root = Frontends.value(of: file, report: &ignored), Frontends.isWhole(root) else { return }
    var report = Report()
    guard let description = Frontends.describe(file, report: &report) else {
      #expect(report.hasErrors)
      return
    }
    let api = Lowering.lower([description], name: "api", report: &report)
    let carried = CarriedItems(api, report)
    var counts: [DeclaredItems.Kind: (declared: Int, carried: Int)] = [:]
    var lost: [DeclaredItems.Item] = []
    for item in DeclaredItems(root).items {
      counts[item.kind, default: (0, 0)].declared += 1
      if carried.carries(item) {
        counts[item.kind, default: (0, 0)].carried += 1
      } else if !carried.tells(of: item) {
        lost.append(item)
      }
    }
    let row = DeclaredItems.Kind.allCases.compactMap { kind in
      counts[kind].map { "\(kind.rawValue) \($0.carried)/\($0.declared)" }
    }
    print("\(document.lastPathComponent): \(row.joined(separator: ", ")); lost in silence: \(lost.count)")
    for item in lost.prefix(12) {
      let place = file.location(of: item.keySpan.start)
      Issue.record(
        "\(document.lastPathComponent):\(place.line):\(place.column): the \(item.kind.rawValue) '\(item.name)' is lost in silence"
      )
    }
  }
}
