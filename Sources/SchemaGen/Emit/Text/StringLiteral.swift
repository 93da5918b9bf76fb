/// Writes texts of documents as Swift literals.
package enum StringLiteral {
  /// A literal on one line that means exactly this text.
  package static func quoted(_ text: String) -> String {
    var literal = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": literal += "\\\""
      case "\\": literal += "\\\\"
      case "\n": literal += "\\n"
      case "\r": literal += "\\r"
      case "\t": literal += "\\t"
      case _ where scalar.isHarmless: literal.unicodeScalars.append(scalar)
      default: literal += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      }
    }
    return literal + "\""
  }

  /// A text in quotes for a comment: a long one is cut.
  static func shown(_ text: String) -> String {
    let head = text.unicodeScalars.prefix(61)
    return head.count > 60 ? quoted(String(head.dropLast()) + "…") : quoted(text)
  }

  /// A raw literal on one line for JSON text: what cannot stand there as it is becomes a JSON escape.
  ///
  /// White space between tokens loses its line breaks; the value is the same.
  package static func raw(json: String) -> String {
    let text = harmless(json: json)
    let fence = fence(for: [text])
    return "\(fence)\"\(text)\"\(fence)"
  }

  /// JSON text on one line that may stand in a raw literal: what cannot becomes a JSON escape.
  static func harmless(json: String) -> String {
    var text = ""
    text.reserveCapacity(json.utf8.count)
    for scalar in json.unicodeScalars {
      switch scalar {
      case "\n", "\r", "\t": text += " "
      case _ where scalar.isHarmless: text.unicodeScalars.append(scalar)
      default:
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      }
    }
    return text
  }

  /// The number signs that must stand around a raw literal of some lines.
  static func fence(for lines: [String]) -> String {
    String(repeating: "#", count: lines.map(fenceLength).max() ?? 1)
  }

  /// How many number signs keep every quote and backslash of a text from meaning something.
  private static func fenceLength(_ text: String) -> Int {
    var longest = 0
    var run: Int?
    for byte in text.utf8 {
      switch (byte, run) {
      case (UInt8(ascii: "\""), _), (UInt8(ascii: "\\"), _): run = 0
      case (UInt8(ascii: "#"), let count?):
        run = count + 1
        longest = max(longest, count + 1)
      default: run = nil
      }
    }
    return longest + 1
  }
}

extension Unicode.Scalar {
  /// Whether the scalar may stand in generated text: it breaks no line, and a reader sees it and its effect.
  var isHarmless: Bool {
    if isASCII { return value >= 0x20 && value != 0x7F }
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .unassigned, .surrogate, .privateUse: return false
    case .format: return false
    default: return true
    }
  }
}
