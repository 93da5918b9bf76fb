extension ProseReader {
  /// The default that the text states, as it spells it; nil where it states none, or several.
  func standardValue(of subject: ProseSubject, among values: [String]) -> String? {
    var found: String?
    for hit in triggers.hits {
      let value: String?
      switch hit.role {
      case .standard: value = standardValue(after: hit, subject, values)
      case .standardEnd: value = standardValue(before: hit, subject, values)
      default: value = nil
      }
      guard let value, !isConditional(hit.start) else { continue }
      if let found, found != value { return nil }
      found = value
    }
    return found
  }

  /// The default behind one phrase.
  private func standardValue(after hit: ProseTriggers.Hit, _ subject: ProseSubject, _ values: [String]) -> String? {
    let isLatin = text.bytes[hit.start].isLetter
    let isVerb = text.starts(Self.verb, at: hit.start)
    var start = text.skippingSpaces(hit.end)
    var isMarked = false
    if let length = text.match(Self.marks, at: start) {
      isMarked = true
      start = text.skippingSpaces(start + length)
    }
    // "The default model …" states none; "(default 1)" does.
    let isWord = isLatin && !isVerb && hit.end - hit.start == 7 && !isMarked
    if isWord, !standsApart(hit.start) { return nil }
    return value(at: start, subject, values, allowsBare: !isLatin || isMarked)
  }

  /// The default in front of a phrase.
  private func standardValue(before hit: ProseTriggers.Hit, _ subject: ProseSubject, _ values: [String]) -> String? {
    guard text.endsStatement(at: hit.end) else { return nil }
    // The value begins the sentence, or what stands behind a comma.
    let sentence = text.sentence(around: hit.start)
    var start = sentence.lowerBound
    for index in sentence.lowerBound..<hit.start {
      if let length = text.match(Self.commas, at: index) { start = index + length }
    }
    while let length = text.match(Self.sentenceEnds, at: text.skippingSpaces(start)) {
      start = text.skippingSpaces(start) + length
    }
    start = text.skippingSpaces(start)
    return value(at: start, subject, values, allowsBare: false, end: hit.start)
  }

  /// The value at a place; a bare word is a value in Chinese text, and rarely one in English. `end` is the place of what
  /// must follow, nil for the end of the statement.
  private func value(
    at start: Int,
    _ subject: ProseSubject,
    _ values: [String],
    allowsBare: Bool,
    end: Int? = nil
  ) -> String? {
    func ends(at place: Int) -> Bool { end.map { text.skippingMarks(place) == $0 } ?? endsValue(at: place) }
    switch subject {
    case .integer, .number:
      guard let number = number(at: start), subject == .number || number.isIntegral else { return nil }
      var end = number.end
      let unit = text.skippingSpaces(end)
      if let length = text.match(Self.counters, at: unit) { end = unit + length }
      return ends(at: end) ? number.spelling : nil
    case .boolean:
      let token = text.skippingMarks(start)
      for word in ["true", "false"] where text.starts(Array(word.utf8), at: token) {
        return ends(at: token + word.utf8.count) ? word : nil
      }
      return nil
    case .string:
      guard let token = token(at: start), ends(at: token.end) else { return nil }
      if !values.isEmpty { return values.contains(token.text) ? token.text : nil }
      return (token.isQuoted || allowsBare) && !Self.absentValues.contains(token.text.lowercased()) ? token.text : nil
    }
  }

  /// The value at a place, in quotes or bare.
  private func token(at start: Int) -> (text: String, end: Int, isQuoted: Bool)? {
    if let length = text.match(Self.quotes, at: start) {
      guard let close = closingQuote(after: start + length) else { return nil }
      let value = text.text(start + length..<close.start)
      return Self.isQuotedValue(value) ? (value, close.end, true) : nil
    }
    var end = start
    while end < text.bytes.count, text.bytes[end].isValueByte { end += 1 }
    while end > start, text.bytes[end - 1] == UInt8(ascii: ".") || text.bytes[end - 1] == UInt8(ascii: ":") { end -= 1 }
    let value = text.text(start..<end)
    return Self.isValue(value) ? (value, end, false) : nil
  }

  /// Whether a statement ends at a place and no second value follows.
  private func endsValue(at end: Int) -> Bool {
    guard text.endsStatement(at: end) else { return false }
    var next = text.skippingMarks(end)
    guard next < text.bytes.count, let length = text.match(Self.commas, at: next) else { return true }
    next = text.skippingSpaces(next + length)
    return text.match(Self.quotes, at: next) == nil && number(at: next) == nil
  }

  /// Whether a place begins a text, a line, or what stands in parentheses or behind a comma.
  private func standsApart(_ place: Int) -> Bool {
    var index = place
    while index > 0, text.bytes[index - 1] == 0x20 { index -= 1 }
    return index == 0 || text.bytes[index - 1] == 0x0A
      || Self.introductions.contains { text.starts($0, at: index - $0.count) }
  }

  /// Whether the sentence around a place says that what it states holds only at times.
  func isConditional(_ place: Int) -> Bool {
    let start = text.skippingMarks(text.sentence(around: place).lowerBound)
    return text.match(Self.conditionalBeginnings, at: start) != nil
      || text.sentenceHolds(Self.conditions, around: place)
  }

  private static let verb = Array("defaults to".utf8)
  private static let marks = ProseText.table(":", "：", "=")
  private static let sentenceEnds = ProseText.table("。", "；", "！", "？", ".", "\n")
  private static let commas = ProseText.table(",", "，", "、")
  private static let counters = ProseText.table("个", "条", "次", "页", "items", "tokens")
  private static let introductions = ProseText.table("(", "（", "[", ",", "，", ";", "；", ".", "。", "-")
  private static let conditionalBeginnings = ProseText.table("for ", "对于")
  private static let conditions = ProseText.table(
    "if ",
    "when ",
    "unless ",
    "otherwise",
    "depend",
    "varies",
    "except",
    "e.g",
    "for example",
    "如果",
    "若",
    "当请求",
    "当使用",
    "当该",
    "当参数",
    "当模型",
    "取决于",
    "除非",
    "例如",
    "否则"
  )
  private static let absentValues: Set<String> = [
    "none", "null", "nil", "empty", "unset", "undefined", "today", "now", "current", "true", "false", "unlimited",
  ]
}
