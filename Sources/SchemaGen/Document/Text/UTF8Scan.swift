/// Looks at UTF-8 bytes eight at a time.
enum UTF8Scan {
  /// The high bit of each of eight bytes.
  static let highBits: UInt64 = 0x8080_8080_8080_8080
  /// The low bit of each of eight bytes.
  static let lowBits: UInt64 = 0x0101_0101_0101_0101

  /// The offset of the first NUL, nil where there is none.
  static func firstNUL(in text: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = 0
    guard let base = text.baseAddress else { return nil }
    let raw = UnsafeRawPointer(base)
    while index + 8 <= text.count {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      // Set where a byte is zero, and perhaps in bytes behind it.
      if (word &- lowBits) & ~word & highBits != 0 { break }
      index += 8
    }
    while index < text.count, text[index] != 0 { index += 1 }
    return index < text.count ? index : nil
  }

  /// The offset of the first byte within `range` at or behind which the text is no UTF-8, nil where all of it is.
  static func firstInvalidByte(in text: UnsafeBufferPointer<UInt8>, range: Range<Int>) -> Int? {
    var index = asciiEnd(in: text, from: range.lowerBound, to: range.upperBound)
    while index < range.upperBound {
      if text[index] < 0x80 {
        index = asciiEnd(in: text, from: index, to: range.upperBound)
        continue
      }
      let length = sequenceLength(in: text, at: index, to: range.upperBound)
      if length == 0 { return index }
      index += length
    }
    return nil
  }

  /// The offset of the first byte from `start` that is not ASCII, `end` where there is none.
  static func asciiEnd(in text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int {
    var index = start
    guard let base = text.baseAddress else { return end }
    let raw = UnsafeRawPointer(base)
    while index + 8 <= end {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let high = word & highBits
      if high != 0 { return index + high.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < end, text[index] < 0x80 { index += 1 }
    return index
  }

  /// The length of the well-formed sequence at `index` (Unicode 16, table 3-7), zero where there is none.
  static func sequenceLength(in text: UnsafeBufferPointer<UInt8>, at index: Int, to end: Int) -> Int {
    let lead = text[index]
    var second: ClosedRange<UInt8> = 0x80...0xBF
    let length: Int
    switch lead {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return 0
    }
    guard index + length <= end, second.contains(text[index + 1]) else { return 0 }
    for offset in 2..<max(2, length) where text[index + offset] & 0xC0 != 0x80 { return 0 }
    return length
  }

  /// The end of the text from `start` to `end` without a sequence that the end cuts off.
  static func wholeEnd(in text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int {
    var index = end
    while index > start, end - index < 4, text[index - 1] & 0xC0 == 0x80 { index -= 1 }
    guard index > start, text[index - 1] >= 0xC2 else { return end }
    return sequenceLength(in: text, at: index - 1, to: end) == 0 ? index - 1 : end
  }
}
