#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Android)
  import Android
#endif

/// What is in a file on disk.
struct FileContent: Hashable, Sendable {
  /// Where the file is.
  let path: String
  /// The number of bytes; nil where that is not known before they are read, as of a pipe.
  let length: Int64?

  /// Looks a file up.
  ///
  /// - Throws: `FileUnreadable` where there is none, or a folder.
  init(path: String) throws(FileUnreadable) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw FileUnreadable(path: path, reason: String(cString: strerror(errno))) }
    let kind = status.st_mode & S_IFMT
    guard kind != S_IFDIR else { throw FileUnreadable(path: path, reason: "expected a file, found a folder") }
    self.path = path
    length = kind == S_IFREG ? Int64(status.st_size) : nil
  }

  /// Looks a file up.
  ///
  /// - Throws: `FileUnreadable` where there is none, a folder, or where the URL is none of a file.
  init(url: URL) throws(FileUnreadable) {
    guard url.isFileURL else {
      throw FileUnreadable(path: url.absoluteString, reason: "expected the URL of a file")
    }
    try self.init(path: url.path)
  }

  /// The name of the file without its folder.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }
}
