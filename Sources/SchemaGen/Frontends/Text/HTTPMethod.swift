/// The methods of HTTP as pages spell them.
enum HTTPMethod {
  /// All that an operation can have, upper case.
  static let all = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "QUERY"]

  /// The method with which a line begins, and how many bytes it takes; a path or nothing must follow.
  static func prefix(of text: Substring) -> (name: String, length: Int)? {
    for name in all where text.begins(with: name) {
      let rest = text.dropping(bytes: name.utf8.count)
      guard let next = rest.unicodeScalars.first else { return (name, name.utf8.count) }
      if next.isPageSpace || next == "/" || next == "{" || rest.begins(with: "http") { return (name, name.utf8.count) }
    }
    return nil
  }
}
