import Foundation
import SchemaEmit
import SchemaGen
import SchemaSource

/// An output folder on disk.
struct OutputStore {
  /// The folder as the user named it.
  let folder: String

  /// What is there now below the folders in which the files lie; nothing else is looked at.
  func snapshot(of roots: Set<String>) -> OutputFolder {
    var entries: [String: OutputFolder.Entry] = [:]
    var pending = Array(roots)
    while let path = pending.popLast() {
      let absolute = path.isEmpty ? folder : absolute(path)
      if FileKind.isLink(absolute) {
        entries[path] = .symbolicLink
        continue
      }
      switch FileKind(following: absolute) {
      case .missing: continue
      case .other: entries[path] = .foreign
      case .file: entries[path] = generatedContents(of: absolute).map { .generated($0) } ?? .foreign
      case .folder:
        entries[path] = .folder
        let names = (try? FileManager.default.contentsOfDirectory(atPath: absolute)) ?? []
        pending += names.map { "\(path)/\($0)" }
      }
    }
    return OutputFolder(entries)
  }

  /// Carries out a plan; files that cannot be written or deleted are errors in the report.
  func apply(_ plan: OutputPlan, report: inout Report) -> OutputCounts {
    var counts = OutputCounts(unchanged: plan.unchangedCount)
    var folders: Set<String> = []
    for change in plan.changes {
      do {
        switch change {
        case .create(let file):
          guard !exists(file.path) else {
            report.add(.foreignOutput, "`\(file.path)` was not written by schemagen and is kept", at: nil)
            continue
          }
          try write(file, knowing: &folders)
          counts.written += 1
        case .replace(let file, _):
          try write(file, knowing: &folders)
          counts.written += 1
        case .delete(let path, _):
          try FileManager.default.removeItem(atPath: absolute(path))
          removeEmptyFolders(above: path)
          folders = []
          counts.deleted += 1
        }
      } catch let error as FileError {
        report.add(.unwritableFile, "`\(absolute(change.path))`: \(error.reason)", at: nil)
      } catch {
        report.add(.unwritableFile, "`\(absolute(change.path))` cannot be changed", at: nil)
      }
    }
    return counts
  }

  /// The path of a file of the output on disk.
  func absolute(_ path: String) -> String { folder.hasSuffix("/") ? folder + path : "\(folder)/\(path)" }

  /// Writes a file under another name and renames it, so that nobody ever sees half of it; `folders` are there already.
  private func write(_ file: OutputFile, knowing folders: inout Set<String>) throws {
    let target = absolute(file.path)
    let parent = target.folderPath
    if folders.insert(parent).inserted {
      do {
        try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
      } catch {
        folders.remove(parent)
        throw FileError(reason: "the folder `\(parent)` cannot be made")
      }
    }
    let temporary = "\(parent)/.schemagen-\(getpid()).tmp"
    guard put(file.contents, into: temporary), rename(temporary, target) == 0 else {
      let reason = String(cString: strerror(errno)).lowercased()
      unlink(temporary)
      throw FileError(reason: reason)
    }
  }

  /// Writes a new file; false, with `errno` set, where that fails. Foundation would wait for the disk with each file,
  /// which takes longer than everything else together; renaming keeps the promise without that.
  private func put(_ text: String, into path: String) -> Bool {
    guard let stream = fopen(path, "w") else { return false }
    var text = text
    let isWhole = text.withUTF8 { fwrite($0.baseAddress, 1, $0.count, stream) == $0.count }
    return fclose(stream) == 0 && isWhole
  }

  /// Whether anything stands at a path, a link to nothing included.
  private func exists(_ path: String) -> Bool {
    FileKind.isLink(absolute(path)) || FileManager.default.fileExists(atPath: absolute(path))
  }

  /// Removes the folders above a deleted file that hold nothing any more.
  private func removeEmptyFolders(above path: String) {
    var parent = path.folderPath
    while !parent.isEmpty, rmdir(absolute(parent)) == 0 { parent = parent.folderPath }
  }

  /// The bytes of a file where the tool wrote it; other files are not read beyond their beginning.
  private func generatedContents(of path: String) -> [UInt8]? {
    guard let stream = fopen(path, "r") else { return nil }
    defer { fclose(stream) }
    let markLength = OutputFolder.mark.utf8.count
    var bytes = [UInt8](unsafeUninitializedCapacity: markLength) { buffer, count in
      count = fread(buffer.baseAddress, 1, markLength, stream)
    }
    guard OutputFolder.isGenerated(bytes) else { return nil }
    while true {
      let part = [UInt8](unsafeUninitializedCapacity: 1 << 14) { buffer, count in
        count = fread(buffer.baseAddress, 1, 1 << 14, stream)
      }
      bytes += part
      if part.count < 1 << 14 { return ferror(stream) == 0 ? bytes : nil }
    }
  }
}

/// Why a file could not be written.
private struct FileError: Error {
  let reason: String
}

/// How many files of the output a run has changed.
struct OutputCounts {
  var written = 0
  var unchanged = 0
  var deleted = 0

  static func + (left: Self, right: Self) -> Self {
    Self(
      written: left.written + right.written,
      unchanged: left.unchanged + right.unchanged,
      deleted: left.deleted + right.deleted
    )
  }
}
