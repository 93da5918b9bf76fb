import Foundation
import SchemaGen
import SchemaSource
import Testing

/// The documents of one API, and the name under which exceptions list them.
struct RoundTripInput: CustomTestStringConvertible, Sendable {
  let name: String
  /// The files, each with its path within the API's folder.
  let files: [(path: String, url: URL)]
  /// The configuration beside them.
  let configuration: URL?

  var testDescription: String { name }

  /// How many bytes the files have.
  var size: Int {
    files.reduce(0) { $0 + ((try? $1.url.resourceValues(forKeys: [.fileSizeKey]).fileSize) ?? 0) }
  }

  private static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The folder of the corpus, which is absent in a fresh clone.
  private static let corpus: URL =
    ProcessInfo.processInfo.environment["SCHEMAGEN_CORPUS"].map { URL(filePath: $0) }
    ?? package.appending(path: "../shared/corpus").standardizedFileURL

  /// The documents of the package and of the corpus, each an API, and those of the golden cases.
  static let all: [RoundTripInput] = documents + goldens

  /// Every document of the package and of the corpus as an API by itself.
  static let documents: [RoundTripInput] =
    files(in: package.appending(path: "specs"), prefix: "specs")
    + ["openapi", "apifox", "share-text"].flatMap { files(in: corpus.appending(path: $0), prefix: $0) }

  /// What goes into each golden case.
  static let goldens: [RoundTripInput] = {
    let cases = package.appending(path: "Tests/Goldens/Cases")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: cases.path(percentEncoded: false))) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted().map { name in
      let folder = cases.appending(path: name)
      let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path(percentEncoded: false))) ?? []
      let inputs = paths.sorted().filter { $0.hasPrefix("input") && !isFolder(folder.appending(path: $0)) }
      let configuration = paths.contains("schemagen.yaml") ? folder.appending(path: "schemagen.yaml") : nil
      return RoundTripInput(
        name: "goldens/\(name)",
        files: inputs.map { ($0, folder.appending(path: $0)) },
        configuration: configuration
      )
    }
  }()

  /// The documents in a folder and in those within it.
  private static func files(in folder: URL, prefix: String) -> [RoundTripInput] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)) else {
      print("skipped: there is no \(prefix) beside the package; set SCHEMAGEN_CORPUS to the corpus' folder")
      return []
    }
    return names.sorted().flatMap { name -> [RoundTripInput] in
      let url = folder.appending(path: name)
      if isFolder(url) { return files(in: url, prefix: "\(prefix)/\(name)") }
      if name.hasPrefix("schemagen.") { return [] }
      return [RoundTripInput(name: "\(prefix)/\(name)", files: [(name, url)], configuration: nil)]
    }
  }

  /// Whether a path leads to a folder.
  private static func isFolder(_ url: URL) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: url.path(percentEncoded: false), isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// What the tool makes of the files, all of them documents of one API.
  func documents() throws -> [InputDocument] {
    try files.map { InputDocument(api: "api", path: $0.path, bytes: [UInt8](try Data(contentsOf: $0.url))) }
  }

  /// The configuration of the case.
  func settings() throws -> Configuration {
    guard let configuration else { return Configuration() }
    var text = String(decoding: try Data(contentsOf: configuration), as: UTF8.self)
    // Settings of the API alone stand under the case's name.
    text = text.replacing("\n  \(name.split(separator: "/").last ?? ""):\n", with: "\n  api:\n")
    var report = Report()
    var sources = SourceMap()
    let file = sources.add(path: "schemagen.yaml", bytes: [UInt8](text.utf8))
    return Configuration(reading: file, report: &report)
  }
}
