import SchemaIR

/// What strings of the formats look like; what is valid here has a Foundation value in the runtime.
///
/// Every documented string of a format is looked at: the bytes are read in place, one after another.
struct FormatGrammar {
  /// The bytes of the string.
  private let bytes: [UInt8]
  /// How many of them were read.
  private var position = 0

  private init(_ text: String) { bytes = Array(text.utf8) }

  /// Whether everything was read.
  private var isAtEnd: Bool { position == bytes.count }

  /// Whether a string is a date and a time with an offset (RFC 3339, section 5.6); seconds may be missing and the offset
  /// may lack its minutes or its colon, as ISO 8601 has it.
  static func isDateTime(_ text: String) -> Bool {
    var grammar = FormatGrammar(text)
    guard grammar.date() != nil, grammar.skip("T", "t", " ") else { return false }
    return grammar.time() && grammar.offset() && grammar.isAtEnd
  }

  /// Whether a string is a day of the calendar (RFC 3339, `full-date`).
  static func isDate(_ text: String) -> Bool {
    var grammar = FormatGrammar(text)
    return grammar.date() != nil && grammar.isAtEnd
  }

  /// Whether a string is a time of day (RFC 3339, `full-time`), with an offset or without.
  static func isTime(_ text: String) -> Bool {
    var grammar = FormatGrammar(text)
    return grammar.time() && (grammar.isAtEnd || grammar.offset() && grammar.isAtEnd)
  }

  /// Whether a string is a duration (RFC 3339, appendix A), with a sign and with a fraction of the seconds.
  static func isDuration(_ text: String) -> Bool {
    var grammar = FormatGrammar(text)
    _ = grammar.skip("-", "+")
    guard grammar.skip("P") else { return false }
    var count = grammar.amounts(of: "YMWD")
    if count != nil, grammar.skip("T") {
      guard let times = grammar.amounts(of: "HMS"), times > 0 else { return false }
      count? += times
    }
    return count ?? 0 > 0 && grammar.isAtEnd
  }

  /// Whether a string is a UUID in its usual form (RFC 9562, section 4), in either case.
  static func isUUID(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 36 else { return false }
    for (index, byte) in bytes.enumerated() {
      let isHyphen = index == 8 || index == 13 || index == 18 || index == 23
      guard isHyphen ? byte == UInt8(ascii: "-") : byte.isHexadecimal else { return false }
    }
    return true
  }

  /// Whether a string is base64 in either alphabet, with padding or without, on any number of lines.
  static func isBase64(_ text: String) -> Bool {
    var count = 0
    var padding = 0
    for byte in text.utf8 {
      switch byte {
      case 0x09, 0x0A, 0x0D, 0x20: continue
      case UInt8(ascii: "="): padding += 1
      case _ where byte.isAlphanumeric || "+/-_".utf8.contains(byte):
        guard padding == 0 else { return false }
        count += 1
      default: return false
      }
    }
    return count % 4 != 1 && (padding == 0 || padding < 3 && (count + padding) % 4 == 0)
  }

  /// Reads a day; nil where there is none in the calendar.
  private mutating func date() -> (year: Int, month: Int, day: Int)? {
    guard let year = number(4), skip("-"), let month = number(2), skip("-"), let day = number(2) else { return nil }
    guard (1...12).contains(month), day >= 1 else { return nil }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return day <= days[month - 1] ? (year, month, day) : nil
  }

  /// Reads a time of day; seconds may be missing, a leap second is one.
  private mutating func time() -> Bool {
    guard let hour = number(2), hour < 24, skip(":"), let minute = number(2), minute < 60 else { return false }
    guard skip(":") else { return true }
    guard let second = number(2), second <= 60 else { return false }
    return skip(".", ",") ? digits() > 0 : true
  }

  /// Reads the distance from UTC.
  private mutating func offset() -> Bool {
    if skip("Z", "z") { return true }
    guard skip("+", "-"), let hours = number(2), hours < 24 else { return false }
    guard skip(":") || !isAtEnd else { return true }
    return number(2).map { $0 < 60 } ?? false
  }

  /// Reads amounts with units in this order, each at most once; nil where something is left that is none.
  private mutating func amounts(of units: String) -> Int? {
    var count = 0
    var units = units.utf8[...]
    while !isAtEnd, bytes[position].isDigit {
      // What an `Int` counts.
      guard digits() <= 18 else { return nil }
      let hasFraction = skip(".", ",")
      if hasFraction, digits() == 0 { return nil }
      guard !isAtEnd, let place = units.firstIndex(of: bytes[position]) else { return nil }
      let unit = bytes[position]
      position += 1
      units = units[units.index(after: place)...]
      count += 1
      if hasFraction, unit != UInt8(ascii: "S") { return nil }
    }
    return count
  }

  /// Reads a number of exactly so many digits.
  private mutating func number(_ count: Int) -> Int? {
    guard position + count <= bytes.count else { return nil }
    var value = 0
    for index in position..<position + count {
      guard bytes[index].isDigit else { return nil }
      value = value * 10 + Int(bytes[index] - UInt8(ascii: "0"))
    }
    position += count
    return value
  }

  /// Reads digits, and says how many.
  private mutating func digits() -> Int {
    let start = position
    while position < bytes.count, bytes[position].isDigit { position += 1 }
    return position - start
  }

  /// Reads one of some characters of ASCII if it comes next.
  private mutating func skip(_ first: Unicode.Scalar, _ others: Unicode.Scalar...) -> Bool {
    guard position < bytes.count else { return false }
    let next = UInt32(bytes[position])
    guard next == first.value || others.contains(where: { $0.value == next }) else { return false }
    position += 1
    return true
  }
}

extension FormatGrammar {
  /// Whether Foundation's `Date` and the runtime's spelling of it give a string back: UTC, no fraction or one of three or
  /// six digits that are needed.
  static func isCanonicalDateTime(_ text: String) -> Bool {
    var grammar = FormatGrammar(text)
    guard let date = grammar.date(), date.year > 0, grammar.skip("T"), let hour = grammar.number(2), hour < 24 else {
      return false
    }
    guard grammar.skip(":"), let minute = grammar.number(2), minute < 60 else { return false }
    guard grammar.skip(":"), let second = grammar.number(2), second < 60 else { return false }
    if grammar.skip(".") {
      let start = grammar.position
      let count = grammar.digits()
      // A `Date` counts seconds as a `Double`: microseconds are exact near the present only.
      guard count == 3 || count == 6 && (1900...2100).contains(date.year) else { return false }
      guard grammar.bytes[start + count - 3..<start + count].contains(where: { $0 != UInt8(ascii: "0") }) else {
        return false
      }
    }
    return grammar.skip("Z") && grammar.isAtEnd
  }

  /// Whether a string is base64 as `Data` writes it.
  static func isCanonicalBase64(_ text: String) -> Bool {
    guard text.utf8.count % 4 == 0, isBase64(text) else { return false }
    guard text.utf8.allSatisfy({ $0.isAlphanumeric || "+/=".utf8.contains($0) }) else { return false }
    let digits = text.utf8.prefix { $0 != UInt8(ascii: "=") }
    // The bits beyond the last byte are zero.
    switch (digits.count % 4, digits.last) {
    case (2, let last?): return "AQgw".utf8.contains(last)
    case (3, let last?): return "AEIMQUYcgkosw048".utf8.contains(last)
    default: return true
    }
  }
}

extension Scalar {
  /// Whether the type makes something of a string, and spells it as it stands.
  func carries(_ text: String) -> Bool {
    switch self {
    case .dateTime: FormatGrammar.isDateTime(text)
    case .calendarDate: FormatGrammar.isDate(text)
    case .timeOfDay: FormatGrammar.isTime(text)
    case .duration: FormatGrammar.isDuration(text)
    case .uuidString: FormatGrammar.isUUID(text)
    case .urlString: FormatGrammar.isURL(text)
    case .base64String: FormatGrammar.isBase64(text)
    case .date: FormatGrammar.isCanonicalDateTime(text)
    case .uuid: FormatGrammar.isUUID(text) && text == text.lowercased()
    case .url: FormatGrammar.isCanonicalURL(text)
    case .data: FormatGrammar.isCanonicalBase64(text)
    default: jsonType == .string || jsonType == .any
    }
  }
}

extension UInt8 {
  /// Whether the byte is a decimal digit of ASCII.
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }

  /// Whether the byte is a letter or a digit of ASCII.
  var isAlphanumeric: Bool {
    isDigit || self | 0x20 >= 0x61 && self | 0x20 <= 0x7A
  }

  /// Whether the byte is a hexadecimal digit.
  var isHexadecimal: Bool { isDigit || self | 0x20 >= 0x61 && self | 0x20 <= 0x66 }
}
