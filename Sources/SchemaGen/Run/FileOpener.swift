import Foundation
import SchemaGen
import SchemaSource

/// Opens files that documents refer to, as far as they are within the folders of the inputs. `@unchecked`: the lock
/// guards the table.
final class FileOpener: @unchecked Sendable {
  /// Files that are larger than this are refused: 64 MiB.
  private static let sizeLimit = 64 << 20

  /// Absolute paths, without links, of the folders that may be read.
  private let roots: [String]
  private let lock = NSLock()
  /// How paths are spelled by their forms without links.
  private var spellings: [String: String]

  /// Allows the folders among the inputs, and the folders of the documents among them.
  init(inputs: [String], documents: [InputDocument]) {
    roots = inputs.compactMap { input in
      FileKind(following: input) == .folder ? Self.realPath(input) : Self.realPath(input).map { Self.folder(of: $0) }
    }
    spellings = Dictionary(
      documents.compactMap { document in Self.realPath(document.path).map { ($0, document.path) } },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// Opens the file at a path, wherever its links lead within the folders.
  func open(_ path: String) -> Result<DocumentAccess.File, DocumentFailure> {
    guard let real = Self.realPath(path) else {
      // What is not there is told only within the folders.
      let folder = Self.realPath(Self.folder(of: path)) ?? URL(fileURLWithPath: path).standardizedFileURL.path
      return .failure(isAllowed(folder) ? .missing : .outside)
    }
    guard isAllowed(real) || lock.withLock({ spellings[real] != nil }) else { return .failure(.outside) }
    guard FileKind(following: real) == .file else { return .failure(.unreadable("it is no file")) }
    guard let handle = FileHandle(forReadingAtPath: real) else { return .failure(.unreadable("it cannot be opened")) }
    defer { try? handle.close() }
    guard let data = try? handle.read(upToCount: Self.sizeLimit + 1) else {
      return .failure(.unreadable("it cannot be read"))
    }
    guard data.count <= Self.sizeLimit else {
      return .failure(.unreadable("it is larger than \(Self.sizeLimit >> 20) MiB"))
    }
    let spelling = lock.withLock {
      let spelling = spellings[real] ?? path
      spellings[real] = spelling
      return spelling
    }
    return .success(DocumentAccess.File(path: spelling, bytes: [UInt8](data)))
  }

  /// Whether a path without links is within a folder that may be read.
  private func isAllowed(_ real: String) -> Bool {
    roots.contains { root in real == root || real.hasPrefix(root.hasSuffix("/") ? root : root + "/") }
  }

  /// The folder that holds a file.
  private static func folder(of path: String) -> String {
    let folder = path.folderPath
    return folder.isEmpty ? "." : folder
  }

  /// The absolute path without links, nil where there is nothing.
  private static func realPath(_ path: String) -> String? {
    guard !path.utf8.contains(0), let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}
