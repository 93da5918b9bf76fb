import Foundation

/// What a path leads to.
package enum FileKind {
  case file, folder, other, missing

  /// Looks at what stands at the end of all links.
  package init(following path: String) {
    var status = stat()
    self = stat(path, &status) == 0 ? Self(status) : .missing
  }

  /// What the file system says.
  private init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    default: self = .other
    }
  }

  /// Whether a symbolic link stands at the path itself.
  static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }
}
