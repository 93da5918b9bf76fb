/// Splits a raw name into words.
enum Words {
  /// What a scalar is for the boundaries between words.
  private enum Kind { case upper, lower, digit, other }

  /// The words of a raw name in order; everything that no identifier keeps separates them.
  ///
  /// For example: `image_url` → `image`, `url`; `XMLParser2` → `XML`, `Parser2`; `gpt-4o` → `gpt`, `4o`.
  static func split(_ raw: String) -> [String] {
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
