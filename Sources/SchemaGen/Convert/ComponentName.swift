import Foundation

/// Makes keys of components (OpenAPI 3.1, section 4.8.7): ASCII letters, digits, `.`, `-` and `_`.
struct ComponentName {
  private var taken: Set<String> = []

  /// A key for a name, which no other component has: the name itself where that is possible, otherwise its Latin letters.
  mutating func key(for name: String, else fallback: String) -> String {
    let base = Self.isKey(name) ? name : Self.legal(name) ?? fallback
    var key = base
    var number = 2
    while !taken.insert(key).inserted {
      key = "\(base)_\(number)"
      number += 1
    }
    return key
  }

  /// Whether a name can be a key as it is.
  static func isKey(_ name: String) -> Bool { !name.isEmpty && name.utf8.allSatisfy(isAllowed) }

  /// Whether a byte may be in a key.
  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: ".-_".utf8.contains(byte)
    }
  }

  /// The Latin letters of a name, words joined by `_`; nil where there are none.
  private static func legal(_ name: String) -> String? {
    let text = name.removingPercentEncoding ?? name
    let latin = text.applyingTransform(.toLatin, reverse: false)?.applyingTransform(.stripDiacritics, reverse: false)
    var key = ""
    for character in (latin ?? text).utf8.map({ isAllowed($0) ? Character(Unicode.Scalar($0)) : "_" }) {
      if character != "_" || key.last.map({ $0 != "_" }) ?? false { key.append(character) }
    }
    while key.last == "_" { key.removeLast() }
    return key.isEmpty ? nil : String(key.prefix(100))
  }
}
