extension Substring {
  /// The first bytes.
  func prefix(bytes count: Int) -> Substring {
    self[..<(utf8.index(startIndex, offsetBy: count, limitedBy: endIndex) ?? endIndex)]
  }

  /// What follows the first bytes.
  func dropping(bytes count: Int) -> Substring {
    self[(utf8.index(startIndex, offsetBy: count, limitedBy: endIndex) ?? endIndex)...]
  }

  /// Whether the text begins with another, byte for byte.
  func begins(with prefix: String) -> Bool { utf8.starts(with: prefix.utf8) }

  /// Whether the text ends with another, byte for byte.
  func ends(with suffix: String) -> Bool {
    utf8.count >= suffix.utf8.count && utf8.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
  }

  /// The text without white space, zero-width characters and icon glyphs at both ends.
  var trimmed: Substring {
    let scalars = unicodeScalars
    var first = startIndex
    var last = endIndex
    while first < last, scalars[first].isPageSpace { first = scalars.index(after: first) }
    while first < last {
      let before = scalars.index(before: last)
      guard scalars[before].isPageSpace else { break }
      last = before
    }
    return self[first..<last]
  }

  /// The first byte offset at which another text begins within this one; nil where it is not in it.
  func firstByteOffset(of needle: String) -> Int? {
    let needle = Array(needle.utf8)
    guard let lead = needle.first, utf8.count >= needle.count else { return nil }
    var copy = self
    return copy.withUTF8 { bytes in
      (0...(bytes.count - needle.count)).first { index in
        bytes[index] == lead && bytes[index..<(index + needle.count)].elementsEqual(needle)
      }
    }
  }

  /// The byte offsets at which another text begins within this one, in order, without overlaps.
  func byteOffsets(of needle: String) -> [Int] {
    let needle = Array(needle.utf8)
    guard let lead = needle.first, utf8.count >= needle.count else { return [] }
    var copy = self
    return copy.withUTF8 { bytes -> [Int] in
      var offsets: [Int] = []
      var index = 0
      while index + needle.count <= bytes.count {
        if bytes[index] == lead, bytes[index..<(index + needle.count)].elementsEqual(needle) {
          offsets.append(index)
          index += needle.count
        } else {
          index += 1
        }
      }
      return offsets
    }
  }
}

extension Unicode.Scalar {
  /// Whether the character is white space, invisible, or an icon of a page's own font.
  var isPageSpace: Bool {
    switch value {
    case 0...0x20, 0x7F...0xA0, 0x1680, 0x2000...0x200D, 0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF: true
    case 0xE000...0xF8FF: true
    default: false
    }
  }

  /// Whether the character may stand in an identifier such as a field's name.
  var isNamePart: Bool {
    switch self {
    case "a"..."z", "A"..."Z", "0"..."9", "_", "-", ".", "$", "@", "[", "]": true
    default: false
    }
  }

  /// Whether the character is an ASCII letter, a digit or an underscore.
  var isWordPart: Bool {
    switch self {
    case "a"..."z", "A"..."Z", "0"..."9", "_": true
    default: false
    }
  }
}
