/// A name, or a pattern of names, as the configuration writes it.
///
/// `*` stands for any characters but `/`, `**` for any characters, everything else for itself. For example:
/// `/pets/*` matches `/pets/{id}`, `/admin/**` all paths below `/admin/`, `*Request` all names that end so.
package struct NamePattern: Hashable, Sendable {
  /// A part of a pattern.
  private enum Part: Hashable, Sendable {
    case byte(UInt8)
    /// Any number of bytes; with or without slashes.
    case any(crossesSlash: Bool)
  }

  /// The pattern as it is written.
  package let text: String
  private let parts: [Part]

  package init(_ text: String) {
    self.text = text
    var parts: [Part] = []
    for byte in text.utf8 {
      guard byte == UInt8(ascii: "*") else {
        parts.append(.byte(byte))
        continue
      }
      if case .any = parts.last {
        parts[parts.count - 1] = .any(crossesSlash: true)
      } else {
        parts.append(.any(crossesSlash: false))
      }
    }
    self.parts = parts
  }

  /// The only name that matches; nil where the pattern has a wildcard.
  package var literal: String? { text.utf8.contains(UInt8(ascii: "*")) ? nil : text }

  /// Whether a name matches; the time is bounded by the product of the lengths of pattern and name.
  package func matches(_ name: String) -> Bool {
    if let literal { return literal == name }
    // `reached[i]`: the bytes so far match the first `i` parts.
    var reached = Array(repeating: false, count: parts.count + 1)
    reached[0] = true
    skipEmpty(&reached)
    for byte in name.utf8 {
      var next = Array(repeating: false, count: parts.count + 1)
      for (index, part) in parts.enumerated() where reached[index] {
        switch part {
        case .byte(let wanted): if byte == wanted { next[index + 1] = true }
        case .any(let crossesSlash): if crossesSlash || byte != UInt8(ascii: "/") { next[index] = true }
        }
      }
      skipEmpty(&next)
      reached = next
    }
    return reached[parts.count]
  }

  /// Lets wildcards stand for nothing.
  private func skipEmpty(_ reached: inout [Bool]) {
    for (index, part) in parts.enumerated() where reached[index] {
      if case .any = part { reached[index + 1] = true }
    }
  }
}
