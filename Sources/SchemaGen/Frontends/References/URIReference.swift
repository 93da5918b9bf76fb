/// A URI or a relative reference, taken apart (RFC 3986, appendix B).
package struct URIReference: Hashable, Sendable {
  /// In lower case, without the colon.
  package var scheme: String?
  /// What stands between `//` and the path.
  package var authority: String?
  /// As spelled, percent escapes included; may be empty.
  package var path: String
  /// Without the question mark.
  package var query: String?
  /// Without the number sign; as spelled.
  package var fragment: String?

  /// Takes a text apart; every text is some reference.
  package init(_ text: String) {
    var rest = Substring(text)
    if let hash = rest.firstIndex(of: "#") {
      fragment = String(rest[rest.index(after: hash)...])
      rest = rest[..<hash]
    }
    if let colon = rest.firstIndex(of: ":"), Self.isScheme(rest[..<colon]) {
      scheme = rest[..<colon].lowercased()
      rest = rest[rest.index(after: colon)...]
    }
    if let mark = rest.firstIndex(of: "?") {
      query = String(rest[rest.index(after: mark)...])
      rest = rest[..<mark]
    }
    if rest.hasPrefix("//") {
      let host = rest.dropFirst(2)
      let slash = host.firstIndex(of: "/") ?? host.endIndex
      authority = String(host[..<slash])
      rest = host[slash...]
    }
    path = String(rest)
  }

  /// A file as a base for references: `file:///specs/a%20b.yaml` of `specs/a b.yaml`.
  package init(filePath: String) {
    self.init("")
    scheme = "file"
    authority = ""
    path = (filePath.hasPrefix("/") ? "" : "/") + Self.percentEncoded(filePath)
  }

  /// The reference as text.
  package var text: String {
    var text = scheme.map { $0 + ":" } ?? ""
    if let authority { text += "//" + authority }
    text += path
    if let query { text += "?" + query }
    if let fragment { text += "#" + fragment }
    return text
  }

  /// The reference without its fragment.
  package var withoutFragment: URIReference {
    var copy = self
    copy.fragment = nil
    return copy
  }

  /// Whether the reference names something by itself, without a base.
  package var isAbsolute: Bool { scheme != nil }

  /// Whether the reference is to be fetched over the network.
  package var isRemote: Bool { (scheme == "http" || scheme == "https") && authority?.isEmpty == false }

  /// Whether the reference is a fragment alone.
  package var isFragmentOnly: Bool {
    scheme == nil && authority == nil && path.isEmpty && query == nil
  }

  /// What the reference names where it stands in a document with the base given (RFC 3986, section 5.2.2).
  package func resolved(against base: URIReference) -> URIReference {
    var target = self
    if scheme == nil {
      target.scheme = base.scheme
      if authority == nil {
        target.authority = base.authority
        if path.isEmpty {
          target.path = base.path
          target.query = query ?? base.query
          return target
        }
        if !path.hasPrefix("/") { target.path = Self.merged(path, into: base) }
      }
    }
    if target.path.contains("/") { target.path = PathText.withoutDots(target.path) }
    return target
  }

  /// A relative path beside the last component of a base's path (RFC 3986, section 5.2.3).
  private static func merged(_ path: String, into base: URIReference) -> String {
    if base.authority != nil, base.path.isEmpty { return "/" + path }
    guard let slash = base.path.lastIndex(of: "/") else { return path }
    return base.path[...slash] + path
  }

  /// Whether a text can be a scheme (RFC 3986, section 3.1); a single letter is the drive of a path.
  private static func isScheme(_ text: Substring) -> Bool {
    guard text.utf8.count > 1, let first = text.first, first.isASCII, first.isLetter else { return false }
    return text.utf8.allSatisfy { byte in
      let character = Character(Unicode.Scalar(byte))
      return byte < 0x80 && (character.isLetter || character.isNumber || "+-.".contains(character))
    }
  }

  /// A text with everything escaped that is no part of a path (RFC 3986, section 3.3).
  private static func percentEncoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF")
    var result = ""
    for byte in text.utf8 {
      let character = Character(Unicode.Scalar(byte))
      if byte < 0x80, character.isLetter || character.isNumber || "-._~/!$&'()*+,;=:@".contains(character) {
        result.append(character)
      } else {
        result += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
    return result
  }
}
