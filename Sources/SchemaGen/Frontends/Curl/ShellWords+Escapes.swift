import SchemaSource

extension ShellWords {
  /// Reads a part in a shell's quotes for escapes, `$'it\'s\n'`, and adds its text; false where the quote is not closed.
  mutating func readEscaped(into text: inout [UInt8]) -> Bool {
    position += 2
    while position < limit {
      let byte = file.bytes[position]
      position += 1
      if byte == UInt8(ascii: "'") { return true }
      guard byte == UInt8(ascii: "\\"), position < limit else {
        text.append(byte)
        continue
      }
      let letter = file.bytes[position]
      position += 1
      switch letter {
      case UInt8(ascii: "n"): text.append(0x0A)
      case UInt8(ascii: "t"): text.append(0x09)
      case UInt8(ascii: "r"): text.append(0x0D)
      case UInt8(ascii: "u"), UInt8(ascii: "U"): appendScalar(digits: letter == UInt8(ascii: "u") ? 4 : 8, to: &text)
      case UInt8(ascii: "x"): appendScalar(digits: 2, to: &text)
      case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "?"): text.append(letter)
      default: text += [byte, letter]
      }
    }
    return false
  }

  /// Reads a number in base 16 and adds its character; a pair of surrogates is one.
  private mutating func appendScalar(digits count: Int, to text: inout [UInt8]) {
    var value = readHex(count)
    let isPair =
      (0xD800..<0xDC00).contains(value) && position + 1 < limit && file.bytes[position] == UInt8(ascii: "\\")
      && file.bytes[position + 1] == UInt8(ascii: "u")
    if isPair {
      position += 2
      value = 0x10000 + (value - 0xD800) << 10 + (readHex(4) & 0x3FF)
    }
    text += Array(String(Character(Unicode.Scalar(value) ?? "\u{FFFD}")).utf8)
  }

  /// Reads up to some digits in base 16.
  private mutating func readHex(_ count: Int) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<count {
      guard position < limit, let digit = Character(Unicode.Scalar(file.bytes[position])).hexDigitValue else { break }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }

  /// Reads a part that browsers have quoted for Windows, `^"{^\^"a^\^":1^}^"`: carets escape for the shell, backslashes
  /// for the command. Adds its text; false where the quote is not closed.
  mutating func readCaretQuoted(into text: inout [UInt8]) -> Bool {
    /// The next byte behind the carets, nil at the end.
    func next() -> UInt8? {
      guard position < limit else { return nil }
      if file.bytes[position] == UInt8(ascii: "^"), position + 1 < limit { position += 1 }
      defer { position += 1 }
      return file.bytes[position]
    }
    position += 2
    while let byte = next() {
      if byte == UInt8(ascii: "\"") { return true }
      guard byte == UInt8(ascii: "\\"), let escaped = next() else {
        text.append(byte)
        continue
      }
      if escaped != UInt8(ascii: "\""), escaped != UInt8(ascii: "\\") { text.append(byte) }
      text.append(escaped)
    }
    return false
  }
}
