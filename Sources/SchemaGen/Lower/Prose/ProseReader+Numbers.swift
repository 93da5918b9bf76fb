/// A number in a text.
struct ProseNumber: Equatable {
  /// As JSON spells it.
  var spelling: String
  /// The place behind it.
  var end: Int

  /// Whether the number has no fraction.
  var isIntegral: Bool { !spelling.utf8.contains(UInt8(ascii: ".")) }
  /// The value.
  var value: Double { Double(spelling) ?? .nan }
}

extension ProseReader {
  /// The number at a place, behind spaces and quotes; thousands may be set apart by commas. Nil for a part of a name,
  /// of a version or of a percentage.
  func number(at place: Int) -> ProseNumber? {
    let bytes = text.bytes
    var index = text.skippingMarks(place)
    var spelling = ""
    if let length = text.match(Self.minusSigns, at: index) {
      spelling = "-"
      index += length
    } else if index < bytes.count, bytes[index] == UInt8(ascii: "+") {
      index += 1
    }
    let first = index
    while index < bytes.count, bytes[index].isDigit { index += 1 }
    guard index > first, index - first <= 18 else { return nil }
    spelling += text.text(first..<index)
    while index - first <= 18, isGroupOfThousands(at: index, first: first) {
      spelling += text.text(index + 1..<index + 4)
      index += 4
    }
    if bytes[first] == UInt8(ascii: "0"), index > first + 1 { return nil }
    if index + 1 < bytes.count, bytes[index] == UInt8(ascii: "."), bytes[index + 1].isDigit {
      let point = index
      index += 1
      while index < bytes.count, bytes[index].isDigit { index += 1 }
      guard index - point <= 18 else { return nil }
      spelling += text.text(point..<index)
    }
    if index < bytes.count {
      if bytes[index].isLetter || bytes[index] == UInt8(ascii: "_") || bytes[index] == UInt8(ascii: "%") { return nil }
      let isPoint = bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ":")
      if isPoint, index + 1 < bytes.count, bytes[index + 1].isDigit { return nil }
    }
    return ProseNumber(spelling: spelling, end: index)
  }

  /// Whether a comma and exactly three digits stand at a place, as in 4,096.
  private func isGroupOfThousands(at index: Int, first: Int) -> Bool {
    let bytes = text.bytes
    guard index + 3 < bytes.count, bytes[index] == UInt8(ascii: ","), bytes[index + 1..<index + 4].allSatisfy(\.isDigit)
    else { return false }
    return index - first <= 3 || bytes[first..<index].contains(UInt8(ascii: ","))
      ? index + 4 >= bytes.count || !bytes[index + 4].isDigit : false
  }

  /// The first number with a fraction that the text gives as an example or a bound; nil where there is none.
  func fractionalNumber() -> String? {
    guard triggers.hasFraction else { return nil }
    let bytes = text.bytes
    var index = 0
    while index < bytes.count {
      guard bytes[index].isDigit else {
        index += 1
        continue
      }
      var end = index
      while end < bytes.count, bytes[end].isDigit || bytes[end] == UInt8(ascii: ".") { end += 1 }
      var last = end
      while bytes[last - 1] == UInt8(ascii: ".") { last -= 1 }
      let points = bytes[index..<last].count { $0 == UInt8(ascii: ".") }
      // A version or a part of a name is no number: gpt-3.5, v1.0, 1.2.3, 0.1x.
      let isName = index > 0 && belongsToName(index)
      if points == 1, !isName, end == bytes.count || !bytes[end].isLetter, !followsVersionWord(index) {
        return text.text(index..<last)
      }
      index = end
    }
    return nil
  }

  /// Whether what stands before a number makes it part of a name; a minus sign does not.
  private func belongsToName(_ index: Int) -> Bool {
    let bytes = text.bytes
    let before = bytes[index - 1]
    if before.isLetter || before == UInt8(ascii: "_") || before == UInt8(ascii: ".") { return true }
    guard before == UInt8(ascii: "-"), index >= 2 else { return false }
    return bytes[index - 2].isLetter || bytes[index - 2].isDigit
  }

  /// Whether the word before a number says that it is a version.
  private func followsVersionWord(_ index: Int) -> Bool {
    Self.versionWords.contains { text.starts($0, at: index - $0.count) }
  }

  private static let minusSigns = ProseText.table("-", "−", "－")
  private static let versionWords = ProseText.table("version ", "版本 ", "版本", "openapi ")
}
