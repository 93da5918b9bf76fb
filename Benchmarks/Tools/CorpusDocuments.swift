import Foundation

/// The documents that a check of real documents is told to look at.
package enum CorpusDocuments {
  /// The documents at a path: a file itself, or those of a folder that are pages or OpenAPI documents by themselves.
  package static func at(_ path: String) -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return [] }
    guard isFolder.boolValue else { return [path] }
    let names = ((try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []).sorted()
    return names.filter { name in
      if [".md", ".txt", ".html"].contains(where: name.hasSuffix) { return true }
      return [".json", ".yaml", ".yml"].contains(where: name.hasSuffix) && isWhole("\(path)/\(name)")
    }.map { "\(path)/\($0)" }
  }

  /// Whether a file says in its first kilobytes that it is an OpenAPI document or a project of Apifox's.
  private static func isWhole(_ path: String) -> Bool {
    guard let handle = FileHandle(forReadingAtPath: path), let data = try? handle.read(upToCount: 4096) else {
      return false
    }
    let text = String(decoding: data, as: UTF8.self)
    return ["openapi:", "\"openapi\"", "swagger:", "\"swagger\"", "\"apifoxProject\"", "\"apidogProject\""]
      .contains(where: text.contains)
  }
}
