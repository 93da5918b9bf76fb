extension ProseReader {
  /// The values that a phrase such as "支持的语音有 a、b" or "one of `a`, `b`" lists; empty where there is none.
  func listedValues() -> [String] {
    for hit in triggers.hits {
      var needsQuotes: Bool
      switch hit.role {
      case .list(let quoted): needsQuotes = quoted
      // Both follow the same words: "取值范围：low、high".
      case .range where text.starts(Self.rangeOfValues, at: hit.start): needsQuotes = false
      default: continue
      }
      // "Can be a, b" begins a list, "it can be found" does not.
      if text.starts(Self.possibility, at: hit.start) { needsQuotes = text.bytes[hit.start].isLowerLetter }
      // "Use either `a` or `b`" speaks of two properties.
      if text.starts(Self.alternative, at: hit.start), isOrdered(at: hit.start) { continue }
      let values = list(at: hit.end, needsQuotes: needsQuotes)
      if values.count >= 2, values.contains(where: { Double($0) == nil }) { return values }
    }
    return triggers.hasStroke ? pipedValues() : []
  }

  /// Whether the word before a place tells the reader what to do.
  private func isOrdered(at place: Int) -> Bool {
    var start = place
    while start > 0, text.bytes[start - 1] == 0x20 { start -= 1 }
    return Self.orders.contains { order in
      text.starts(order, at: start - order.count)
        && (start == order.count || !text.bytes[start - order.count - 1].isLetter)
    }
  }

  /// The values of a list that begins at a place, up to the end of the sentence.
  private func list(at start: Int, needsQuotes: Bool) -> [String] {
    let bytes = text.bytes
    var values: [String] = []
    var index = start
    var sawSeparator = true
    while index < bytes.count {
      if let length = text.match(Self.separators, at: index) {
        sawSeparator = sawSeparator || bytes[index] > 0x20 && bytes[index] != 0xC2
        index += length
      } else if let length = conjunction(at: index) {
        sawSeparator = true
        index += length
      } else if let length = text.match(Self.quotes, at: index) {
        guard let close = closingQuote(after: index + length) else { break }
        let value = text.text(index + length..<close.start)
        guard Self.isQuotedValue(value), sawSeparator || values.isEmpty else { break }
        values.append(value)
        sawSeparator = false
        index = text.skippingParentheses(close.end)
      } else if !needsQuotes, bytes[index].isValueByte, sawSeparator {
        var end = index
        while end < bytes.count, bytes[end].isValueByte { end += 1 }
        let endsSentence = bytes[end - 1] == UInt8(ascii: ".")
        var last = end
        while last > index, bytes[last - 1] == UInt8(ascii: ".") { last -= 1 }
        let value = text.text(index..<last)
        guard Self.isValue(value) else { break }
        values.append(value)
        sawSeparator = false
        index = text.skippingParentheses(end)
        if endsSentence { break }
      } else {
        break
      }
    }
    // "One of `a`, `b` must be provided" speaks of properties.
    guard text.match(Self.predicates, at: text.skippingSpaces(index)) == nil else { return [] }
    var seen: Set<String> = []
    return values.filter { seen.insert($0).inserted }
  }

  /// Where the next quote stands; a value is short.
  func closingQuote(after start: Int) -> (start: Int, end: Int)? {
    for index in start..<min(text.bytes.count, max(start, start + 64)) {
      if let length = text.match(Self.quotes, at: index) { return (index, index + length) }
    }
    return nil
  }

  /// Values joined by upright strokes: "system | user".
  private func pipedValues() -> [String] {
    for line in text.text(0..<text.bytes.count).split(whereSeparator: \.isNewline) where line.contains(" | ") {
      let parts = line.split(separator: "|").map { $0.split(whereSeparator: \.isWhitespace) }
      guard parts.count >= 2, let first = parts[0].last, let last = parts[parts.count - 1].first else { continue }
      let middle = parts.dropFirst().dropLast()
      guard middle.allSatisfy({ $0.count == 1 }) else { continue }
      let values = ([first] + middle.map { $0[0] } + [last]).map { String($0.filter { !"`\"'“”‘’「」".contains($0) }) }
      if values.allSatisfy({ Self.isValue($0) && Double($0) == nil }) { return values }
    }
    return []
  }

  /// The length of a word that joins the last two values, such as "or" and "或者".
  private func conjunction(at index: Int) -> Int? {
    guard let length = text.match(Self.conjunctions, at: index) else { return nil }
    let after = index + length
    if text.bytes[index].isLetter, after < text.bytes.count, text.bytes[after].isValueByte { return nil }
    return length
  }

  /// Whether a token can be a value: short, no sentence, no filler word.
  static func isValue(_ value: String) -> Bool { isSpelledAsValue(value) && !fillers.contains(value.lowercased()) }

  /// Whether a quoted token can be a value; a filler word or a media type is one only there.
  static func isQuotedValue(_ value: String) -> Bool {
    isSpelledAsValue(value.utf8.contains(UInt8(ascii: "/")) ? value.filter { $0 != "/" } : value)
  }

  /// Whether a token is short and holds nothing but what values are spelled with.
  private static func isSpelledAsValue(_ value: String) -> Bool {
    let bytes = value.utf8
    return !bytes.isEmpty && bytes.count <= 40 && bytes.contains(where: { $0.isLetter || $0.isDigit })
      && bytes.allSatisfy(\.isValueByte)
  }

  /// The quotes around values.
  static let quotes = ProseText.table("`", "\"", "'", "“", "”", "‘", "’", "「", "」")
  private static let separators = ProseText.table(
    " ",
    "\n",
    "\r",
    "\t",
    "\u{A0}",
    ",",
    "/",
    "|",
    ":",
    "，",
    "、",
    "："
  )
  private static let conjunctions = ProseText.table("或者", "以及", "或", "和", "与", "or", "and")
  private static let predicates = ProseText.table(
    "must ",
    "is ",
    "are ",
    "should ",
    "has ",
    "have ",
    "needs ",
    "will ",
    "必须",
    "必填",
    "至少"
  )
  private static let possibility = Array("can be".utf8)
  private static let alternative = Array("either".utf8)
  private static let rangeOfValues = Array("取值范围".utf8)
  private static let orders = ProseText.table(
    "use",
    "using",
    "specify",
    "specifying",
    "provide",
    "providing",
    "pass",
    "passing",
    "set",
    "setting",
    "send",
    "include",
    "give",
    "supply",
    "require",
    "requires",
    "need",
    "needs",
    "with",
    "from",
    "by",
    "in",
    "of",
    "for",
    "to"
  )

  /// Words that follow the phrases in running text and are never values.
  private static let fillers: Set<String> = [
    "a", "an", "the", "these", "this", "those", "at", "be", "between", "following", "in", "its", "of", "set", "to",
    "used", "your", "with", "is", "are", "include", "including", "less", "greater", "than", "not",
  ]
}
