/// Reads the parts of formatted strings from left to right; a part that is not there is nil.
struct FormatScanner {
  /// A time of day.
  typealias Time = (hour: Int, minute: Int, second: Int, fraction: Double)
  /// The counts of a duration by unit, those of the time in small letters.
  typealias Parts = (counts: [Character: Int], nanoseconds: Int?)

  /// What is left to read.
  private var rest: Substring.UTF8View

  /// Starts at the begin of a text.
  init(_ text: String) { rest = text[...].utf8 }

  /// Whether everything was read.
  var isAtEnd: Bool { rest.isEmpty }

  /// Reads one of some characters if it comes next.
  mutating func skip(_ choices: Unicode.Scalar...) -> Bool {
    guard let next = rest.first, choices.contains(Unicode.Scalar(next)) else { return false }
    rest = rest.dropFirst()
    return true
  }

  /// Reads a day of the calendar; a year with a sign may have more than four digits.
  mutating func day() -> CivilDay? {
    let isNegative = rest.first == UInt8(ascii: "-")
    let isSigned = skip("-", "+")
    let count = isSigned ? min(max(rest.prefix { $0 != UInt8(ascii: "-") }.count, 4), 6) : 4
    guard let year = number(count), skip("-"), let month = number(2), skip("-"), let day = number(2) else { return nil }
    let civil = CivilDay(year: isNegative ? -year : year, month: month, day: day)
    return civil.exists ? civil : nil
  }

  /// Reads a time of day; seconds may be missing, the 60th is a leap second.
  mutating func time() -> Time? {
    guard let hour = number(2), hour < 24, skip(":"), let minute = number(2), minute < 60 else { return nil }
    guard skip(":") else { return (hour, minute, 0, 0) }
    guard let second = number(2), second <= 60 else { return nil }
    guard skip(".", ",") else { return (hour, minute, second, 0) }
    guard let digits = digits(), let fraction = Double("0.\(digits)") else { return nil }
    return (hour, minute, second, fraction)
  }

  /// Reads an offset from UTC, in seconds.
  mutating func offset() -> Int? {
    if skip("Z", "z") { return 0 }
    let isNegative = rest.first == UInt8(ascii: "-")
    guard skip("+", "-"), let hours = number(2), hours < 24 else { return nil }
    var seconds = hours * 3600
    if skip(":") || !rest.isEmpty {
      guard let minutes = number(2), minutes < 60 else { return nil }
      seconds += minutes * 60
    }
    return isNegative ? -seconds : seconds
  }

  /// Reads a duration; a fraction may stand with the seconds.
  mutating func duration() -> Parts? {
    let isNegative = rest.first == UInt8(ascii: "-")
    _ = skip("-", "+")
    guard skip("P") else { return nil }
    var parts: Parts = ([:], nil)
    guard amounts("YMWD", into: &parts) else { return nil }
    if skip("T") {
      let count = parts.counts.count
      guard amounts("HMS", isTime: true, into: &parts), parts.counts.count > count else { return nil }
    }
    guard !parts.counts.isEmpty else { return nil }
    if isNegative { parts = (parts.counts.mapValues { -$0 }, parts.nanoseconds.map { -$0 }) }
    return parts
  }

  /// Reads amounts with their units, each unit at most once and in this order.
  private mutating func amounts(_ units: String, isTime: Bool = false, into parts: inout Parts) -> Bool {
    var units = units[...]
    while let digits = digits() {
      var fraction: Substring?
      if skip(".", ",") {
        guard let digits = self.digits() else { return false }
        fraction = digits
      }
      guard let byte = rest.popFirst(), let count = Int(digits) else { return false }
      let unit = Character(Unicode.Scalar(byte))
      guard let place = units.firstIndex(of: unit) else { return false }
      units = units[units.index(after: place)...]
      if let fraction {
        guard unit == "S", let value = Double("0.\(fraction)") else { return false }
        parts.nanoseconds = Int((value * 1e9).rounded())
      }
      parts.counts[isTime ? Character(unit.lowercased()) : unit] = count
    }
    return true
  }

  /// Reads digits of ASCII; nil where there are none.
  private mutating func digits() -> Substring? {
    let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard !digits.isEmpty else { return nil }
    rest = rest[digits.endIndex...]
    return Substring(digits)
  }

  /// Reads a number of exactly so many digits.
  private mutating func number(_ count: Int) -> Int? {
    let digits = rest.prefix(count)
    guard digits.count == count, digits.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) else { return nil }
    rest = rest.dropFirst(count)
    return Int(Substring(digits))
  }
}
