/// The value of a plain scalar by the core schema (YAML 1.2.2, section 10.3).
struct YAMLScalar {
  /// The source text without its surroundings, valid UTF-8.
  let text: UnsafeBufferPointer<UInt8>

  /// The value; a string where the text is nothing else.
  var value: Node.Value {
    guard let first = text.first else { return .null }
    switch first {
    case UInt8(ascii: "~"), UInt8(ascii: "n"), UInt8(ascii: "N"):
      return isNull ? .null : .string(string)
    case UInt8(ascii: "t"), UInt8(ascii: "T"), UInt8(ascii: "f"), UInt8(ascii: "F"):
      return boolean.map { .boolean($0) } ?? .string(string)
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
      return number.map { .number($0.spelling) } ?? .string(string)
    default:
      return .string(string)
    }
  }

  /// The text as it is.
  var string: String { String(decoding: text, as: UTF8.self) }

  /// Whether the text is null.
  var isNull: Bool { text.isEmpty || isOne(of: "~", "null", "Null", "NULL") }

  /// The truth value, nil where the text is none.
  var boolean: Bool? {
    if isOne(of: "true", "True", "TRUE") { return true }
    if isOne(of: "false", "False", "FALSE") { return false }
    return nil
  }

  /// Whether the text is an infinity or no number, for which JSON has no spelling.
  var isSpecialFloat: Bool {
    isOne(of: ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF", ".nan", ".NaN", ".NAN")
  }

  /// The number in JSON's spelling and whether it is written as an integer, nil where the text is none.
  var number: (spelling: String, isInteger: Bool)? {
    if let (digits, radix) = prefixedDigits { return Self.decimal(digits, radix: radix).map { ($0, true) } }
    var rest = text[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    let integer = rest.prefix(while: Self.isDigit)
    rest = rest[integer.endIndex...]
    var fraction = rest[rest.startIndex..<rest.startIndex]
    let hasPoint = rest.first == UInt8(ascii: ".")
    if hasPoint {
      fraction = rest.dropFirst().prefix(while: Self.isDigit)
      rest = rest[fraction.endIndex...]
    }
    guard !integer.isEmpty || !fraction.isEmpty else { return nil }
    var exponent = rest
    if let letter = rest.first {
      guard letter | 0x20 == UInt8(ascii: "e") else { return nil }
      let sign = rest.dropFirst().first
      let hasSign = sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-")
      let digits = rest.dropFirst(hasSign ? 2 : 1)
      guard !digits.isEmpty, digits.allSatisfy(Self.isDigit) else { return nil }
      exponent = rest
    }
    let significant = integer.drop { $0 == UInt8(ascii: "0") }
    if !isNegative, !hasPoint, significant.count == text.count { return (string, true) }
    var spelling = isNegative ? "-" : ""
    spelling += significant.isEmpty ? "0" : String(decoding: significant, as: UTF8.self)
    if !fraction.isEmpty { spelling += "." + String(decoding: fraction, as: UTF8.self) }
    spelling += String(decoding: exponent, as: UTF8.self)
    return (spelling, !hasPoint && exponent.isEmpty)
  }

  /// The digits behind `0o` or `0x`, nil where the text is no such number.
  private var prefixedDigits: (digits: Slice<UnsafeBufferPointer<UInt8>>, radix: UInt64)? {
    guard text.count > 2, text[0] == UInt8(ascii: "0") else { return nil }
    let digits = text[2...]
    switch text[1] {
    case UInt8(ascii: "o"):
      return digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "7")).contains($0) } ? (digits, 8) : nil
    case UInt8(ascii: "x"):
      return digits.allSatisfy { Self.isDigit($0) || (0x61...0x66).contains($0 | 0x20) } ? (digits, 16) : nil
    default: return nil
    }
  }

  /// The decimal spelling of digits of another radix, however many; nil where they are more than a number can have.
  private static func decimal(_ digits: Slice<UnsafeBufferPointer<UInt8>>, radix: UInt64) -> String? {
    guard digits.count <= 1024 else { return nil }
    let limb: UInt64 = 1_000_000_000
    var limbs: [UInt64] = [0]
    for digit in digits {
      var carry = UInt64(isDigit(digit) ? digit - UInt8(ascii: "0") : (digit | 0x20) - UInt8(ascii: "a") + 10)
      for index in limbs.indices {
        let sum = limbs[index] * radix + carry
        limbs[index] = sum % limb
        carry = sum / limb
      }
      if carry > 0 { limbs.append(carry) }
    }
    return limbs.dropLast().reversed().reduce(into: String(limbs[limbs.count - 1])) { text, part in
      let digits = String(part)
      text += String(repeating: "0", count: 9 - digits.utf8.count) + digits
    }
  }

  /// Whether a byte is a decimal digit.
  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  /// Whether the text is one of some words.
  private func isOne(of words: StaticString...) -> Bool {
    words.contains { word in
      text.elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    }
  }
}
