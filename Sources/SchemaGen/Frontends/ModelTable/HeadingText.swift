/// Headings without what Markdown and the tools that write it put around their words.
enum HeadingText {
  /// The words of a heading: no marks, no anchors, no numbers of chapters, no emphasis.
  static func plain(_ line: PageLine) -> PageLine {
    var text = line.part(line.text.drop { $0 == "#" })
    while text.text.begins(with: "<a "), let end = text.text.byteOffsets(of: "</a>").first {
      text = text.dropping(bytes: end + 4)
    }
    if let anchor = text.text.byteOffsets(of: "{#").first, text.text.ends(with: "}") {
      text = text.prefix(bytes: anchor)
    }
    text = CellText.plain(CellText.plain(text.part(text.text.trimmingMarks)))
    return unnumbered(text)
  }

  /// Whether a line is nothing but an anchor that a tool has put there.
  static func isAnchor(_ line: PageLine) -> Bool {
    line.text.begins(with: "<a ") && line.text.ends(with: "</a>") && line.text.utf8.count <= 200
  }

  /// A heading without the number of its chapter: `3.2 `, `1. `, `（一）`, `二、`.
  private static func unnumbered(_ line: PageLine) -> PageLine {
    let digits = line.text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let rest = line.text[digits.endIndex...]
    if !digits.isEmpty, digits.first?.isNumber == true, digits.utf8.count <= 8, let next = rest.first,
      next.unicodeScalars.allSatisfy(\.isPageSpace) || "、)）".contains(next) || digits.hasSuffix("."),
      digits.contains(".") || "、)）".contains(next)
    {
      let words = line.part(rest.drop { "、)） ".contains($0) })
      return words.text.isEmpty ? line : words
    }
    let numerals = "一二三四五六七八九十"
    let bare = line.text.drop { "(（".contains($0) }
    let numeral = bare.prefix { numerals.contains($0) }
    let behind = bare[numeral.endIndex...]
    guard !numeral.isEmpty, let mark = behind.first, "、)）".contains(mark), behind.count > 1 else { return line }
    return line.part(behind.drop { "、)） ".contains($0) })
  }
}

extension Substring {
  /// The text without the signs of links that sites put behind headings.
  fileprivate var trimmingMarks: Substring {
    var text = self
    while text.hasSuffix("#") || text.hasSuffix("¶") || text.hasSuffix("🔗") { text = text.dropLast().trimmed }
    return text
  }
}
