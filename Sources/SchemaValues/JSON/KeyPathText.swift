/// Writes places in a JSON document, for example `choices[0].message["a b"]`.
package enum KeyPathText {
  /// One step down.
  package enum Step: Hashable, Sendable {
    /// Into a member of an object.
    case key(String)
    /// Into an element of an array.
    case index(Int)
  }

  /// The place of a coding path; empty for the whole document.
  package static func text(_ path: [any CodingKey]) -> String {
    text(path.map { key in key.intValue.map(Step.index) ?? .key(key.stringValue) })
  }

  /// The place that the steps lead to; empty for the whole document.
  package static func text(_ steps: [Step]) -> String {
    var result = ""
    for step in steps {
      switch step {
      case .index(let index): result += "[\(index)]"
      case .key(let key) where isPlain(key): result += result.isEmpty ? key : ".\(key)"
      case .key(let key): result += "[\(JSONText.string(of: .string(key)))]"
      }
    }
    return result
  }

  /// Whether the key can stand without quotation marks: letters, digits and underscores, no digit first.
  private static func isPlain(_ key: String) -> Bool {
    guard let first = key.unicodeScalars.first, !("0"..."9").contains(first) else { return false }
    return key.unicodeScalars.allSatisfy { $0 == "_" || $0.properties.isAlphabetic || ("0"..."9").contains($0) }
  }
}
