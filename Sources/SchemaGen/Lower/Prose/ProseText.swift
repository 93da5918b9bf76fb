/// A description as bytes, and what its parsers share.
struct ProseText {
  let bytes: [UInt8]

  init(_ text: String) { bytes = Array(text.utf8) }

  /// Whether one of some texts stands at a place, and how long it is.
  func match(_ texts: [[UInt8]], at index: Int) -> Int? {
    for text in texts where starts(text, at: index) { return text.count }
    return nil
  }

  /// Whether a text stands at a place, whatever its case.
  func starts(_ text: [UInt8], at index: Int) -> Bool {
    guard index >= 0, index + text.count <= bytes.count else { return false }
    for offset in text.indices where bytes[index + offset].lowered != text[offset] { return false }
    return true
  }

  /// The place behind spaces.
  func skippingSpaces(_ start: Int) -> Int {
    var index = start
    while let length = match(Self.spaces, at: index) { index += length }
    return index
  }

  /// The place behind spaces, quotes and the marks of Markdown.
  func skippingMarks(_ start: Int) -> Int {
    var index = start
    while let length = match(Self.marks, at: index) { index += length }
    return index
  }

  /// The place behind an explanation in parentheses; the place itself where none stands there.
  func skippingParentheses(_ start: Int) -> Int {
    let open = skippingSpaces(start)
    guard match(Self.openings, at: open) != nil else { return start }
    var index = open
    while index < bytes.count, index < open + 160 {
      if let length = match(Self.closings, at: index) { return index + length }
      index += 1
    }
    return start
  }

  /// Whether nothing, or a mark that ends a statement, stands behind spaces and quotes.
  func endsStatement(at start: Int) -> Bool {
    let index = skippingMarks(start)
    if index >= bytes.count || bytes[index] == 0x0A || bytes[index] == 0x0D { return true }
    if bytes[index] == UInt8(ascii: ".") {
      return index + 1 >= bytes.count || skippingMarks(index + 1) > index + 1 || bytes[index + 1] == 0x0A
        || match(Self.stops, at: index + 1) != nil
    }
    return match(Self.stops, at: index) != nil
  }

  /// The sentence around a place.
  func sentence(around place: Int) -> Range<Int> {
    var start = place
    while start > 0, !endsSentence(at: start - 1) { start -= 1 }
    var end = place
    while end < bytes.count, !endsSentence(at: end) { end += 1 }
    return start..<end
  }

  /// Whether the byte at a place is the last one of a sentence.
  private func endsSentence(at index: Int) -> Bool {
    switch bytes[index] {
    case 0x0A, UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"): return true
    case UInt8(ascii: "."): return index + 1 >= bytes.count || bytes[index + 1] == 0x20 || bytes[index + 1] == 0x0A
    default: return Self.sentenceEnds.contains { starts($0, at: index - 2) }
    }
  }

  /// Whether the sentence around a place holds one of some words.
  func sentenceHolds(_ words: [[UInt8]], around place: Int) -> Bool {
    let sentence = sentence(around: place)
    for index in sentence where match(words, at: index) != nil {
      guard bytes[index].isLetter, index > 0, bytes[index - 1].isLetter else { return true }
    }
    return false
  }

  /// Some bytes as text.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Texts as bytes.
  static func table(_ texts: String...) -> [[UInt8]] { texts.map { Array($0.utf8) } }

  private static let spaces = table(" ", "\t", "\u{A0}", "\u{3000}")
  private static let marks = table(" ", "\t", "\u{A0}", "\u{3000}", "`", "\"", "'", "*", "“", "”", "‘", "’", "「", "」")
  private static let openings = table("(", "（")
  private static let closings = table(")", "）")
  private static let sentenceEnds = table("。", "；", "！", "？")
  private static let stops = table(
    ",",
    ";",
    ")",
    "]",
    "}",
    "!",
    "(",
    "。",
    "，",
    "；",
    "、",
    "）",
    "】",
    "！",
    "（",
    "且",
    "并且",
    "<br"
  )
}
