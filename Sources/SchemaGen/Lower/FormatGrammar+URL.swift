extension FormatGrammar {
  /// Whether a string is a URL or a reference to one, with characters of any script (RFC 3986 and 3987): no template, no
  /// white space.
  static func isURL(_ text: String) -> Bool {
    var text = text
    let isPlain: Bool? = text.withUTF8 { bytes in
      guard let start = bytes.baseAddress, !bytes.isEmpty else { return nil }
      let url = URLBytes(start: start, count: bytes.count)
      guard let isASCII = url.isASCII, url.hasParts else { return nil }
      return isASCII
    }
    guard let isPlain else { return false }
    if isPlain { return true }
    return !text.unicodeScalars.contains { $0.properties.isWhitespace || $0.properties.generalCategory == .control }
  }

  /// Whether a string is a URL that Foundation's `URL` spells as it stands.
  static func isCanonicalURL(_ text: String) -> Bool {
    isURL(text) && text.utf8.allSatisfy { $0 < 0x80 && !"[]".utf8.contains($0) }
      && text.utf8.count { $0 == UInt8(ascii: "#") } <= 1
  }
}

/// The bytes of what may be a URL. Loops over the memory itself: every documented link is looked at, and builds of the
/// tool that are not optimized take their time for anything else.
private struct URLBytes {
  /// The first byte.
  let start: UnsafePointer<UInt8>
  /// How many there are.
  let count: Int

  /// Whether all bytes are of ASCII; nil where one of ASCII may not stand in a URL, be it percent-encoded by who reads it,
  /// or what is encoded is so wrongly.
  var isASCII: Bool? {
    var hexadecimalsDue = 0
    var isASCII = true
    var index = 0
    while index < count {
      let byte = start[index]
      index += 1
      if hexadecimalsDue > 0 {
        guard byte.isHexadecimal else { return nil }
        hexadecimalsDue -= 1
      } else if byte >= 0x80 {
        isASCII = false
      } else if isForbidden(byte) {
        return nil
      } else if byte == 0x25 {
        hexadecimalsDue = 2
      }
    }
    return hexadecimalsDue > 0 ? nil : isASCII
  }

  /// Whether an ASCII character may not stand in a URL as it is: control characters, the space, and `"<>\^`{|}`.
  private func isForbidden(_ byte: UInt8) -> Bool {
    if byte > 0x20, byte < 0x5C { return byte == 0x22 || byte == 0x3C || byte == 0x3E }
    return byte <= 0x20 || byte == 0x5C || byte == 0x5E || byte == 0x60 || byte >= 0x7B && byte != 0x7E
  }

  /// Whether what stands before the path, if anything does, is a scheme and an authority.
  var hasParts: Bool {
    var first = 0
    let end = authorityEnd(from: 0)
    if let colon = index(of: ":", from: 0, to: end) {
      guard isScheme(to: colon) else { return false }
      first = colon + 1
    }
    guard first + 1 < count, start[first] == 0x2F, start[first + 1] == 0x2F else { return true }
    return isAuthority(from: first + 2, to: authorityEnd(from: first + 2))
  }

  /// The place of the first such character in a range; nil where there is none.
  private func index(of character: Unicode.Scalar, from first: Int, to end: Int) -> Int? {
    let byte = UInt8(truncatingIfNeeded: character.value)
    var index = first
    while index < end, start[index] != byte { index += 1 }
    return index < end ? index : nil
  }

  /// Where what stands before the path of a URL ends.
  private func authorityEnd(from first: Int) -> Int {
    var index = first
    while index < count {
      let byte = start[index]
      if byte == 0x2F || byte == 0x3F || byte == 0x23 { break }
      index += 1
    }
    return index
  }

  /// Whether the bytes up to there name a scheme (RFC 3986, section 3.1).
  private func isScheme(to end: Int) -> Bool {
    guard end > 0, start[0].isAlphanumeric, !start[0].isDigit else { return false }
    var index = 1
    while index < end {
      let byte = start[index]
      // A plus sign, a hyphen and a full stop.
      guard byte.isAlphanumeric || byte == 0x2B || byte == 0x2D || byte == 0x2E else { return false }
      index += 1
    }
    return true
  }

  /// Whether a range is a host with a user before it and a port behind it, where it has them (section 3.2).
  private func isAuthority(from first: Int, to end: Int) -> Bool {
    var index = first
    var host = first
    while index < end {
      if start[index] == 0x40 { host = index + 1 }
      index += 1
    }
    index = first
    while index + 1 < host {
      if isBracket(start[index]) || start[index] == 0x40 { return false }
      index += 1
    }
    index = host
    if host < end, start[host] == 0x5B {
      guard let bracket = self.index(of: "]", from: host, to: end) else { return false }
      guard self.index(of: ":", from: host, to: bracket) != nil else { return false }
      index = host + 1
      while index < bracket {
        let byte = start[index]
        guard byte.isHexadecimal || byte == 0x3A || byte == 0x2E else { return false }
        index += 1
      }
      index = bracket + 1
    } else {
      var isASCII = true
      while index < end, start[index] != 0x3A, !isBracket(start[index]) {
        if start[index] >= 0x80 { isASCII = false }
        index += 1
      }
      guard isASCII || isInternationalName(from: host, to: index) else { return false }
    }
    if index == end { return true }
    guard start[index] == 0x3A else { return false }
    index += 1
    while index < end, start[index].isDigit { index += 1 }
    return index == end
  }

  /// Whether a byte is a square bracket.
  private func isBracket(_ byte: UInt8) -> Bool { byte == 0x5B || byte == 0x5D }

  /// Whether the labels of a host's name in another script may have an ASCII form (RFC 5891, section 4.2.3).
  private func isInternationalName(from first: Int, to end: Int) -> Bool {
    let name = UnsafeBufferPointer(start: start + first, count: end - first)
    let hyphen = UInt8(ascii: "-")
    return name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { label in
      !label.isEmpty && label.first != hyphen && label.last != hyphen
    }
  }
}
