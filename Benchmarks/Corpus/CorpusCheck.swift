import Foundation
import SchemaGenTools

/// Takes real documents through everything that is promised of them: they generate, what is generated compiles without
/// a warning, and every documented value goes there and back. Prints a table; ends with 1 where a promise is not kept.
///
/// `schemagen-corpus [--keep DIR] [--no-compile] PRODUCTS PATH…`: the folder of the package's debug build, then
/// documents or folders of documents.
@main
enum CorpusCheck {
  static func main() throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    var kept: String?
    if let index = arguments.firstIndex(of: "--keep"), index + 1 < arguments.count {
      kept = arguments[index + 1]
      arguments.removeSubrange(index...index + 1)
    }
    let compiles = !arguments.contains("--no-compile")
    arguments.removeAll { $0 == "--no-compile" }
    guard arguments.count >= 2 else {
      print("usage: schemagen-corpus [--keep DIR] [--no-compile] PRODUCTS PATH…")
      exit(2)
    }
    let folder = kept ?? "\(NSTemporaryDirectory())/schemagen-corpus-\(ProcessInfo.processInfo.processIdentifier)"
    let tool = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
      .appending(path: "schemagen").path
    let documents =
      arguments.dropFirst().flatMap(CorpusDocuments.at).map { [$0] }
      + arguments.dropFirst().flatMap(twins(in:))
    if documents.isEmpty {
      print("no documents in \(arguments.dropFirst().joined(separator: ", "))")
      exit(arguments.dropFirst().contains { FileManager.default.fileExists(atPath: $0) } ? 1 : 0)
    }
    print(CorpusRow.head)
    var remarks = ""
    var passes = true
    for (index, group) in documents.enumerated() {
      let check = DocumentCheck(
        document: group[0],
        others: Array(group.dropFirst()),
        tool: tool,
        compiler: compiles ? Compiler(products: URL(filePath: arguments[0]).standardizedFileURL.path) : nil,
        folder: "\(folder)/\(index)"
      )
      let row = try check.run()
      print(row.text)
      fflush(nil)
      if !row.remarks.isEmpty { remarks += "\n\(row.name)\n\(row.remarks)" }
      passes = passes && row.passes
      if kept == nil { try? FileManager.default.removeItem(atPath: "\(folder)/\(index)") }
    }
    if kept == nil { try? FileManager.default.removeItem(atPath: folder) }
    print(remarks)
    exit(passes ? 0 : 1)
  }

  /// The documents of a folder that are one API in several forms, by the names up to the first dot: they are merged.
  private static func twins(in path: String) -> [[String]] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else { return [] }
    let groups = Dictionary(grouping: CorpusDocuments.at(path)) { document in
      let url = URL(filePath: document)
      return url.deletingLastPathComponent().appending(path: url.lastPathComponent.prefix { $0 != "." }).path
    }
    return groups.values.filter { $0.count > 1 }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }
}
