/// A record of a JSON text sequence while it arrives (RFC 7464).
struct JSONSequenceRecord {
  /// The record separator, which no JSON text holds.
  static let separator: UInt8 = 0x1E

  /// The text so far, without separators.
  private(set) var bytes: [UInt8] = []
  /// How many arrays and objects are open.
  private var depth = 0
  /// Whether a string is open.
  private var isInString = false
  /// Whether the next character of the string is escaped.
  private var isEscaped = false

  /// Whether there is nothing but white space so far.
  private(set) var isBlank = true

  /// Whether the text is whole: it ends with a line feed, and nothing is open.
  var isComplete: Bool { !isBlank && depth <= 0 && !isInString && bytes.last == UInt8(ascii: "\n") }

  /// Whether the text begins with what has an end of its own: an object, an array or a string.
  var endsItself: Bool { bytes.first { $0 > 0x20 }.map { "{[\"".utf8.contains($0) } ?? false }

  /// Goes on with a byte.
  mutating func append(_ byte: UInt8) {
    guard byte != Self.separator else { return }
    bytes.append(byte)
    if byte > 0x20 { isBlank = false }
    guard !isInString else {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        isInString = false
      }
      return
    }
    switch byte {
    case UInt8(ascii: "\""): isInString = true
    case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
    case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
    default: break
    }
  }
}
