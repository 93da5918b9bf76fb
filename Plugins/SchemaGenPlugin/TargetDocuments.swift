import Foundation
import PackagePlugin

/// The documents of one target.
struct TargetDocuments {
  /// Bytes of documents for each file of output: so much is compiled as one piece.
  private static let bytesPerShard = 64 << 10

  /// More files than this make a build no faster.
  private static let shardLimit = 32

  /// Names of the configuration; it may stand among the documents or beside their folder.
  private static let configurationNames = ["schemagen.yaml", "schemagen.yml"]

  /// The folder that holds the documents.
  private let folder: URL
  /// Everything that the output is made of: documents and configuration.
  private var inputs: [URL] = []
  private var configuration: URL?
  /// The size of all documents, in bytes.
  private var size = 0

  /// Looks for a folder `specs` or `Specs`; nil where a target has none, or an empty one.
  init?(in target: URL) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: target.path).sorted()
    guard let name = names.first(where: { $0 == "specs" || $0 == "Specs" }) else { return nil }
    folder = target.appendingPathComponent(name, isDirectory: true)
    for places in [folder, target] {
      for name in Self.configurationNames where configuration == nil {
        let file = places.appendingPathComponent(name)
        if FileManager.default.fileExists(atPath: file.path) { configuration = file }
      }
    }
    collect()
    if inputs.isEmpty { return nil }
    if let configuration { inputs.append(configuration) }
  }

  /// Finds the documents as the tool does: every file that is neither hidden nor a configuration. References lead to no
  /// file outside of the folder; within it they may lead to data in hidden files as well.
  private mutating func collect() {
    let keys: Set<URLResourceKey> = [.isRegularFileKey, .fileSizeKey]
    let files = FileManager.default.enumerator(
      at: folder,
      includingPropertiesForKeys: Array(keys),
      options: []
    )
    while let found = files?.nextObject() as? URL {
      let file = found.resolvingSymlinksInPath()
      guard let values = try? file.resourceValues(forKeys: keys), values.isRegularFile == true,
        !Self.configurationNames.contains(found.lastPathComponent), Self.isVisible(found, in: folder)
      else { continue }
      inputs.append(file)
      size += values.fileSize ?? 0
    }
    inputs.sort { $0.path < $1.path }
  }

  /// Whether a file below a folder is neither hidden nor in a hidden folder, or holds data.
  private static func isVisible(_ file: URL, in folder: URL) -> Bool {
    let names = file.pathComponents.dropFirst(folder.pathComponents.count)
    return !names.contains { $0.hasPrefix(".") } || ["json", "yaml", "yml", "md"].contains(file.pathExtension)
  }

  /// How many files the output is spread over. A build must know its outputs before a document is read, so the number
  /// comes from the documents' size.
  private var shards: Int { min(max(1, (size + Self.bytesPerShard - 1) / Self.bytesPerShard), Self.shardLimit) }

  /// The command that generates the sources; it runs again when a document or the configuration changes.
  func command(tool: URL, module: String, workFolder: URL) -> Command {
    let output = workFolder.appendingPathComponent("Generated", isDirectory: true)
    var arguments = [folder.path, output.path, module, String(shards)]
    if let configuration { arguments.append(configuration.path) }
    let outputs = (0..<shards).map { index in
      let number = (index < 10 ? "0" : "") + String(index)
      return output.appendingPathComponent(module).appendingPathComponent("\(module)_\(number).swift")
    }
    return .buildCommand(
      displayName: "Generating \(module) from \(folder.lastPathComponent)",
      executable: tool,
      arguments: arguments,
      inputFiles: inputs,
      outputFiles: outputs
    )
  }
}
