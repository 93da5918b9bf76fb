extension JSONNumber {
  /// The digits without zeros at either end, and the power of ten that they are multiplied by; no digits for zero.
  private var parts: (isNegative: Bool, digits: [UInt8], exponent: Int) {
    switch storage {
    case .signed(let value): Self.parts(String(value.magnitude), isNegative: value < 0, exponent: 0)
    case .unsigned(let value): Self.parts(String(value), isNegative: false, exponent: 0)
    case .decimal(let isNegative, let digits, let exponent):
      Self.parts(digits, isNegative: isNegative, exponent: exponent)
    }
  }

  /// Takes digits apart.
  private static func parts(
    _ text: String,
    isNegative: Bool,
    exponent: Int
  ) -> (isNegative: Bool, digits: [UInt8], exponent: Int) {
    var digits = text.utf8.map { $0 - UInt8(ascii: "0") }
    var exponent = exponent
    while digits.last == 0 {
      digits.removeLast()
      exponent += 1
    }
    return (isNegative, digits, exponent)
  }

  /// Whether the number has no fraction, whatever its size.
  var isWhole: Bool {
    if case .decimal(_, _, let exponent) = storage { exponent >= 0 } else { true }
  }

  /// Whether the number is less than another one; exact.
  func isLess(than other: JSONNumber) -> Bool {
    if case .signed(let left) = storage, case .signed(let right) = other.storage { return left < right }
    let (left, right) = (parts, other.parts)
    let (leftSign, rightSign) = (Self.sign(left), Self.sign(right))
    guard leftSign == rightSign, leftSign != 0 else { return leftSign < rightSign }
    let (small, large) = leftSign < 0 ? (right, left) : (left, right)
    let (smallPoint, largePoint) = (small.digits.count + small.exponent, large.digits.count + large.exponent)
    if smallPoint != largePoint { return smallPoint < largePoint }
    return small.digits.lexicographicallyPrecedes(large.digits)
  }

  /// −1, 0 or 1.
  private static func sign(_ parts: (isNegative: Bool, digits: [UInt8], exponent: Int)) -> Int {
    parts.digits.isEmpty ? 0 : parts.isNegative ? -1 : 1
  }

  /// Whether the number can divide others exactly here: it is more than zero and has at most 19 digits.
  var isDivisor: Bool {
    let parts = parts
    return !parts.isNegative && !parts.digits.isEmpty && parts.digits.count <= 19
  }

  /// Whether the number is a multiple of a divisor (see `isDivisor`); exact.
  func isMultiple(of divisor: JSONNumber) -> Bool {
    let (own, other) = (parts, divisor.parts)
    guard !own.digits.isEmpty else { return true }
    let power = own.exponent - other.exponent
    // Digits that do not end with a zero are no multiple of ten.
    guard power >= 0, other.digits.count <= 19 else { return false }
    let modulus = other.digits.reduce(UInt64(0)) { $0 * 10 + UInt64($1) }
    var remainder: UInt64 = 0
    for digit in own.digits {
      remainder = Self.product(remainder, 10, modulo: modulus)
      remainder = Self.sum(remainder, UInt64(digit) % modulus, modulo: modulus)
    }
    var (factor, count) = (10 % modulus, power)
    while count > 0, remainder != 0 {
      if count & 1 == 1 { remainder = Self.product(remainder, factor, modulo: modulus) }
      factor = Self.product(factor, factor, modulo: modulus)
      count >>= 1
    }
    return remainder == 0
  }

  /// The product of two numbers below a modulus.
  private static func product(_ left: UInt64, _ right: UInt64, modulo modulus: UInt64) -> UInt64 {
    modulus.dividingFullWidth((left % modulus).multipliedFullWidth(by: right % modulus)).remainder
  }

  /// The sum of two numbers below a modulus.
  private static func sum(_ left: UInt64, _ right: UInt64, modulo modulus: UInt64) -> UInt64 {
    left >= modulus - right ? left - (modulus - right) : left + right
  }
}
