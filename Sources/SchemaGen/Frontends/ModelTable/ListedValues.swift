/// The values that a cell lists, with what it says of each: `a、b`, `0: 失败 1: 成功`.
struct ListedValues {
  /// The values in order.
  var values: [PageLine] = []
  /// What is said of each; empty where nothing is.
  var explanations: [PageLine] = []

  /// Takes a cell apart; nil where it is a sentence or a range.
  init?(_ cell: PageLine) {
    let parts = Self.parts(of: cell)
    guard parts.count >= 1, parts.count <= 200 else { return nil }
    for part in parts {
      let (value, explanation) = Self.explained(part)
      guard Self.isValue(value.text) else { return nil }
      values.append(value)
      if let explanation { explanations.append(explanation) }
    }
    guard explanations.isEmpty || explanations.count == values.count else { return nil }
    // One word in another script is a remark.
    if values.count == 1, values[0].text.utf8.contains(where: { $0 >= 0x80 }) { return nil }
  }

  /// The parts of a cell between marks; where there are none, between spaces.
  private static func parts(of cell: PageLine) -> [PageLine] {
    let lines = CellText.lines(cell)
    let marks = "、,，|;；\\"
    let isMarked = lines.contains { $0.text.contains { marks.contains($0) } }
    let isSlashed = !isMarked && lines.contains { $0.text.contains("/") && !$0.text.contains("//") }
    return lines.flatMap { line in
      line.text.split { character in
        if isMarked { return marks.contains(character) }
        return isSlashed ? character == "/" : character.unicodeScalars.allSatisfy(\.isPageSpace)
      }
      .map { CellText.plain(line.part($0)) }.filter { !$0.text.isEmpty }
    }
  }

  /// A value and its explanation behind a colon or an equals sign, or behind the hyphen that follows a number.
  private static func explained(_ part: PageLine) -> (value: PageLine, explanation: PageLine?) {
    guard let mark = part.text.firstIndex(where: { ":：=-(（".contains($0) }), mark > part.text.startIndex else {
      return (part, nil)
    }
    let value = part.part(part.text[..<mark])
    var explanation = part.part(part.text[part.text.index(after: mark)...])
    if part.text[mark] == "-", !value.text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return (part, nil) }
    if "(（".contains(part.text[mark]) {
      guard explanation.text.hasSuffix(")") || explanation.text.hasSuffix("）") else { return (part, nil) }
      explanation = explanation.part(explanation.text.dropLast())
    }
    return explanation.text.isEmpty ? (part, nil) : (CellText.plain(value), explanation)
  }

  /// Whether a text can be a value.
  private static func isValue(_ text: Substring) -> Bool {
    text.utf8.count <= 64 && !text.isEmpty && !text.contains("...") && !text.contains("…")
      && !text.contains { "。！？~～[]()（）{}<>≤≥".contains($0) }
  }
}
