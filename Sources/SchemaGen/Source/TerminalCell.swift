/// One Unicode scalar as a terminal shows it.
struct TerminalCell {
  /// What is written; never a control character.
  var text: String
  /// How many columns it takes.
  var width: Int

  /// Makes the cell of a scalar: tabs become spaces, and what a terminal might obey becomes a placeholder.
  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x20..<0x7F: (text, width) = (String(scalar), 1)
    case 0x09: (text, width) = ("    ", 4)
    // The control pictures follow the order of the control characters.
    case 0..<0x20: (text, width) = (String(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"), 1)
    case 0x7F: (text, width) = ("\u{2421}", 1)
    case 0x200C, 0x200D: (text, width) = (String(scalar), 0)
    default:
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
        (text, width) = ("\u{FFFD}", 1)
      case .nonspacingMark, .enclosingMark: (text, width) = (String(scalar), 0)
      default: (text, width) = (String(scalar), Self.isWide(scalar) ? 2 : 1)
      }
    }
  }

  /// The text as a terminal may show it, cut to a number of scalars.
  static func safe(_ text: String, limit: Int = 400) -> String {
    var result = ""
    for (index, scalar) in text.unicodeScalars.enumerated() {
      if index == limit { return result + "…" }
      result += TerminalCell(scalar).text
    }
    return result
  }

  /// Whether a scalar takes two columns (East Asian wide and full-width forms, and emoji).
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x1100: false
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF,
      0x20000...0x3FFFD:
      true
    default: scalar.properties.isEmojiPresentation
    }
  }
}
