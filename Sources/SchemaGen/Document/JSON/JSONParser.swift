import SchemaSource

/// Reads one JSON value out of UTF-8 bytes, without recursion.
struct JSONParser: ~Copyable {
  /// How much the parser forgives.
  enum Dialect {
    /// RFC 8259 and nothing else.
    case strict
    /// A value on a page: no-break spaces are white space, and a cut value ends where the text ends.
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
      case 0xC2 where dialect == .page && position + 1 < end && text[position + 1] == 0xA0: position += 2
      default: return
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
        skipSpace()
        guard position < end, text[position] == UInt8(ascii: "]") else { continue }
        position += 1
        node = close()
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        let number = try parseNumber()
        node = Node(.number(number), at: span(start, position))
      default:
        let value = try parseLiteral()
        node = Node(value, at: span(start, position))
      }
      if try finish(&node) { return node }
    }
  }

  /// Hands a value to the innermost open array or object and closes what ends with it; true where nothing stays open.
  private mutating func finish(_ node: inout Node) throws(JSONFailure) -> Bool {
    while let frame = frames.last {
      if frame.isObject {
        members.setLast(node)
        frames[frames.count - 1].isWaiting = false
      } else {
        elements.push(node)
      }
      skipSpace()
      let byte = position < end ? text[position] : 0
      if byte == UInt8(ascii: ",") {
        position += 1
        if frame.isObject { _ = try parseKey(orEnd: false) }
        return false
      }
      guard byte == (frame.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
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

  /// Ends the innermost array or object at the current position.
  private mutating func close() -> Node {
    let frame = frames.removeLast()
    let place = span(frame.start, position)
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
    let start = position
    guard position < end, text[position] == UInt8(ascii: "\"") else {
      if orEnd, position < end, text[position] == UInt8(ascii: "}") {
        position += 1
        return false
      }
      throw unexpected(orEnd ? "a key in double quotes or '}'" : "a key in double quotes", opening: openingNote())
    }
    let key = try parseString()
    let place = span(start, position)
    let hash = hash(of: key, start, position)
    skipSpace()
    guard position < end, text[position] == UInt8(ascii: ":") else { throw unexpected("':' after the key") }
    position += 1
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
