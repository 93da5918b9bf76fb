/// A JSON number with its exact decimal value, of any size.
///
/// Equality is by value: `1`, `1.0` and `1e0` are equal, 9007199254740993 and 9007199254740992 are not.
public struct JSONNumber: Hashable, Sendable {
  /// The value in its one normal form.
  @usableFromInline
  enum Storage: Hashable, Sendable {
    /// A whole number that fits `Int64`.
    case signed(Int64)
    /// A whole number above `Int64.max` that fits `UInt64`.
    case unsigned(UInt64)
    /// Any other: the digits have no zero at either end, the value is ±digits × 10^exponent.
    case decimal(isNegative: Bool, digits: String, exponent: Int)
  }

  /// The largest power of ten, up or down, that a number may be written with.
  static let exponentLimit = 1_000_000_000

  /// The value.
  @usableFromInline
  let storage: Storage

  /// Makes a whole number.
  @inlinable
  public init(_ value: some FixedWidthInteger) {
    if let value = Int64(exactly: value) {
      self.init(storage: .signed(value))
    } else if let value = UInt64(exactly: value) {
      self.init(storage: .unsigned(value))
    } else {
      // The decimal digits of an integer are always a JSON number.
      self.init(storage: JSONNumber("\(value)")?.storage ?? .signed(0))
    }
  }

  /// Makes a number from its normal form.
  @usableFromInline
  init(storage: Storage) { self.storage = storage }

  /// Makes a number from the shortest decimal that stands for the value; nil where the value is not finite.
  public init?(_ value: Double) {
    guard value.isFinite else { return nil }
    // Beyond 2⁵³ the shortest decimal and the value's own digits differ.
    if value.magnitude <= 0x1p53, let whole = Int64(exactly: value) {
      self.init(storage: .signed(whole))
    } else {
      self.init(value.description)
    }
  }

  /// Makes a number from JSON text (RFC 8259, section 6), for example `-1.5e3`.
  ///
  /// Nil where the text is no JSON number or its exponent is beyond ±1,000,000,000.
  public init?(_ text: String) {
    var parser = JSONParser(bytes: Array(text.utf8))
    guard let number = try? parser.wholeNumber() else { return nil }
    self = number
  }

  /// Makes a number from its parts: the digits before and after the point and the written exponent.
  init?(isNegative: Bool, digits: some BidirectionalCollection<UInt8>, fractionCount: Int, exponent: Int) {
    let zero = UInt8(ascii: "0")
    var rest = digits[...]
    while rest.first == zero { rest.removeFirst() }
    var power = exponent - fractionCount
    while rest.last == zero {
      rest.removeLast()
      power += 1
    }
    guard !rest.isEmpty else {
      storage = .signed(0)
      return
    }
    let count = rest.count
    if power >= 0, count + power <= 20, let magnitude = Self.magnitude(rest, zeros: power),
      let whole = Self.whole(magnitude, isNegative: isNegative)
    {
      storage = whole
      return
    }
    guard abs(power) <= Self.exponentLimit else { return nil }
    storage = .decimal(isNegative: isNegative, digits: String(decoding: rest, as: UTF8.self), exponent: power)
  }

  /// The digits followed by so many zeros as an integer; nil where they overflow.
  private static func magnitude(_ digits: some Collection<UInt8>, zeros: Int) -> UInt64? {
    var result: UInt64 = 0
    for digit in digits {
      guard let next = result.shifted(adding: UInt64(digit - UInt8(ascii: "0"))) else { return nil }
      result = next
    }
    for _ in 0..<zeros {
      guard let next = result.shifted(adding: 0) else { return nil }
      result = next
    }
    return result
  }

  /// The whole number with this magnitude; nil where no 64-bit integer holds it.
  private static func whole(_ magnitude: UInt64, isNegative: Bool) -> Storage? {
    if !isNegative { return Int64(exactly: magnitude).map(Storage.signed) ?? .unsigned(magnitude) }
    if magnitude == Int64.min.magnitude { return .signed(.min) }
    return Int64(exactly: magnitude).map { .signed(-$0) }
  }

  /// The number as an integer; nil where it has a fraction or does not fit.
  @inlinable
  public func integer<Integer: FixedWidthInteger>(as type: Integer.Type) -> Integer? {
    switch storage {
    case .signed(let value): Integer(exactly: value)
    case .unsigned(let value): Integer(exactly: value)
    case .decimal: nil
    }
  }

  /// The nearest `Double`; nil where the number is out of its range.
  public var double: Double? {
    switch storage {
    case .signed(let value): return Double(value)
    case .unsigned(let value): return Double(value)
    case .decimal(let isNegative, let digits, let exponent):
      guard let value = Double("\(isNegative ? "-" : "")\(digits)e\(exponent)"), value.isFinite else { return nil }
      return value
    }
  }
}

extension UInt64 {
  /// Ten times the value and a digit; nil on overflow.
  fileprivate func shifted(adding digit: UInt64) -> UInt64? {
    let (product, overflows) = multipliedReportingOverflow(by: 10)
    let (sum, carries) = product.addingReportingOverflow(digit)
    return overflows || carries ? nil : sum
  }
}

extension JSONNumber: ExpressibleByIntegerLiteral {
  /// Makes a whole number.
  public init(integerLiteral value: Int64) { storage = .signed(value) }
}

extension JSONNumber: CustomStringConvertible {
  /// The number as JSON text: plain where that is short, else with an exponent.
  public var description: String {
    switch storage {
    case .signed(let value): return String(value)
    case .unsigned(let value): return String(value)
    case .decimal(let isNegative, let digits, let exponent):
      return (isNegative ? "-" : "") + Self.text(digits: digits, exponent: exponent)
    }
  }

  /// The text of a positive decimal.
  private static func text(digits: String, exponent: Int) -> String {
    let count = digits.utf8.count
    let point = count + exponent
    if exponent >= 0, point <= 40 { return digits + String(repeating: "0", count: exponent) }
    if exponent < 0, point > 0 { return digits.prefix(point) + "." + digits.dropFirst(point) }
    if exponent < 0, point > -6 { return "0." + String(repeating: "0", count: -point) + digits }
    let fraction = count > 1 ? "." + digits.dropFirst() : ""
    return digits.prefix(1) + fraction + "e\(point - 1)"
  }
}
