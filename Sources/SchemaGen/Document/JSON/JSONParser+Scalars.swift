import SchemaSource

extension JSONParser {
  /// Reads a string at its opening quote.
  mutating func parseString() throws(JSONFailure) -> String {
    let start = position
    position += 1
    position = plainEnd(from: position)
    if position < end, text[position] == UInt8(ascii: "\"") {
      let string = String(decoding: UnsafeBufferPointer(rebasing: text[start + 1..<position]), as: UTF8.self)
      position += 1
      return string
    }
    return try parseEscapedString(from: start)
  }

  /// Reads the rest of a string that is not one plain run.
  private mutating func parseEscapedString(from start: Int) throws(JSONFailure) -> String {
    scratch.removeAll(keepingCapacity: true)
    scratch.append(contentsOf: UnsafeBufferPointer(rebasing: text[start + 1..<position]))
    while position < end {
      switch text[position] {
      case UInt8(ascii: "\""):
        position += 1
        return String(decoding: scratch, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard position + escapeLength <= end else { return try cutString(from: start) }
        try parseEscape()
      case 0..<0x20:
        // A cut string may have a line break behind it that belongs to the file.
        if dialect == .page, text[position..<end].allSatisfy({ $0 <= 0x20 }) { return try cutString(from: start) }
        throw unexpected("an escape such as \\n in the string", opening: ("the string begins here", start..<start + 1))
      default:
        let runEnd = plainEnd(from: position)
        scratch.append(contentsOf: UnsafeBufferPointer(rebasing: text[position..<runEnd]))
        position = runEnd
      }
    }
    return try cutString(from: start)
  }

  /// The length of the escape at the current position as far as its first letters tell.
  private var escapeLength: Int {
    guard position + 1 < end, text[position + 1] == UInt8(ascii: "u") else { return 2 }
    // Digits that are wrong are an error of their own, not a cut.
    for offset in 2..<6 where position + offset < end && hexadecimal(text[position + offset]) == nil { return offset }
    return 6
  }

  /// What a string is whose end is missing: as much as there is on a page, otherwise a failure.
  private mutating func cutString(from start: Int) throws(JSONFailure) -> String {
    position = end
    guard dialect == .page else {
      throw unexpected("'\"' at the end of the string", opening: ("the string begins here", start..<start + 1))
    }
    isCut = true
    return scratch.withUnsafeBufferPointer { bytes in
      let whole = UTF8Scan.wholeEnd(in: bytes, from: 0, to: bytes.count)
      return String(decoding: bytes[..<whole], as: UTF8.self)
    }
  }

  /// The offset of the next quote, backslash or control character.
  private func plainEnd(from start: Int) -> Int {
    var index = start
    guard let base = text.baseAddress else { return end }
    let raw = UnsafeRawPointer(base)
    while index + 8 <= end {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let quotes = word ^ 0x2222_2222_2222_2222
      let slashes = word ^ 0x5C5C_5C5C_5C5C_5C5C
      let found =
        ((quotes &- UTF8Scan.lowBits) & ~quotes | (slashes &- UTF8Scan.lowBits) & ~slashes
          | (word &- 0x2020_2020_2020_2020) & ~word) & UTF8Scan.highBits
      if found != 0 { return index + found.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < end {
      let byte = text[index]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { break }
      index += 1
    }
    return index
  }

  /// Reads the escape at the current position into `scratch` (RFC 8259, section 7).
  private mutating func parseEscape() throws(JSONFailure) {
    switch text[position + 1] {
    case UInt8(ascii: "\""): scratch.append(0x22)
    case UInt8(ascii: "\\"): scratch.append(0x5C)
    case UInt8(ascii: "/"): scratch.append(0x2F)
    case UInt8(ascii: "b"): scratch.append(0x08)
    case UInt8(ascii: "f"): scratch.append(0x0C)
    case UInt8(ascii: "n"): scratch.append(0x0A)
    case UInt8(ascii: "r"): scratch.append(0x0D)
    case UInt8(ascii: "t"): scratch.append(0x09)
    case UInt8(ascii: "u"): return try parseUnicodeEscape()
    default:
      position += 1
      throw unexpected("one of \" \\ / b f n r t u after the backslash")
    }
    position += 2
  }

  /// Reads `\u` and four hexadecimal digits, or two of these that are a pair; a surrogate alone becomes U+FFFD.
  private mutating func parseUnicodeEscape() throws(JSONFailure) {
    let unit = try parseHexadecimal()
    var scalar = UInt32(unit)
    if unit & 0xFC00 == 0xD800, position + 6 <= end, text[position] == UInt8(ascii: "\\"),
      text[position + 1] == UInt8(ascii: "u")
    {
      let start = position
      let low = try parseHexadecimal()
      if low & 0xFC00 == 0xDC00 {
        scalar = 0x10000 + (UInt32(unit) & 0x3FF) << 10 + UInt32(low) & 0x3FF
      } else {
        position = start
      }
    }
    scratch.append(contentsOf: String(Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8)
  }

  /// Reads `\u` and the number that its four hexadecimal digits spell.
  private mutating func parseHexadecimal() throws(JSONFailure) -> UInt16 {
    var unit: UInt16 = 0
    position += 2
    for _ in 0..<4 {
      guard position < end, let digit = hexadecimal(text[position]) else {
        throw unexpected("four hexadecimal digits after \\u")
      }
      unit = unit << 4 | UInt16(digit)
      position += 1
    }
    return unit
  }

  /// The value of a hexadecimal digit, nil for another byte.
  private func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  /// Reads a number and returns its spelling (RFC 8259, section 6).
  mutating func parseNumber() throws(JSONFailure) -> String {
    let start = position
    if text[position] == UInt8(ascii: "-") { position += 1 }
    let integer = position
    guard skipDigits() else { throw unexpected("a digit after the minus sign") }
    if text[integer] == UInt8(ascii: "0"), position > integer + 1 {
      position = start
      throw unexpected("a number without leading zeros")
    }
    if position < end, text[position] == UInt8(ascii: ".") {
      position += 1
      guard skipDigits() else { throw unexpected("a digit after the decimal point") }
    }
    if position < end, text[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      if position < end, text[position] == UInt8(ascii: "+") || text[position] == UInt8(ascii: "-") { position += 1 }
      guard skipDigits() else { throw unexpected("a digit in the exponent") }
    }
    return String(decoding: UnsafeBufferPointer(rebasing: text[start..<position]), as: UTF8.self)
  }

  /// Moves over digits; false where there is none.
  private mutating func skipDigits() -> Bool {
    let start = position
    while position < end, text[position] &- UInt8(ascii: "0") < 10 { position += 1 }
    return position > start
  }

  /// Reads `true`, `false` or `null`.
  mutating func parseLiteral() throws(JSONFailure) -> Node.Value {
    if takes("true") { return .boolean(true) }
    if takes("false") { return .boolean(false) }
    if takes("null") { return .null }
    var failure = unexpected("a value")
    let rest = UnsafeBufferPointer(rebasing: text[position..<end])
    if "true".utf8.starts(with: rest) || "false".utf8.starts(with: rest) || "null".utf8.starts(with: rest) {
      failure.isAtEnd = true
    }
    throw failure
  }

  /// Moves over a word that stands here as a whole; false where it does not.
  private mutating func takes(_ word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard position + length <= end else { return false }
    for offset in 0..<length where text[position + offset] != word.utf8Start[offset] { return false }
    if position + length < end, isWordByte(text[position + length]) { return false }
    position += length
    return true
  }

  /// Whether a byte is a letter, digit, underscore or part of a scalar beyond ASCII.
  private func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// The failure of finding something else than `expected` at the current position.
  func unexpected(_ expected: String, opening: (message: String, range: Range<Int>)? = nil) -> JSONFailure {
    guard position < end else {
      return JSONFailure(
        message: "expected \(expected), found the end of the text",
        range: end..<end,
        isAtEnd: true,
        opening: opening
      )
    }
    var last = position
    while last < end, last - position < 32, isWordByte(text[last]) { last += 1 }
    if last == position { last += max(1, UTF8Scan.sequenceLength(in: text, at: position, to: end)) }
    let found: String
    if text[position] < 0x20 || text[position] == 0x7F {
      let digits = String(text[position], radix: 16, uppercase: true)
      found = "the control character U+00\(digits.utf8.count == 1 ? "0" : "")\(digits)"
    } else if text[position] == UInt8(ascii: "/"), position + 1 < end, [0x2A, 0x2F].contains(text[position + 1]) {
      found = "a comment, which JSON does not have"
    } else {
      found = "'\(String(decoding: UnsafeBufferPointer(rebasing: text[position..<last]), as: UTF8.self))'"
    }
    return JSONFailure(message: "expected \(expected), found \(found)", range: position..<last, opening: opening)
  }
}
