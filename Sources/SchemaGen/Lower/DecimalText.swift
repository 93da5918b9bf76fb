/// A JSON number as an exact decimal, for comparisons without rounding.
struct DecimalText: Hashable {
  /// The significant digits without zeros at either end; empty for zero.
  private var digits: [UInt8] = []
  /// The power of ten of the last digit.
  private var exponent = 0
  private var isNegative = false

  /// Reads a number in JSON's spelling; anything else counts as zero.
  init(_ text: String) {
    var fraction = 0
    var seenPoint = false
    var bytes = Array(text.utf8)[...]
    if bytes.first == UInt8(ascii: "-") {
      isNegative = true
      bytes.removeFirst()
    }
    while let byte = bytes.first {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits.append(byte - UInt8(ascii: "0"))
        if seenPoint { fraction += 1 }
      case UInt8(ascii: "."): seenPoint = true
      case UInt8(ascii: "e"), UInt8(ascii: "E"):
        let power = String(decoding: bytes.dropFirst(), as: UTF8.self)
        let limit = 1_000_000_000
        exponent =
          Int(power.hasPrefix("+") ? String(power.dropFirst()) : power) ?? (power.hasPrefix("-") ? -limit : limit)
        exponent = min(max(exponent, -limit), limit)
        bytes = []
        continue
      default: break
      }
      bytes.removeFirst()
    }
    exponent -= fraction
    while digits.last == 0 {
      digits.removeLast()
      exponent += 1
    }
    digits = Array(digits.drop { $0 == 0 })
    if digits.isEmpty {
      exponent = 0
      isNegative = false
    }
  }

  /// Whether the number has no fraction.
  var isIntegral: Bool { exponent >= 0 }

  /// The number where it is integral and within Int64.
  var integer: Int64? {
    guard isIntegral, digits.count + exponent <= 19 else { return nil }
    let text = digits.map { String($0) }.joined() + String(repeating: "0", count: exponent)
    return Int64((isNegative ? "-" : "") + (text.isEmpty ? "0" : text))
  }

  /// The number where it is integral and within UInt64.
  var unsignedInteger: UInt64? {
    guard isIntegral, !isNegative, digits.count + exponent <= 20 else { return nil }
    let text = digits.map { String($0) }.joined() + String(repeating: "0", count: exponent)
    return UInt64(text.isEmpty ? "0" : text)
  }

  /// Whether Foundation's `Decimal` holds the number: 38 digits, powers of ten from -127 to 127.
  var isExactDecimal: Bool { digits.count <= 38 && (-127...127).contains(exponent) }

  /// Whether Double's shortest spelling of the number is the same number.
  var isExactDouble: Bool {
    guard let double = Double(text), double.isFinite else { return false }
    return DecimalText("\(double)") == self
  }

  /// Whether Float's shortest spelling of the number is the same number.
  var isExactFloat: Bool {
    guard let float = Float(text), float.isFinite else { return false }
    return DecimalText("\(float)") == self
  }

  /// The number in exponent notation.
  private var text: String {
    digits.isEmpty ? "0" : "\(isNegative ? "-" : "")\(digits.map { String($0) }.joined())e\(exponent)"
  }
}
