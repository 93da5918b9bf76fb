/// A strict reader of one JSON text (RFC 8259).
struct JSONParser {
  /// The text.
  private let bytes: [UInt8]
  /// How deep arrays and objects may be nested.
  private let nestingLimit: Int
  /// How many arrays and objects are open.
  private var depth = 0
  /// The next byte.
  private var position = 0

  /// Starts at the first byte.
  init(bytes: [UInt8], nestingLimit: Int = JSONValue.nestingLimit) {
    self.bytes = bytes
    self.nestingLimit = nestingLimit
  }

  /// Reads the value that is the whole text.
  mutating func wholeValue() throws -> JSONValue {
    if let invalid = UTF8Check.firstInvalid(in: bytes) { throw error("invalid UTF-8", at: invalid) }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    skipSpace()
    let value = try self.value()
    skipSpace()
    guard position == bytes.count else { throw error("expected the end, found \(found)") }
    return value
  }

  /// Reads the number that is the whole text.
  mutating func wholeNumber() throws -> JSONNumber {
    let number = try self.number()
    guard position == bytes.count else { throw error("expected the end, found \(found)") }
    return number
  }

  /// The next byte, or nil at the end.
  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// What stands at the position, for messages.
  private var found: String {
    guard position < bytes.count else { return "the end" }
    let scalar = String(decoding: bytes[position..<min(position + 4, bytes.count)], as: UTF8.self).unicodeScalars.first
    guard let scalar, scalar.value >= 0x20, scalar.value != 0x7F else { return "a control character" }
    return "'\(scalar)'"
  }

  /// An error at a place, by default the next byte.
  private func error(_ message: String, at offset: Int? = nil) -> JSONParsingError {
    JSONParsingError(message, at: offset ?? position, in: bytes)
  }

  /// Skips spaces, tabs and line ends.
  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }

  /// Takes the byte if it comes next.
  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  /// Reads a value.
  private mutating func value() throws -> JSONValue {
    guard let byte = next else { throw error("expected a value, found \(found)") }
    switch byte {
    case UInt8(ascii: "{"): return try nested { try $0.object() }
    case UInt8(ascii: "["): return try nested { try $0.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
    default: throw error("expected a value, found \(found)")
    }
  }

  /// Reads an array or object, one level deeper.
  private mutating func nested(_ read: (inout JSONParser) throws -> JSONValue) throws -> JSONValue {
    guard depth < nestingLimit else { throw error("nested more than \(nestingLimit) deep") }
    depth += 1
    position += 1
    let value = try read(&self)
    depth -= 1
    return value
  }

  /// Reads the rest of an object.
  private mutating func object() throws -> JSONValue {
    var members: [String: JSONValue] = [:]
    skipSpace()
    if take("}") { return .object(members) }
    while true {
      guard next == UInt8(ascii: "\"") else { throw error("expected a key in quotation marks, found \(found)") }
      let key = try string()
      skipSpace()
      guard take(":") else { throw error("expected ':', found \(found)") }
      skipSpace()
      members[key] = try value()
      skipSpace()
      if take("}") { return .object(members) }
      guard take(",") else { throw error("expected ',' or '}', found \(found)") }
      skipSpace()
    }
  }

  /// Reads the rest of an array.
  private mutating func array() throws -> JSONValue {
    var elements: [JSONValue] = []
    skipSpace()
    if take("]") { return .array(elements) }
    while true {
      elements.append(try value())
      skipSpace()
      if take("]") { return .array(elements) }
      guard take(",") else { throw error("expected ',' or ']', found \(found)") }
      skipSpace()
    }
  }

  /// Reads a word that stands for a value.
  private mutating func word(_ word: StaticString, _ value: JSONValue) throws -> JSONValue {
    let isThere = word.withUTF8Buffer { bytes[position...].starts(with: $0) }
    guard isThere else { throw error("expected '\(word)'") }
    position += word.utf8CodeUnitCount
    return value
  }

  /// Reads a number.
  private mutating func number() throws -> JSONNumber {
    let start = position
    let isNegative = take("-")
    let leading = try digits()
    if leading.count > 1, bytes[leading.lowerBound] == UInt8(ascii: "0") {
      throw error("a number may not start with 0", at: leading.lowerBound)
    }
    var fraction = 0..<0
    if take(".") { fraction = try digits() }
    var exponent = 0
    if take("e") || take("E") {
      let isDown = take("-")
      if !isDown { _ = take("+") }
      for byte in bytes[try digits()] {
        exponent = min(exponent * 10 + Int(byte - UInt8(ascii: "0")), JSONNumber.exponentLimit * 2)
      }
      if isDown { exponent = -exponent }
    }
    let all = Array(bytes[leading]) + Array(bytes[fraction])
    let number = JSONNumber(isNegative: isNegative, digits: all, fractionCount: fraction.count, exponent: exponent)
    guard let number else { throw error("the number's exponent is out of range", at: start) }
    return number
  }

  /// Reads one or more digits.
  private mutating func digits() throws -> Range<Int> {
    let start = position
    while let byte = next, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { position += 1 }
    guard position > start else { throw error("expected a digit, found \(found)") }
    return start..<position
  }

  /// Reads a string, from quotation mark to quotation mark.
  private mutating func string() throws -> String {
    let opening = position
    position += 1
    let start = position
    while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { position += 1 }
    if next == UInt8(ascii: "\"") {
      position += 1
      return String(decoding: bytes[start..<position - 1], as: UTF8.self)
    }
    var content = Array(bytes[start..<position])
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return String(decoding: content, as: UTF8.self)
      case UInt8(ascii: "\\"): content.append(contentsOf: try escape().utf8)
      case 0..<0x20: throw error("a control character in a string must be escaped")
      default:
        content.append(byte)
        position += 1
      }
    }
    throw error("the string has no end", at: opening)
  }

  /// Reads an escape sequence.
  private mutating func escape() throws -> String {
    let start = position
    position += 1
    guard let letter = next else { throw error("the string has no end") }
    position += 1
    switch letter {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return String(try codePoint(from: start))
    default: throw error("unknown escape sequence", at: start)
    }
  }

  /// Reads the digits of a `\u` escape and, where they are half of a pair, the other half.
  private mutating func codePoint(from start: Int) throws -> Unicode.Scalar {
    let first = try hexadecimal()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, take("\\"), take("u") else { throw error("half of a surrogate pair", at: start) }
    let second = try hexadecimal()
    guard (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
    else { throw error("half of a surrogate pair", at: start) }
    return scalar
  }

  /// Reads four hexadecimal digits.
  private mutating func hexadecimal() throws -> UInt32 {
    var result: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
        throw error("expected a hexadecimal digit, found \(found)")
      }
      result = result << 4 | UInt32(digit)
      position += 1
    }
    return result
  }
}
