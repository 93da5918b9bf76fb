import SchemaSource

/// Reads one JSON value out of UTF-8 bytes, without recursion.
struct JSONParser: ~Copyable {
  /// How much the parser forgives.
  enum Dialect {
    /// RFC 8259 and nothing else.
    case strict
    /// A value on a page: a cut value ends where the text ends, and what people put into examples is forgiven.
    case page
  }

  /// An array or object whose end is not reached yet.
  private struct Frame {
    /// Whether it is an object.
    var isObject: Bool
    /// Whether the last key has no value yet.
    var isWaiting = false
    /// The offset of its bracket.
    var start: Int
    /// Where its members or elements begin on their stack.
    var base: Int
    /// Whether an ellipsis stands for some of its members or elements.
    var isElided = false
  }

  /// The bytes of the whole text.
  let text: UnsafeBufferPointer<UInt8>
  /// The offset behind the last byte to read.
  let end: Int
  /// How much is forgiven.
  let dialect: Dialect
  /// The offset of the next byte.
  var position: Int
  /// Whether a string was cut off by the end of the text.
  var isCut = false
  /// What a page's value has that JSON has not.
  var liberties = JSONLiberties()
  /// Whether the array or object that ended last held nothing but an ellipsis.
  private var isOmitted = false
  /// A buffer for strings with escapes.
  var scratch: [UInt8] = []

  /// The file that spans name.
  private let file: FileID
  /// The span of every node where the text is inside another one.
  private let fixedSpan: SourceSpan?
  /// The open arrays and objects, outermost first.
  private var frames: [Frame] = []
  /// The members of all open objects.
  private var members = MemberStack()
  /// The elements of all open arrays.
  private var elements = MoveStack<Node>()

  /// Makes a parser for a range of a text; spans are those of `file` or all the same.
  init(
    _ text: UnsafeBufferPointer<UInt8>,
    range: Range<Int>,
    file: FileID,
    fixedSpan: SourceSpan? = nil,
    dialect: Dialect = .strict
  ) {
    self.text = text
    self.file = file
    self.fixedSpan = fixedSpan
    self.dialect = dialect
    position = range.lowerBound
    end = range.upperBound
  }

  /// The span of a byte range.
  func span(_ start: Int, _ end: Int) -> SourceSpan {
    fixedSpan ?? SourceSpan(file: file, start: start, end: end)
  }

  /// Moves over white space (RFC 8259, section 2).
  mutating func skipSpace() {
    while position < end {
      switch text[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      default: guard dialect == .page, skipPageSpace() else { return }
      }
    }
  }

  /// Reads white space, a value, and white space that must reach the end.
  mutating func parseDocument() throws(JSONFailure) -> Node {
    let node = try parseValue()
    skipSpace()
    guard position == end else { throw unexpected("the end of the document") }
    return node
  }

  /// Reads a value that the end of the text may cut off; nil where nothing of it is left.
  mutating func parsePrefix() throws(JSONFailure) -> (node: Node, isTruncated: Bool)? {
    do {
      let node = try parseValue()
      return (node, isCut)
    } catch {
      guard error.isAtEnd, let node = closeAll() else { throw error }
      return (node, true)
    }
  }

  /// Reads white space and one value.
  private mutating func parseValue() throws(JSONFailure) -> Node {
    while true {
      skipSpace()
      guard position < end else { throw unexpected("a value") }
      let start = position
      var node: Node
      switch text[start] {
      case UInt8(ascii: "\""):
        let string = try parseString()
        node = Node(.string(string), at: span(start, position))
      case UInt8(ascii: "{"):
        try open(isObject: true)
        if try parseKey(orEnd: true) { continue }
        node = close()
      case UInt8(ascii: "["):
        try open(isObject: false)
        guard takesEndOfArray() else { continue }
        node = close()
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        let number = try parseNumber()
        node = Node(.number(number), at: span(start, position))
      default:
        if dialect == .page, takeEllipsis() {
          isOmitted = true
          node = Node(.null, at: span(start, position))
        } else if dialect == .page, let string = try parsePageString() {
          node = Node(.string(string), at: span(start, position))
        } else {
          let value = try parseLiteral()
          node = Node(value, at: span(start, position))
        }
      }
      if try finish(&node) { return node }
    }
  }

  /// Hands a value to the innermost open array or object and closes what ends with it; true where nothing stays open.
  private mutating func finish(_ node: inout Node) throws(JSONFailure) -> Bool {
    while let frame = frames.last {
      if isOmitted {
        elide()
      } else if frame.isObject {
        members.setLast(node)
        frames[frames.count - 1].isWaiting = false
      } else {
        elements.push(node)
      }
      let before = position
      skipSpace()
      if dialect == .page, takeEllipsis() {
        frames[frames.count - 1].isElided = true
        liberties.isPartial = liberties.isPartial || frame.isObject
        skipSpace()
      }
      if takesComma(in: frame.isObject, behind: before) {
        let comma = position - 1
        if frame.isObject {
          if try parseKey(orEnd: dialect == .page) { return false }
        } else {
          guard dialect == .page, takesEndOfArray() else { return false }
        }
        if liberties.ellipses.last.map({ $0.lowerBound < comma }) ?? true {
          liberties.punctuation.append(comma..<comma + 1)
        }
        node = close()
        continue
      }
      guard position < end, text[position] == (frame.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
        throw unexpected(frame.isObject ? "',' or '}'" : "',' or ']'", opening: openingNote())
      }
      position += 1
      node = close()
    }
    return true
  }

  /// Begins an array or object at its bracket.
  private mutating func open(isObject: Bool) throws(JSONFailure) {
    guard frames.count < JSONReader.nestingLimit else {
      throw JSONFailure(
        id: .nestingTooDeep,
        message: "values are nested deeper than \(JSONReader.nestingLimit) levels",
        range: position..<position + 1
      )
    }
    frames.append(Frame(isObject: isObject, start: position, base: isObject ? members.count : elements.count))
    position += 1
  }

  /// Leaves the place of a value empty for which an ellipsis stands.
  private mutating func elide() {
    isOmitted = false
    let last = frames.count - 1
    frames[last].isElided = true
    guard frames[last].isObject else { return }
    liberties.isPartial = true
    members.drop()
    frames[last].isWaiting = false
  }

  /// Moves over white space and the end of an array where it stands here.
  private mutating func takesEndOfArray() -> Bool {
    skipSpace()
    guard position < end, text[position] == UInt8(ascii: "]") else { return false }
    position += 1
    return true
  }

  /// Ends the innermost array or object at the current position.
  private mutating func close() -> Node {
    let frame = frames.removeLast()
    let place = span(frame.start, position)
    if frame.isElided { isOmitted = frame.base == (frame.isObject ? members.count : elements.count) && !frames.isEmpty }
    guard frame.isObject else { return Node(.array(elements.pop(from: frame.base)), at: place) }
    return Node(.object(members.pop(from: frame.base)), at: place)
  }

  /// Ends everything that is open where the text was cut off; nil where nothing was open.
  private mutating func closeAll() -> Node? {
    position = end
    var result: Node?
    while let frame = frames.last {
      if frame.isObject {
        if let result { members.setLast(result) } else if frame.isWaiting { members.drop() }
      } else if let result {
        elements.push(result)
      }
      result = close()
    }
    return result
  }

  /// Reads a key and its colon, or the end of the object where that may stand here; false at that end.
  private mutating func parseKey(orEnd: Bool) throws(JSONFailure) -> Bool {
    skipSpace()
    while dialect == .page, takeEllipsis() {
      frames[frames.count - 1].isElided = true
      liberties.isPartial = true
      skipSpace()
      if takesComma(in: false, behind: position) { skipSpace() }
    }
    let start = position
    let key: String
    if position < end, text[position] == UInt8(ascii: "\"") {
      key = try parseString()
    } else if dialect == .page, let string = try parsePageString() {
      key = string
    } else {
      if orEnd || frames[frames.count - 1].isElided, position < end, text[position] == UInt8(ascii: "}") {
        position += 1
        return false
      }
      throw unexpected(orEnd ? "a key in double quotes or '}'" : "a key in double quotes", opening: openingNote())
    }
    let place = span(start, position)
    let hash = hash(of: key, start, position)
    skipSpace()
    guard takesColon() else { throw unexpected("':' after the key") }
    members.push(key: key, at: place, hash: hash)
    frames[frames.count - 1].isWaiting = true
    return true
  }

  /// The hash of a key that was read from a byte range with its quotes.
  private func hash(of key: String, _ start: Int, _ end: Int) -> UInt64 {
    // Only an escape makes the range longer than the key; the range is the faster one to read.
    guard key.utf8.count == end - start - 2 else { return MemberStack.hash(key.utf8) }
    return MemberStack.hash(UnsafeBufferPointer(rebasing: text[start + 1..<end - 1]))
  }

  /// The keys that objects have twice.
  var duplicates: [DuplicateKey] { members.duplicates }

  /// Names the innermost open array or object for a failure behind its bracket.
  private func openingNote() -> (message: String, range: Range<Int>)? {
    frames.last.map { frame in
      (frame.isObject ? "the object begins here" : "the array begins here", frame.start..<frame.start + 1)
    }
  }
}
