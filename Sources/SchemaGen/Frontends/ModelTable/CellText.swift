/// The texts of a table's cells.
enum CellText {
  /// What stands in cells that say nothing.
  private static let nothing: Set<String> = [
    "-", "--", "—", "——", "–", "/", "\\", "\\-", "无", "none", "n/a", "na", "nil", "空", "暂无", "未设置",
  ]

  /// Answers to whether something is required or possible, in lower case.
  private static let answers: [String: Bool] = {
    let yes = [
      "是", "yes", "true", "y", "t", "✓", "✔", "✔️", "✅", "☑", "☑️", "√", "●", "必需", "必填", "必选", "必须", "必传", "必要",
      "required",
      "mandatory", "always", "1", "m", "需要", "❗", ":white_check_mark:", ":heavy_check_mark:",
    ]
    let no = [
      "否", "no", "false", "n", "f", "✗", "✘", "❌", "×", "✖", "✖️", "☐", "○", "可选", "选填", "非必需", "非必填", "非必选", "非必须",
      "非必传",
      "optional", "not required", "0", "o", "不需要", "不必", "不是", "never", ":x:", "",
    ]
    return Dictionary(uniqueKeysWithValues: yes.map { ($0, true) } + no.map { ($0, false) })
  }()

  /// Whether a cell says nothing.
  static func isNothing(_ text: Substring) -> Bool {
    let word = text.trimmed.lowercased()
    return word.isEmpty || nothing.contains(word)
  }

  /// Yes or no, nil where a cell says neither.
  static func answer(_ text: Substring) -> Bool? {
    let plain = text.drop { "*`_ ".contains($0) }
    // `是（见下）`, `Yes, if …`: the first word is the answer, unless a condition follows.
    let word = plain.prefix { !"(（,，。.*`".contains($0) }.trimmed.lowercased()
    return isNothing(text) ? nil : answers[word]
  }

  /// A cell without the marks of code and emphasis around it.
  static func plain(_ cell: PageLine) -> PageLine {
    var line = cell
    for mark in ["**", "`", "__", "\"", "<code>", "*"] {
      let close = mark == "<code>" ? "</code>" : mark
      guard line.text.begins(with: mark), line.text.ends(with: close),
        line.text.utf8.count > mark.utf8.count + close.utf8.count
      else { continue }
      let inner = line.prefix(bytes: line.text.utf8.count - close.utf8.count).dropping(bytes: mark.utf8.count)
      if !inner.text.contains(mark) { line = inner }
    }
    return line
  }

  /// The lines of a cell, which tables part with `<br>`.
  static func lines(_ cell: PageLine) -> [PageLine] {
    var lines: [PageLine] = []
    var rest = cell
    while let (offset, length) = lineBreak(in: rest.text) {
      lines.append(rest.prefix(bytes: offset))
      rest = rest.dropping(bytes: offset + length)
    }
    return (lines + [rest]).filter { !$0.text.isEmpty }
  }

  /// Where the next `<br>` of a text stands and how long it is.
  private static func lineBreak(in text: Substring) -> (offset: Int, length: Int)? {
    let marks = ["<br>", "<br/>", "<br />", "<BR>"]
    guard text.utf8.contains(UInt8(ascii: "<")) else { return nil }
    return marks.compactMap { mark in text.byteOffsets(of: mark).first.map { ($0, mark.utf8.count) } }
      .min { $0.0 < $1.0 }
  }
}
