/// Writes nodes as JSON, without recursion.
struct JSONWriter {
  /// An array or object that is not written to its end.
  private enum Frame {
    /// The rest of an array.
    case array(ArraySlice<Node>)
    /// The rest of an object.
    case object(ArraySlice<Member>)
  }

  /// Whether lines are broken and indented.
  let isPretty: Bool
  /// The UTF-8 bytes written so far.
  private var bytes: [UInt8] = []
  /// The open arrays and objects, outermost first.
  private var frames: [Frame] = []

  /// Makes a writer.
  init(isPretty: Bool) { self.isPretty = isPretty }

  /// The text of a node.
  mutating func text(of node: Node) -> String {
    begin(node)
    while let frame = frames.popLast() {
      switch frame {
      case .array(var rest):
        guard let node = rest.popFirst() else {
          end(with: UInt8(ascii: "]"))
          continue
        }
        separate(isFirst: bytes.last == UInt8(ascii: "["), depth: frames.count + 1)
        frames.append(.array(rest))
        begin(node)
      case .object(var rest):
        guard let member = rest.popFirst() else {
          end(with: UInt8(ascii: "}"))
          continue
        }
        separate(isFirst: bytes.last == UInt8(ascii: "{"), depth: frames.count + 1)
        write(string: member.key)
        bytes.append(UInt8(ascii: ":"))
        if isPretty { bytes.append(0x20) }
        frames.append(.object(rest))
        begin(member.value)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes a scalar or the beginning of an array or object.
  private mutating func begin(_ node: Node) {
    switch node.value {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .boolean(let boolean): bytes.append(contentsOf: (boolean ? "true" : "false").utf8)
    case .number(let number): bytes.append(contentsOf: number.utf8)
    case .string(let string): write(string: string)
    case .array(let elements) where elements.isEmpty: bytes.append(contentsOf: "[]".utf8)
    case .object(let members) where members.isEmpty: bytes.append(contentsOf: "{}".utf8)
    case .array(let elements):
      bytes.append(UInt8(ascii: "["))
      frames.append(.array(elements[...]))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      frames.append(.object(members.withoutDuplicates[...]))
    }
  }

  /// Writes the bracket that ends an array or object.
  private mutating func end(with bracket: UInt8) {
    breakLine(depth: frames.count)
    bytes.append(bracket)
  }

  /// Writes what stands before an element or member.
  private mutating func separate(isFirst: Bool, depth: Int) {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    breakLine(depth: depth)
  }

  /// Begins a line with its indentation where lines are broken.
  private mutating func breakLine(depth: Int) {
    guard isPretty else { return }
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: depth * 2))
  }

  /// Writes a string with its quotes and escapes (RFC 8259, section 7): what needs none is copied as a whole.
  private mutating func write(string: String) {
    bytes.append(UInt8(ascii: "\""))
    var string = string
    string.withUTF8 { text in
      guard let start = text.baseAddress else { return }
      var copied = 0
      var index = 0
      while index < text.count {
        let byte = start[index]
        if byte < 0x20 || byte == 0x22 || byte == 0x5C {
          bytes.append(contentsOf: UnsafeBufferPointer(start: start + copied, count: index - copied))
          write(escaped: byte)
          copied = index + 1
        }
        index += 1
      }
      bytes.append(contentsOf: UnsafeBufferPointer(start: start + copied, count: text.count - copied))
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes a character that cannot stand in a string as it is.
  private mutating func write(escaped byte: UInt8) {
    switch byte {
    case 0x0A: bytes.append(contentsOf: "\\n".utf8)
    case 0x0D: bytes.append(contentsOf: "\\r".utf8)
    case 0x09: bytes.append(contentsOf: "\\t".utf8)
    case 0..<0x20:
      bytes.append(contentsOf: (byte < 0x10 ? "\\u000" : "\\u00").utf8)
      bytes.append(contentsOf: String(byte, radix: 16).utf8)
    default:
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(byte)
    }
  }
}
