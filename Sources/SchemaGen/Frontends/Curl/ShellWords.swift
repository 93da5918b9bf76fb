import SchemaDocument
import SchemaSource

/// Splits a shell command on a page into words.
///
/// A line break ends the command unless a backslash or a caret stands before it. JSON in single quotes is read as JSON
/// first, since pages do not always escape the quotes within.
struct ShellWords {
  /// The page.
  let file: SourceFile
  /// The byte that is looked at.
  var position: Int
  /// Where the page ends.
  let limit: Int

  /// Begins at a byte offset.
  init(_ file: SourceFile, at offset: Int) {
    self.file = file
    position = offset
    limit = file.bytes.count
  }

  /// The next word, nil at the end of the command.
  mutating func next() -> ShellWord? {
    guard skipSpace(), !opensValue else { return nil }
    let start = position
    var text: [UInt8] = []
    var verbatim: Range<Int>?
    var parts = 0
    var isTruncated = false
    scan: while position < limit {
      let byte = file.bytes[position]
      switch byte {
      case UInt8(ascii: "'"), UInt8(ascii: "\""):
        let quoted = readQuoted(byte, text: &text)
        verbatim = quoted.verbatim
        isTruncated = quoted.isTruncated
        // The response may be glued to the end of the command.
        if opensValue {
          parts += 1
          break scan
        }
      case UInt8(ascii: "$") where position + 1 < limit && file.bytes[position + 1] == UInt8(ascii: "'"):
        isTruncated = !readEscaped(into: &text)
      case UInt8(ascii: "^") where position + 1 < limit && file.bytes[position + 1] == UInt8(ascii: "\""):
        isTruncated = !readCaretQuoted(into: &text)
      case UInt8(ascii: "^") where isContinuation(position), UInt8(ascii: "`") where isContinuation(position):
        break scan
      case UInt8(ascii: "\\") where position + 1 < limit && !isContinuation(position):
        text.append(file.bytes[position + 1])
        position += 2
      case UInt8(ascii: "\\"), 0x20, 0x09, 0x0A, 0x0D: break scan
      case 0xC2 where position + 1 < limit && file.bytes[position + 1] == 0xA0: break scan
      default:
        text.append(byte)
        position += 1
      }
      parts += 1
    }
    return ShellWord(
      text: String(decoding: text, as: UTF8.self),
      start: start,
      end: position,
      verbatim: parts == 1 ? verbatim : nil,
      isTruncated: isTruncated
    )
  }

  /// Reads a quoted part and adds its text. Text that is no JSON ends with its line where the closing quote is missing.
  private mutating func readQuoted(
    _ quote: UInt8,
    text: inout [UInt8]
  ) -> (verbatim: Range<Int>?, isTruncated: Bool) {
    let start = position + 1
    let isSingle = quote == UInt8(ascii: "'")
    position = start
    if isSingle, let json = JSONReader.readPrefix(file, at: start) {
      var end = json.end
      while end < limit, file.bytes[end] <= 0x20 { end += 1 }
      if json.isTruncated || end == limit || file.bytes[end] == quote {
        text += file.bytes[start..<end]
        position = min(end + 1, limit)
        return (start..<end, json.isTruncated || end == limit)
      }
    }
    var isVerbatim = true
    let opensJSON = file.bytes[start...].first { $0 > 0x20 }.map { $0 == 0x7B || $0 == 0x5B } ?? false
    while position < limit {
      let byte = file.bytes[position]
      if byte == quote {
        position += 1
        return (isVerbatim ? start..<(position - 1) : nil, false)
      }
      if !opensJSON, byte == 0x0A || byte == 0x0D { return (nil, false) }
      if !isSingle, byte == UInt8(ascii: "\\"), position + 1 < limit {
        isVerbatim = false
        let next = file.bytes[position + 1]
        if ![UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "$"), UInt8(ascii: "`")].contains(next) {
          text.append(byte)
        }
        text.append(next)
        position += 2
        continue
      }
      text.append(byte)
      position += 1
    }
    return (start..<limit, true)
  }

  /// Whether a JSON value stands at the position outside of quotes: it is no part of the command.
  private var opensValue: Bool {
    guard position < limit, file.bytes[position] == UInt8(ascii: "{") || file.bytes[position] == UInt8(ascii: "[")
    else { return false }
    return position + 1 == limit || file.bytes[position + 1] != UInt8(ascii: "{")
  }

  /// Skips white space and continued line ends; false at the end of the command.
  private mutating func skipSpace() -> Bool {
    while position < limit {
      switch file.bytes[position] {
      case 0x0A, 0x0D: return false
      case UInt8(ascii: "\\") where isContinuation(position), UInt8(ascii: "^") where isContinuation(position),
        UInt8(ascii: "`") where isContinuation(position):
        position += 1
        while position < limit, file.bytes[position] != 0x0A, file.bytes[position] != 0x0D { position += 1 }
        while position < limit, file.bytes[position] == 0x0A || file.bytes[position] == 0x0D { position += 1 }
      case 0xC2 where position + 1 < limit && file.bytes[position + 1] == 0xA0: position += 2
      case 0x20, 0x09: position += 1
      case UInt8(ascii: "|"), UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: ">"), UInt8(ascii: "`"): return false
      default: return true
      }
    }
    return false
  }

  /// Whether nothing but white space follows a backslash or caret on its line.
  private func isContinuation(_ offset: Int) -> Bool {
    var index = offset + 1
    while index < limit {
      switch file.bytes[index] {
      case 0x0A, 0x0D: return true
      case 0x20, 0x09, 0xC2, 0xA0: index += 1
      default: return false
      }
    }
    return true
  }
}
