/// What is forgiven in the values of pages.
extension JSONParser {
  /// Opening and closing quotes beside those of JSON, in UTF-8.
  private static let quotes: [[UInt8]] = [[0xE2, 0x80, 0x9C], [0xE2, 0x80, 0x9D], [0xEF, 0xBC, 0x82]]
  /// White space that JSON does not know: no-break, zero-width and full-width.
  private static let spaces: [[UInt8]] = [[0xC2, 0xA0], [0xE3, 0x80, 0x80], [0xE2, 0x80, 0x8B], [0xEF, 0xBB, 0xBF]]
  /// The full-width comma.
  private static let comma: [UInt8] = [0xEF, 0xBC, 0x8C]
  /// The full-width colon.
  private static let colon: [UInt8] = [0xEF, 0xBC, 0x9A]
  /// Ellipses: three dots, the character of its own, three full stops.
  private static let ellipses: [[UInt8]] = [
    [0x2E, 0x2E, 0x2E], [0xE2, 0x80, 0xA6], [0xE3, 0x80, 0x82, 0xE3, 0x80, 0x82, 0xE3, 0x80, 0x82],
  ]

  /// Whether some bytes stand at the current position.
  private func stands(_ mark: [UInt8]) -> Bool {
    position + mark.count <= end && text[position..<position + mark.count].elementsEqual(mark)
  }

  /// The first of some marks that stands at an offset.
  private func mark(of marks: [[UInt8]], at offset: Int) -> [UInt8]? {
    for mark in marks where offset + mark.count <= end && text[offset..<offset + mark.count].elementsEqual(mark) {
      return mark
    }
    return nil
  }

  /// Moves over one white space or one comment; false where none stands here.
  mutating func skipPageSpace() -> Bool {
    switch text[position] {
    case UInt8(ascii: "/"): return skipComment()
    case UInt8(ascii: "#") where position + 1 < end && text[position + 1] == 0x20: return skipLine()
    default:
      guard let space = mark(of: Self.spaces, at: position) else { return false }
      position += space.count
      return true
    }
  }

  /// Moves over a comment; false where none stands here, or where it has no end.
  private mutating func skipComment() -> Bool {
    guard position + 1 < end else { return false }
    if text[position + 1] == UInt8(ascii: "/") { return skipLine() }
    guard text[position + 1] == UInt8(ascii: "*") else { return false }
    var index = position + 2
    while index + 1 < end, text[index] != UInt8(ascii: "*") || text[index + 1] != UInt8(ascii: "/") { index += 1 }
    guard index + 1 < end else { return false }
    liberties.comments.append(position..<index + 2)
    position = index + 2
    return true
  }

  /// Moves over a comment that goes to the end of the line.
  private mutating func skipLine() -> Bool {
    var index = position
    while index < end, text[index] != 0x0A, text[index] != 0x0D { index += 1 }
    liberties.comments.append(position..<index)
    position = index
    return true
  }

  /// Moves over an ellipsis; false where none stands here.
  mutating func takeEllipsis() -> Bool {
    guard position < end, let mark = self.mark(of: Self.ellipses, at: position) else { return false }
    let start = position
    position += mark.count
    while position < end {
      if text[position] == UInt8(ascii: ".") {
        position += 1
      } else if stands(mark) {
        position += mark.count
      } else {
        break
      }
    }
    liberties.ellipses.append(start..<position)
    return true
  }

  /// Moves over a comma. On a page it may be full-width, and between members on lines of their own it may be missing.
  mutating func takesComma(in isObject: Bool, behind start: Int) -> Bool {
    guard position < end else { return false }
    if text[position] == UInt8(ascii: ",") {
      position += 1
      return true
    }
    guard dialect == .page else { return false }
    if stands(Self.comma) {
      liberties.punctuation.append(position..<position + Self.comma.count)
      position += Self.comma.count
      return true
    }
    guard isObject, text[position] == UInt8(ascii: "\""), text[start..<position].contains(0x0A) else { return false }
    liberties.punctuation.append(position..<position)
    return true
  }

  /// Moves over a colon, which on a page may be full-width.
  mutating func takesColon() -> Bool {
    guard position < end else { return false }
    if text[position] == UInt8(ascii: ":") {
      position += 1
      return true
    }
    guard dialect == .page, stands(Self.colon) else { return false }
    liberties.punctuation.append(position..<position + Self.colon.count)
    position += Self.colon.count
    return true
  }

  /// Reads a string in typographic quotes, which ends on its line; nil where none stands here.
  mutating func parsePageString() throws(JSONFailure) -> String? {
    guard position < end, let open = mark(of: Self.quotes, at: position) else { return nil }
    let start = position
    var index = position + open.count
    while index < end, text[index] != 0x0A, text[index] != 0x0D {
      let close = mark(of: Self.quotes, at: index)
      guard close != nil || text[index] == UInt8(ascii: "\"") else {
        index += 1
        continue
      }
      liberties.punctuation.append(start..<start + open.count)
      position = index + (close?.count ?? 1)
      return String(decoding: UnsafeBufferPointer(rebasing: text[start + open.count..<index]), as: UTF8.self)
    }
    throw unexpected("a string that ends on its line")
  }
}
