extension ProseReader {
  /// The bounds that the text states of a number, or of a text's length. What it states twice in different ways is left
  /// out.
  func limits(of subject: ProseSubject) -> [ProseReading.Limit] {
    guard subject != .boolean else { return [] }
    var limits: [ProseReading.Limit] = []
    var contested: Set<String> = []
    for hit in triggers.hits {
      guard let found = limit(at: hit, subject), !isConditional(hit.start), !isAdvice(hit.start) else { continue }
      for limit in found {
        if let other = limits.first(where: { $0.keyword == limit.keyword }) {
          if other != limit { contested.insert(limit.keyword) }
        } else {
          limits.append(limit)
        }
      }
    }
    limits.removeAll { contested.contains($0.keyword) }
    return Self.areConsistent(limits) ? limits : []
  }

  /// What one phrase states; nil where it states nothing of the subject.
  private func limit(at hit: ProseTriggers.Hit, _ subject: ProseSubject) -> [ProseReading.Limit]? {
    switch hit.role {
    case .list, .standard, .standardEnd: return nil
    case .between: return range(at: hit.end, brackets: true, subject)
    case .range: return subject == .string ? nil : range(at: hit.end, brackets: true, subject)
    case .rangeEnd: return subject == .string ? nil : rangeBefore(hit, subject)
    case .lengthRange: return subject == .string ? range(at: hit.end, brackets: false, subject, isLength: true) : nil
    case .length(let keyword):
      guard subject == .string, let number = boundedNumber(after: hit), number.isLength else { return nil }
      let unit = characterUnit(at: number.end)
      guard unit != nil || text.endsStatement(at: number.end) else { return nil }
      return [ProseReading.Limit(keyword: keyword, number: number.spelling)]
    case .bound(let keyword): return bound(keyword, after: hit, subject)
    }
  }

  /// One bound of a number or, where characters are counted, of a text's length.
  private func bound(
    _ keyword: String,
    after hit: ProseTriggers.Hit,
    _ subject: ProseSubject
  ) -> [ProseReading.Limit]? {
    guard let number = boundedNumber(after: hit) else { return nil }
    if subject == .string {
      guard number.isLength, characterUnit(at: number.end) != nil, let length = Self.lengthKeywords[keyword] else {
        return nil
      }
      return [ProseReading.Limit(keyword: length, number: number.spelling)]
    }
    let isAdded = text.match(Self.additions, at: text.skippingMarks(number.end)) != nil
    guard number.fits(subject), isAdded || isSpan(at: number.end) else { return nil }
    // "Greater than 1" describes more often than it demands.
    let isStrict = keyword.hasPrefix("exclusive")
    guard !isStrict || text.sentenceHolds(Self.demands, around: hit.start) else { return nil }
    return [ProseReading.Limit(keyword: keyword, number: number.spelling)]
  }

  /// The number behind a phrase and what may stand between them.
  private func boundedNumber(after hit: ProseTriggers.Hit) -> ProseNumber? {
    var index = text.skippingMarks(hit.end)
    if let length = text.match(Self.links, at: index) { index += length }
    return number(at: index)
  }

  /// Two numbers with a word or a sign between them, at a place; what follows says what is counted.
  private func range(
    at start: Int,
    brackets: Bool,
    _ subject: ProseSubject,
    isLength: Bool = false
  ) -> [ProseReading.Limit]? {
    var index = text.skippingMarks(start)
    while let length = text.match(Self.links, at: index) { index = text.skippingMarks(index + length) }
    var isList = false
    if brackets, let length = text.match(Self.brackets, at: index) {
      isList = text.match(Self.squareBrackets, at: index) != nil
      index += length
    }
    guard let pair = pair(at: index, isList: isList) else { return nil }
    if subject == .string {
      guard pair.low.isLength, pair.high.isLength,
        characterUnit(at: pair.end) != nil || isLength && isSpan(at: pair.end)
      else { return nil }
      return [
        ProseReading.Limit(keyword: "minLength", number: pair.low.spelling),
        ProseReading.Limit(keyword: "maxLength", number: pair.high.spelling),
      ]
    }
    guard pair.low.fits(subject), pair.high.fits(subject), isSpan(at: pair.end) || text.endsStatement(at: pair.end)
    else {
      return nil
    }
    return pair.limits
  }

  /// Two numbers that end where a phrase begins: "1 到 2 之间".
  private func rangeBefore(_ hit: ProseTriggers.Hit, _ subject: ProseSubject) -> [ProseReading.Limit]? {
    let sentence = text.sentence(around: hit.start)
    guard isSpan(at: hit.start) else { return nil }
    var index = max(sentence.lowerBound, hit.start - 48)
    while index < hit.start {
      let isStart = index == 0 || !(text.bytes[index - 1].isValueByte && text.bytes[index - 1] != UInt8(ascii: ":"))
      if isStart, text.bytes[index].isDigit || text.bytes[index] == UInt8(ascii: "-"),
        let pair = pair(at: index, isList: false), pair.low.fits(subject), pair.high.fits(subject),
        text.skippingMarks(pair.end) == hit.start
      {
        return pair.limits
      }
      index += 1
    }
    return nil
  }

  /// Two numbers and the place behind them; a comma may stand between them in brackets alone.
  private func pair(at start: Int, isList: Bool) -> Pair? {
    guard let low = number(at: start) else { return nil }
    let middle = text.skippingMarks(low.end)
    guard let length = text.match(isList ? Self.listJoints : Self.joints, at: middle),
      let high = number(at: middle + length), low.value < high.value
    else { return nil }
    return Pair(low: low, high: high)
  }

  /// The bounds of a range.
  private struct Pair {
    var low: ProseNumber
    var high: ProseNumber

    /// The place behind both.
    var end: Int { high.end }
    /// What the bounds state of a number.
    var limits: [ProseReading.Limit] {
      [
        ProseReading.Limit(keyword: "minimum", number: low.spelling),
        ProseReading.Limit(keyword: "maximum", number: high.spelling),
      ]
    }
  }

  /// Whether nothing but "之间", "inclusive" or a noun for numbers stands between a place and the statement's end.
  private func isSpan(at place: Int) -> Bool {
    var index = text.skippingMarks(place)
    if let length = text.match(Self.squareClosings, at: index) { index = text.skippingMarks(index + length) }
    if let length = text.match(Self.spans, at: index) { index = text.skippingMarks(index + length) }
    if let length = text.match(Self.nouns, at: index) { index = text.skippingMarks(index + length) }
    return text.endsStatement(at: index)
  }

  /// The length of a word for characters at a place.
  private func characterUnit(at place: Int) -> Int? {
    let index = text.skippingMarks(place)
    guard let length = text.match(Self.characters, at: index) else { return nil }
    let end = index + length
    if text.bytes[index].isLetter, end < text.bytes.count, text.bytes[end].isLetter { return nil }
    guard text.match(Self.bytesUnits, at: index) == nil else { return nil }
    // "1000 characters for one model" is no bound for all.
    return text.match(Self.restrictions, at: text.skippingMarks(end)) == nil ? length : nil
  }

  /// Whether the sentence around a place gives advice or an approximation.
  private func isAdvice(_ place: Int) -> Bool { text.sentenceHolds(Self.advice, around: place) }

  /// Whether bounds leave room for a value.
  private static func areConsistent(_ limits: [ProseReading.Limit]) -> Bool {
    func value(_ keywords: String...) -> Double? {
      limits.first { keywords.contains($0.keyword) }.flatMap { Double($0.number) }
    }
    for (low, high) in [
      (value("minimum", "exclusiveMinimum"), value("maximum", "exclusiveMaximum")),
      (value("minLength"), value("maxLength")),
    ] {
      if let low, let high, low >= high { return false }
    }
    return true
  }

  private static let lengthKeywords = ["minimum": "minLength", "maximum": "maxLength"]
  private static let links = ProseText.table(
    "为",
    "是",
    "在",
    "必须",
    "应",
    "：",
    ":",
    "=",
    "of ",
    "is ",
    "to ",
    "from ",
    "between "
  )
  private static let joints = ProseText.table("到", "至", "和", "与", "~", "～", "-", "–", "—", "and ", "to ", "through ")
  private static let listJoints = joints + ProseText.table(",", "，")
  private static let brackets = ProseText.table("[", "【", "(", "（")
  private static let squareBrackets = ProseText.table("[", "【")
  private static let squareClosings = ProseText.table("]", "】", ")", "）")
  private static let spans = ProseText.table("之间", "inclusive", "(inclusive)", "（含）", "（包含）", "以内")
  private static let nouns = ProseText.table(
    "的数字",
    "的整数",
    "的小数",
    "的浮点数",
    "的数值",
    "的数",
    "的值",
    "的任意值",
    "的任意数",
    "选择一个值",
    "选择"
  )
  private static let characters = ProseText.table(
    "个字符",
    "字符",
    "个汉字",
    "个字",
    "字",
    "characters",
    "character",
    "chars",
    "unicode characters",
    "letters"
  )
  private static let restrictions = ProseText.table("for ", "when ", "per ", "if ", "each", "/")
  private static let additions = ProseText.table("and ", "but ")
  private static let bytesUnits = ProseText.table("字节", "个字节", "字段", "个字段")
  private static let demands = ProseText.table("must ", "should be", "has to be", "必须", "须", "需", "应")
  private static let advice = ProseText.table(
    "recommend",
    "suggest",
    "typical",
    "usual",
    "general",
    "approximately",
    "roughly",
    "work best",
    "such as",
    "like ",
    "建议",
    "推荐",
    "通常",
    "一般",
    "大约",
    "左右",
    "比如"
  )
}

extension ProseNumber {
  /// Whether the number can be a length.
  fileprivate var isLength: Bool { isIntegral && !spelling.hasPrefix("-") }

  /// Whether the number can bound a value of a type.
  fileprivate func fits(_ subject: ProseSubject) -> Bool { subject == .number || isIntegral }
}
