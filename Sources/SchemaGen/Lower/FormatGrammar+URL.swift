extension FormatGrammar {
  /// Whether a string is a URL or a reference to one, with characters of any script (RFC 3986 and 3987): no template, no
  /// white space.
  static func isURL(_ text: String) -> Bool {
    guard !text.isEmpty, hasURLCharacters(text) else { return false }
    var rest = text.utf8[...]
    let head = rest.prefix { !endsAuthority($0) }
    if let colon = head.firstIndex(of: UInt8(ascii: ":")) {
      guard isScheme(head[..<colon]) else { return false }
      rest = rest[rest.index(after: colon)...]
    }
    guard rest.starts(with: "//".utf8) else { return true }
    return isAuthority(rest.dropFirst(2).prefix { !endsAuthority($0) })
  }

  /// Whether a byte ends what stands before the path of a URL.
  private static func endsAuthority(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
  }

  /// Whether a string is a URL that Foundation's `URL` spells as it stands.
  static func isCanonicalURL(_ text: String) -> Bool {
    isURL(text) && text.utf8.allSatisfy { $0 < 0x80 && !"[]".utf8.contains($0) }
      && text.utf8.count { $0 == UInt8(ascii: "#") } <= 1
  }

  /// Whether every character may stand in a URL, be it percent-encoded by who reads it, and what is encoded is so rightly.
  private static func hasURLCharacters(_ text: String) -> Bool {
    var hexadecimalsDue = 0
    var isASCII = true
    for byte in text.utf8 {
      if hexadecimalsDue > 0 {
        guard byte.isHexadecimal else { return false }
        hexadecimalsDue -= 1
      } else if byte >= 0x80 {
        isASCII = false
      } else if isForbidden(byte) {
        return false
      } else if byte == UInt8(ascii: "%") {
        hexadecimalsDue = 2
      }
    }
    if hexadecimalsDue > 0 { return false }
    return isASCII
      || !text.unicodeScalars.contains { $0.properties.isWhitespace || $0.properties.generalCategory == .control }
  }

  /// Whether an ASCII character may not stand in a URL as it is: control characters, the space, and `"<>\^`{|}`.
  private static func isForbidden(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B...0x7D, 0x7F: true
    default: false
    }
  }

  /// Whether a text names a scheme (RFC 3986, section 3.1).
  private static func isScheme(_ text: Substring.UTF8View) -> Bool {
    guard let first = text.first, first.isAlphanumeric, !first.isDigit else { return false }
    return text.allSatisfy { $0.isAlphanumeric || "+-.".utf8.contains($0) }
  }

  /// Whether a text is a host with a user before it and a port behind it, where it has them (section 3.2).
  private static func isAuthority(_ text: Substring.UTF8View) -> Bool {
    var host = text
    if let at = host.lastIndex(of: UInt8(ascii: "@")) {
      guard !host[..<at].contains(where: { "[]@".utf8.contains($0) }) else { return false }
      host = host[host.index(after: at)...]
    }
    if host.first == UInt8(ascii: "[") {
      guard let end = host.firstIndex(of: UInt8(ascii: "]")) else { return false }
      let address = host[host.index(after: host.startIndex)..<end]
      guard address.contains(UInt8(ascii: ":")), address.allSatisfy({ $0.isHexadecimal || ":.".utf8.contains($0) })
      else {
        return false
      }
      host = host[host.index(after: end)...]
    } else {
      let name = host.prefix { !":[]".utf8.contains($0) }
      guard name.allSatisfy({ $0 < 0x80 }) || isInternationalName(name) else { return false }
      host = host[name.endIndex...]
    }
    guard let colon = host.first else { return true }
    return colon == UInt8(ascii: ":") && host.dropFirst().allSatisfy(\.isDigit)
  }

  /// Whether the labels of a host's name in another script may have an ASCII form (RFC 5891, section 4.2.3).
  private static func isInternationalName(_ name: Substring.UTF8View) -> Bool {
    let hyphen = UInt8(ascii: "-")
    return name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { label in
      !label.isEmpty && label.first != hyphen && label.last != hyphen
    }
  }
}
