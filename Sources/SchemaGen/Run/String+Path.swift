extension String {
  /// The path of the folder that holds what the path names, without a slash at its end; empty where the path names none.
  ///
  /// Foundation's way to it stops the process on Linux for a path of one character, such as `.`.
  var folderPath: String {
    let path = withoutSlashes
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last component of the path.
  var lastComponent: String { String(withoutSlashes.split(separator: "/").last ?? "/") }

  /// The path without slashes at its end.
  private var withoutSlashes: Substring {
    var path = self[...]
    while path.count > 1, path.last == "/" { path.removeLast() }
    return path
  }
}
