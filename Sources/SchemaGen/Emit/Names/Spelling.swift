/// Reads aloud the characters that no identifier keeps.
enum Spelling {
  /// The raw name's words with every other character spelled out, for names that are nothing else or that must be told
  /// apart. For example: `a-b` → `a`, `dash`, `b`; `>=` → `greater`, `than`, `equals`; `🎉` → `party`, `popper`.
  ///
  /// Only the first characters are spelled: a long row of symbols is told apart by its hash.
  static func words(_ raw: String) -> [String] {
    var text = ""
    var spelled = 0
    for scalar in raw.unicodeScalars {
      if IdentifierScalars.isKept(scalar) {
        text.unicodeScalars.append(scalar)
      } else if spelled < 8 {
        spelled += 1
        text += " \(word(scalar)) "
      } else {
        text += " "
      }
    }
    return Words.split(text)
  }

  /// What one scalar is called.
  private static func word(_ scalar: Unicode.Scalar) -> String {
    if let word = symbols[scalar] { return word }
    if let name = scalar.properties.name ?? scalar.properties.nameAlias { return name.lowercased() }
    return "u" + String(scalar.value, radix: 16, uppercase: true)
  }

  /// Short names of the characters of ASCII.
  private static let symbols: [Unicode.Scalar: String] = [
    " ": "space", "!": "not", "\"": "quote", "#": "hash", "$": "dollar", "%": "percent", "&": "and", "'": "apostrophe",
    "(": "open", ")": "close", "*": "times", "+": "plus", ",": "comma", "-": "dash", ".": "dot", "/": "slash",
    ":": "colon", ";": "semicolon", "<": "less than", "=": "equals", ">": "greater than", "?": "question", "@": "at",
    "[": "open bracket", "\\": "backslash", "]": "close bracket", "^": "caret", "_": "underscore", "`": "backtick",
    "{": "open brace", "|": "or", "}": "close brace", "~": "tilde", "\t": "tab", "\n": "newline", "\r": "return",
  ]
}
