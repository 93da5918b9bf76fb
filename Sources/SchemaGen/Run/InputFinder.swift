import Foundation
import SchemaGen
import SchemaSource

/// Finds and reads the documents that the arguments name.
struct InputFinder {
  /// Documents that are larger than this are refused: 512 MiB.
  private static let sizeLimit = 512 << 20

  /// A file and the folder or file that names its API.
  private struct Found {
    var path: String
    var group: InputGroup
  }

  private var found: [Found] = []
  /// Real paths of what was visited, so that links lead neither in circles nor twice to the same document.
  private var visited: Set<String> = []
  private var problems: [String] = []

  /// The documents in the order of their paths; what cannot be read is an error in the report.
  static func documents(in inputs: [String], report: inout Report) -> [InputDocument] {
    var finder = InputFinder()
    for input in inputs { finder.add(argument: input) }
    for problem in finder.problems { report.add(.unreadableFile, problem, at: nil) }
    return finder.read(&report)
  }

  /// Whether an argument is a folder of API folders, and so stands for the whole module: it holds no document itself.
  static func holdsAPIs(_ path: String) -> Bool {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    let entries = names.filter { !$0.hasPrefix(".") && !Configuration.fileNames.contains($0) }
    return !entries.isEmpty && entries.allSatisfy { FileKind(following: "\(path)/\($0)") == .folder }
  }

  /// Adds what one argument names.
  private mutating func add(argument path: String) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      problems.append("`\(path)` does not exist")
      return
    }
    if isFolder.boolValue {
      search(path)
    } else if Configuration.fileNames.contains(path.lastComponent) {
      // `specs/*` names the configuration as well, which is no document.
      return
    } else if visited.insert(realPath(path)).inserted {
      found.append(Found(path: path, group: .file(components(of: path))))
    }
  }

  /// Adds all documents of a folder and of the folders within it.
  private mutating func search(_ folder: String) {
    var pending = [folder]
    while let folder = pending.popLast() {
      guard visited.insert(realPath(folder)).inserted else { continue }
      guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
        problems.append("the folder `\(folder)` cannot be read")
        continue
      }
      var folders: [String] = []
      for name in names.sorted() where !name.hasPrefix(".") && !Configuration.fileNames.contains(name) {
        let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
        switch FileKind(following: path) {
        case .folder: folders.append(path)
        case .file:
          guard visited.insert(realPath(path)).inserted else { continue }
          found.append(Found(path: path, group: .folder(components(of: folder))))
        case .missing: problems.append("`\(path)` is a link to nothing")
        case .other: problems.append("`\(path)` is neither a file nor a folder")
        }
      }
      pending += folders.reversed()
    }
  }

  /// Reads everything that was found, named after its group.
  private func read(_ report: inout Report) -> [InputDocument] {
    let found = found.sorted { $0.path < $1.path }
    var groups: [InputGroup] = []
    for item in found where !groups.contains(item.group) { groups.append(item.group) }
    let names = Dictionary(uniqueKeysWithValues: zip(groups, APINames.names(of: groups)))
    return found.compactMap { item in
      guard let bytes = contents(of: item.path, report: &report) else { return nil }
      return InputDocument(api: names[item.group] ?? "api", path: item.path, bytes: bytes, group: item.group)
    }
  }

  /// The bytes of a file; nil, with an error in the report, where they cannot be had.
  private func contents(of path: String, report: inout Report) -> [UInt8]? {
    guard let stream = fopen(path, "r") else {
      report.add(.unreadableFile, "`\(path)` cannot be read", at: nil)
      return nil
    }
    defer { fclose(stream) }
    // Foundation would read into memory of its own, and everything would be copied from there.
    var information = stat()
    let size = fstat(fileno(stream), &information) == 0 ? Int(information.st_size) : 0
    var bytes: [UInt8] = []
    while bytes.count <= Self.sizeLimit {
      let room = max(1 << 16, size + 1 - bytes.count)
      let part = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        count = fread(buffer.baseAddress, 1, room, stream)
      }
      if bytes.isEmpty { bytes = part } else { bytes += part }
      if part.count < room { break }
    }
    if ferror(stream) != 0 {
      report.add(.unreadableFile, "`\(path)` cannot be read", at: nil)
    } else if bytes.count > Self.sizeLimit {
      report.add(.unreadableFile, "`\(path)` is larger than \(Self.sizeLimit >> 20) MiB", at: nil)
    } else {
      return bytes
    }
    return nil
  }

  /// The path without links.
  private func realPath(_ path: String) -> String { URL(fileURLWithPath: path).resolvingSymlinksInPath().path }

  /// The components of the absolute path.
  private func components(of path: String) -> [String] {
    URL(fileURLWithPath: path).standardizedFileURL.path.split(separator: "/").map(String.init)
  }
}
