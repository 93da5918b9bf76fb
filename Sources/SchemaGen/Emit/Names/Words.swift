/// Splits a raw name into words.
enum Words {
  /// What a scalar is for the boundaries between words.
  private enum Kind { case upper, lower, digit, other }

  /// The words of a raw name in order; everything that no identifier keeps separates them.
  ///
  /// For example: `image_url` → `image`, `url`; `XMLParser2` → `XML`, `Parser2`; `gpt-4o` → `gpt`, `4o`.
  static func split(_ raw: String) -> [String] {
    var raw = raw
    if let words = raw.withUTF8({ splitPlain($0) }) { return words }
    return splitScalars(raw)
  }

  /// The words of a name that is nothing but ASCII; nil for any other. Most names are, and no scalar need be looked up.
  private static func splitPlain(_ raw: UnsafeBufferPointer<UInt8>) -> [String]? {
    guard let start = raw.baseAddress else { return [] }
    var words: [String] = []
    var first = 0
    var last: Kind?
    var capitals = 0
    var index = 0
    func flush(_ end: Int) {
      if end > first {
        words.append(String(decoding: UnsafeBufferPointer(start: start + first, count: end - first), as: UTF8.self))
      }
      first = end
      last = nil
      capitals = 0
    }
    while index < raw.count {
      let byte = start[index]
      if byte >= 0x80 { return nil }
      guard let kind = kind(of: byte) else {
        flush(index)
        index += 1
        first = index
        continue
      }
      if kind == .upper, last == .lower || last == .digit {
        flush(index)
      } else if kind == .lower, capitals > 1 {
        let next = index + 1 < raw.count ? start[index + 1] : 0x20
        if next >= 0x80 { return nil }
        let follower = Words.kind(of: next)
        if byte != 0x73 || follower == .lower || follower == .digit { flush(index - 1) }
      }
      capitals = kind == .upper ? capitals + 1 : 0
      last = kind
      index += 1
    }
    flush(index)
    return words
  }

  /// Sorts a byte of ASCII; nil where no name keeps it.
  private static func kind(of byte: UInt8) -> Kind? {
    if byte >= 0x61 { return byte <= 0x7A ? .lower : nil }
    if byte >= 0x41 { return byte <= 0x5A ? .upper : nil }
    return byte >= 0x30 && byte <= 0x39 ? .digit : nil
  }

  /// The words of any name.
  private static func splitScalars(_ raw: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    var last: Kind?
    // How many capitals in a row the word ends in.
    var capitals = 0
    let scalars = Array(raw.unicodeScalars)

    func flush() {
      if !word.isEmpty { words.append(String(word)) }
      word = String.UnicodeScalarView()
      last = nil
      capitals = 0
    }

    for (index, scalar) in scalars.enumerated() {
      guard IdentifierScalars.isKept(scalar) else {
        flush()
        continue
      }
      let kind = kind(of: scalar, after: last)
      if kind == .upper, last == .lower || last == .digit {
        flush()
      } else if kind == .lower, capitals > 1, !isPluralOfInitialism(scalars, at: index) {
        let head = word.removeLast()
        flush()
        word.append(head)
      }
      word.append(scalar)
      capitals = kind == .upper ? capitals + 1 : 0
      last = kind
    }
    flush()
    return words
  }

  /// Whether the scalar is the lone `s` of `URLs` and not the begin of a word.
  private static func isPluralOfInitialism(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    guard scalars[index] == "s" else { return false }
    guard index + 1 < scalars.count else { return true }
    let next = scalars[index + 1]
    return !IdentifierScalars.isKept(next) || kind(of: next, after: nil) == .upper
  }

  /// Sorts a scalar; a mark goes with the scalar before it.
  private static func kind(of scalar: Unicode.Scalar, after last: Kind?) -> Kind {
    if scalar.isASCII {
      if scalar.value >= 0x61 { return .lower }
      return scalar.value >= 0x41 ? .upper : .digit
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .titlecaseLetter: return .upper
    case .lowercaseLetter: return .lower
    case .decimalNumber, .letterNumber, .otherNumber: return .digit
    case .nonspacingMark, .spacingMark: return last ?? .other
    default: return .other
    }
  }
}
