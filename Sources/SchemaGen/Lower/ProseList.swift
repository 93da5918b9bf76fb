/// What a description says of values in prose.
struct ProseReader {
  private let scalars: [Character]

  init(_ text: String) { scalars = Array(text) }

  /// The values that a phrase such as "支持的语音有 a、b" or "one of `a`, `b`" lists; empty where there is none.
  func listedValues() -> [String] {
    for start in scalars.indices {
      for phrase in Self.phrases where begins(with: phrase.text, at: start) {
        let values = list(at: start + phrase.text.count, needsQuotes: phrase.needsQuotes)
        if values.count >= 2, values.contains(where: { !Self.isNumber($0) }) { return values }
      }
    }
    return pipedValues()
  }

  /// The first number with a fraction that the text gives as an example or a bound; nil where there is none.
  func fractionalNumber() -> String? {
    var index = 0
    while index < scalars.count {
      guard scalars[index].isASCII, scalars[index].isNumber else {
        index += 1
        continue
      }
      let before = index > 0 ? scalars[index - 1] : " "
      var end = index
      while end < scalars.count, scalars[end].isASCII, scalars[end].isNumber || scalars[end] == "." { end += 1 }
      let after = end < scalars.count ? scalars[end] : " "
      var token = String(scalars[index..<end])
      while token.hasSuffix(".") { token.removeLast() }
      let parts = token.split(separator: ".", omittingEmptySubsequences: false)
      // A version or a part of a name is no number: gpt-3.5, v1.0, 1.2.3, 0.1x.
      let isNumber = parts.count == 2 && !before.isWordOrJoiner(scalars, index) && !after.isASCIILetter
      if isNumber, !Self.followsVersionWord(scalars, index) { return token }
      index = end
    }
    return nil
  }

  /// A phrase that a list of values follows.
  private struct Phrase {
    var text: [Character]
    /// Set for phrases that are common in running text: only quoted values count then.
    var needsQuotes: Bool

    init(_ text: String, needsQuotes: Bool = false) {
      self.text = Array(text)
      self.needsQuotes = needsQuotes
    }
  }

  /// The phrases that are read, longer ones before their own beginnings.
  private static let phrases: [Phrase] = [
    Phrase("格式必须是"), Phrase("必须是"), Phrase("必须为"), Phrase("可选值为"), Phrase("可选值包括"), Phrase("可选值有"),
    Phrase("可选值"), Phrase("可选:"), Phrase("可选："), Phrase("可选为"), Phrase("取值为"), Phrase("取值范围"), Phrase("取值"),
    Phrase("支持的语音有"), Phrase("支持的格式有"), Phrase("支持的值有"), Phrase("支持的值包括"), Phrase("支持的值为"),
    Phrase("支持的模型有"), Phrase("支持的尺寸有"), Phrase("枚举值"), Phrase("有以下几种"), Phrase("其中之一"),
    Phrase("one of the following values"), Phrase("one of the following"), Phrase("one of"), Phrase("One of"),
    Phrase("Allowed values are"), Phrase("allowed values are"), Phrase("Allowed values"), Phrase("allowed values"),
    Phrase("Possible values are"), Phrase("possible values are"), Phrase("Possible values"), Phrase("possible values"),
    Phrase("Supported values are"), Phrase("supported values are"), Phrase("Supported values"),
    Phrase("supported values"), Phrase("Supported formats are"), Phrase("supported formats are"),
    Phrase("Valid values are"), Phrase("valid values are"), Phrase("Valid values"), Phrase("valid values"),
    Phrase("Supported voices are"), Phrase("Can be"), Phrase("can be", needsQuotes: true),
    Phrase("either", needsQuotes: true), Phrase("Either", needsQuotes: true), Phrase("Must be", needsQuotes: true),
    Phrase("must be", needsQuotes: true),
  ]

  /// Whether a phrase stands at a place, at a word's beginning.
  private func begins(with phrase: [Character], at start: Int) -> Bool {
    guard start + phrase.count <= scalars.count else { return false }
    for offset in phrase.indices where scalars[start + offset] != phrase[offset] { return false }
    return !phrase[0].isASCIILetter || start == 0 || !scalars[start - 1].isASCIILetter
  }

  /// The values of a list that begins at a place, up to the end of the sentence.
  private func list(at start: Int, needsQuotes: Bool) -> [String] {
    var values: [String] = []
    var index = start
    var sawSeparator = true
    while index < scalars.count {
      let character = scalars[index]
      if Self.separators.contains(character) {
        sawSeparator = sawSeparator || !character.isWhitespace
        index += 1
      } else if let word = conjunction(at: index) {
        sawSeparator = true
        index += word
      } else if Self.quotes.contains(character) {
        guard let close = scalars[(index + 1)...].firstIndex(where: { Self.quotes.contains($0) }) else { break }
        let value = String(scalars[(index + 1)..<close])
        guard Self.isValue(value), sawSeparator || values.isEmpty else { break }
        values.append(value)
        sawSeparator = false
        index = close + 1
      } else if !needsQuotes, character.isValueCharacter, sawSeparator {
        var end = index
        while end < scalars.count, scalars[end].isValueCharacter { end += 1 }
        var value = String(scalars[index..<end])
        let endsSentence = value.hasSuffix(".")
        while value.hasSuffix(".") { value.removeLast() }
        guard Self.isValue(value) else { break }
        values.append(value)
        sawSeparator = false
        index = end
        if endsSentence { break }
      } else {
        break
      }
    }
    var seen: Set<String> = []
    return values.filter { seen.insert($0).inserted }
  }

  /// Values joined by upright strokes: "system | user".
  private func pipedValues() -> [String] {
    for line in String(scalars).split(whereSeparator: \.isNewline) where line.contains(" | ") {
      let parts = line.split(separator: "|").map { $0.split(whereSeparator: \.isWhitespace) }
      guard parts.count >= 2, let first = parts[0].last, let last = parts[parts.count - 1].first else { continue }
      let middle = parts.dropFirst().dropLast()
      guard middle.allSatisfy({ $0.count == 1 }) else { continue }
      let values = ([first] + middle.map { $0[0] } + [last]).map { String($0.filter { !Self.quotes.contains($0) }) }
      if values.allSatisfy({ Self.isValue($0) && $0.allSatisfy(\.isASCII) && !Self.isNumber($0) }) { return values }
    }
    return []
  }

  /// The length of a word that joins the last two values, such as "or" and "或者".
  private func conjunction(at index: Int) -> Int? {
    for word in Self.conjunctions where begins(with: word, at: index) {
      let after = index + word.count
      if word[0].isASCIILetter, after < scalars.count, scalars[after].isValueCharacter { continue }
      return word.count
    }
    return nil
  }

  private static let conjunctions: [[Character]] = ["或者", "以及", "或", "和", "与", "or", "and"].map(Array.init)
  private static let separators: Set<Character> = [" ", "\u{A0}", "\t", ",", "，", "、", "/", "|", ":", "：", "\n"]
  private static let quotes: Set<Character> = ["`", "\"", "'", "“", "”", "‘", "’", "「", "」"]

  /// Whether a token can be a value: short, no sentence, no filler word.
  private static func isValue(_ text: String) -> Bool {
    guard !text.isEmpty, text.count <= 40, text.contains(where: { $0.isLetter || $0.isNumber }) else { return false }
    return text.allSatisfy(\.isValueCharacter) && !fillers.contains(text.lowercased())
  }

  /// Words that follow the phrases in running text and are never values.
  private static let fillers: Set<String> = [
    "a", "an", "the", "these", "this", "those", "at", "be", "between", "following", "in", "its", "of", "set", "to",
    "used", "your", "with", "is", "are", "include", "including", "less", "greater", "than", "not",
  ]

  /// Whether a value is a plain number.
  private static func isNumber(_ text: String) -> Bool { Double(text) != nil }

  /// Whether the word before a number says that it is a version.
  private static func followsVersionWord(_ scalars: [Character], _ index: Int) -> Bool {
    let before = String(scalars[max(0, index - 10)..<index]).lowercased()
    return ["version ", "版本 ", "版本", "openapi "].contains { before.hasSuffix($0) }
  }
}

extension Character {
  /// Whether the character is a letter of the basic Latin alphabet.
  fileprivate var isASCIILetter: Bool { isASCII && isLetter }

  /// Whether values are spelled with the character.
  fileprivate var isValueCharacter: Bool {
    isASCII && (isLetter || isNumber || self == "_" || self == "-" || self == "." || self == ":" || self == "+")
  }

  /// Whether the character before a number makes the number part of a name; a minus sign does not.
  fileprivate func isWordOrJoiner(_ scalars: [Character], _ index: Int) -> Bool {
    if isASCIILetter || self == "_" || self == "." { return true }
    guard self == "-", index >= 2 else { return false }
    return scalars[index - 2].isASCIILetter || scalars[index - 2].isASCII && scalars[index - 2].isNumber
  }
}
