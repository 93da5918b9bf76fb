/// Turns a document's text into the lines of a documentation comment.
enum DocumentationComment {
  /// The lines without their slashes, each with the space that follows them; a blank line is empty.
  ///
  /// Line breaks of every kind end a line, characters that show nothing are left out, and a tab is two spaces. There is at
  /// least one line: `fallback` where the text is empty.
  static func lines(_ text: String?, fallback: String) -> [String] {
    let lines = text.map(split) ?? []
    return lines.isEmpty ? [" " + oneLine(fallback)] : lines
  }

  /// A text without what could end the line that it stands on; the generator's own words may hold a document's.
  private static func oneLine(_ text: String) -> String {
    if text.unicodeScalars.allSatisfy(\.isHarmless) { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { $0.isHarmless ? $0 : "\u{FFFD}" }))
  }

  /// The lines of a parameter's documentation, indented behind its name.
  static func lines(parameter name: String, _ text: String?, fallback: String) -> [String] {
    let lines = lines(text, fallback: fallback)
    return [" - Parameter \(name):\(lines[0])"] + lines.dropFirst().map { $0.isEmpty ? "" : "    " + $0 }
  }

  /// The lines of a text, without blank ones at its begin and end, and never two in a row.
  private static func split(_ text: String) -> [String] {
    if let lines = splitPlain(text) { return lines }
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    func flush() {
      while let last = line.last, last.properties.isWhitespace { line.removeLast() }
      if !line.isEmpty {
        lines.append(" " + String(line))
      } else if let last = lines.last, !last.isEmpty {
        lines.append("")
      }
      line = String.UnicodeScalarView()
    }
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where previous == "\r": break
      case "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}": flush()
      case "\t": line.append(contentsOf: "  ".unicodeScalars)
      case _ where scalar.isHarmless: line.append(scalar)
      // Emoji are joined by this one, and scripts of India and Persia need it.
      case "\u{200D}", "\u{200C}": line.append(scalar)
      default: break
      }
      previous = scalar
    }
    flush()
    while lines.last == "" { lines.removeLast() }
    return lines
  }

  /// The same for a text that is nothing but printable ASCII and line feeds; nil for any other.
  private static func splitPlain(_ text: String) -> [String]? {
    var text = text
    return text.withUTF8 { bytes in
      var lines: [String] = []
      guard let start = bytes.baseAddress else { return lines }
      // Where the line begins, and where what it shows ends.
      var (first, end) = (0, 0)
      var index = 0
      while index <= bytes.count {
        let byte = index < bytes.count ? start[index] : 0x0A
        if byte == 0x0A {
          if end > first {
            lines.append(
              " " + String(decoding: UnsafeBufferPointer(start: start + first, count: end - first), as: UTF8.self)
            )
          } else if let last = lines.last, !last.isEmpty {
            lines.append("")
          }
          (first, end) = (index + 1, index + 1)
        } else if byte < 0x20 || byte >= 0x7F {
          return nil
        } else if byte != 0x20 {
          end = index + 1
        }
        index += 1
      }
      if lines.last == "" { lines.removeLast() }
      return lines
    }
  }
}
