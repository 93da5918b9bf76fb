import Foundation
import SchemaSource

/// The documents beside the package that tests read where they are there.
enum Corpus {
  /// The folder of the corpus, nil where it is absent.
  static let folder: URL? = {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let named = ProcessInfo.processInfo.environment["SCHEMAGEN_CORPUS"].map { URL(filePath: $0) }
    let folder = named ?? package.appending(path: "../shared/corpus").standardizedFileURL
    return FileManager.default.fileExists(atPath: folder.path(percentEncoded: false)) ? folder : nil
  }()

  /// The bytes of a file of the corpus, nil, with a line on the console, where it is absent.
  static func file(_ path: String) -> SourceFile? {
    guard let url = folder?.appending(path: path), let data = try? Data(contentsOf: url) else {
      print("skipped: the corpus has no \(path); set SCHEMAGEN_CORPUS to its folder")
      return nil
    }
    return source([UInt8](data), path: path)
  }

  /// The names of the files in a folder of the corpus, empty, with a line on the console, where it is absent.
  static func names(in path: String) -> [String] {
    guard let url = folder?.appending(path: path),
      let names = try? FileManager.default.contentsOfDirectory(atPath: url.path(percentEncoded: false))
    else {
      print("skipped: the corpus has no \(path); set SCHEMAGEN_CORPUS to its folder")
      return []
    }
    return names.sorted()
  }
}

/// A document made of bytes.
func source(_ bytes: [UInt8], path: String = "document") -> SourceFile {
  SourceFile(id: FileID(0), path: path, bytes: bytes)
}

/// A document made of text.
func source(_ text: String, path: String = "document") -> SourceFile { source([UInt8](text.utf8), path: path) }
