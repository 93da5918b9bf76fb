import Foundation
import SchemaGen
import SchemaSource

/// Finds and reads the configuration.
package struct ConfigurationFinder {
  /// What was found.
  package struct Found {
    package var configuration = Configuration()
    /// The folder to which the paths of the configuration are relative.
    var folder = "."
  }

  /// The configuration that `path` names, or the one beside the inputs; without either the built-in one.
  static func find(
    _ path: String?,
    inputs: [String],
    sources: inout SourceMap,
    report: inout Report
  ) -> Found {
    guard let path = path ?? beside(inputs, report: &report) else { return Found() }
    guard let data = FileManager.default.contents(atPath: path) else {
      report.add(.unreadableFile, "the configuration `\(path)` cannot be read", at: nil)
      return Found()
    }
    let file = sources.add(path: path, bytes: [UInt8](data))
    let folder = path.folderPath
    var found = Found(
      configuration: Configuration(reading: file, report: &report),
      folder: folder.isEmpty ? "." : folder
    )
    let home = URL(fileURLWithPath: found.folder).standardizedFileURL.path
    found.configuration.coversInputs = inputs.contains { URL(fileURLWithPath: $0).standardizedFileURL.path == home }
    return found
  }

  /// The configuration within the inputs' folders or beside the inputs; two different ones are an error.
  private static func beside(_ inputs: [String], report: inout Report) -> String? {
    var candidates: [String] = []
    for input in inputs {
      let parent = URL(fileURLWithPath: input).standardizedFileURL.deletingLastPathComponent().path
      let shown = input.folderPath
      var folders = [(shown.isEmpty ? (parent == currentFolder ? "" : parent) : shown)]
      if FileKind(following: input) == .folder { folders.insert(input, at: 0) }
      let paths = folders.flatMap { folder in
        Configuration.fileNames.map { folder.isEmpty || folder.hasSuffix("/") ? folder + $0 : "\(folder)/\($0)" }
      }
      if let path = paths.first(where: { FileKind(following: $0) == .file }) { candidates.append(path) }
    }
    let distinct = Dictionary(grouping: candidates) { URL(fileURLWithPath: $0).standardizedFileURL.path }
    if distinct.count > 1 {
      let names = candidates.sorted().map { "`\($0)`" }.joined(separator: ", ")
      report.add(
        .invalidConfiguration,
        "the inputs have several configurations, choose with --config: \(names)",
        at: nil
      )
      return nil
    }
    return candidates.first
  }

  /// The folder in which the tool was started.
  private static var currentFolder: String { URL(fileURLWithPath: ".").standardizedFileURL.path }
}
