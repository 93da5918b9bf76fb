/// Which base URLs can stand in generated code.
enum ServerURL {
  /// Whether a URL is absolute, names a host and no credentials, has no query or fragment, and is written in the
  /// characters that a path may have (RFC 3986, section 3.3).
  static func isAbsolute(_ url: String) -> Bool {
    guard let scheme = ["https://", "http://"].first(where: url.hasPrefix) else { return false }
    let rest = url.utf8.dropFirst(scheme.utf8.count)
    guard let first = rest.first, first != UInt8(ascii: "/"), first != UInt8(ascii: ":") else { return false }
    let host = rest.prefix { $0 != UInt8(ascii: "/") }
    let marks = Set("-._~:/@!$&'()*+,;=%[]".utf8)
    return !host.contains(UInt8(ascii: "@"))
      && rest.allSatisfy { marks.contains($0) || $0 < 0x80 && IdentifierScalars.isKept(Unicode.Scalar($0)) }
  }
}
