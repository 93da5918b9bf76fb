/// Puts rendered declarations into each other, indented, without copying any of them twice.
struct Assembly {
  /// The line of a rendered text where what is nested in it goes; no document's text can hold this character.
  static let placeholder = "\u{1}"

  /// What goes into a file: a text whose lines are indented alike, and what stands at its placeholder.
  struct Piece {
    var text: String
    /// How many levels the text is indented.
    var depth: Int
    /// Makes the nested pieces one after another.
    var nested: [() -> Piece] = []
  }

  /// A piece of which some lines are written.
  private struct Frame {
    let bytes: [UInt8]
    /// Where the next line begins.
    var position = 0
    let depth: Int
    let nested: [() -> Piece]
    /// The next nested piece, nil while the placeholder has not been reached.
    var child: Int?

    init(_ piece: Piece) {
      bytes = Array(piece.text.utf8)
      depth = piece.depth
      nested = piece.nested
    }
  }

  private var output: [UInt8] = []

  /// The text of a whole file. Nested types may be as deep as a document nests them: the stack is not the machine's.
  static func text(of root: Piece) -> String {
    var assembly = Assembly()
    var frames = [Frame(root)]
    while var frame = frames.popLast() {
      if let child = frame.child {
        if child < frame.nested.count {
          if child > 0 { assembly.output.append(UInt8(ascii: "\n")) }
          frame.child = child + 1
          frames.append(frame)
          frames.append(Frame(frame.nested[child]()))
          continue
        }
        frame.child = nil
      }
      while frame.position < frame.bytes.count {
        if assembly.writeLine(of: &frame) {
          frame.child = 0
          frames.append(frame)
          break
        }
      }
    }
    return String(decoding: assembly.output, as: UTF8.self)
  }

  /// Writes the next line of a piece, and all that a block in it becomes; true where the line is the placeholder.
  private mutating func writeLine(of frame: inout Frame) -> Bool {
    let bytes = frame.bytes
    let start = frame.position
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n"), bytes[end] != Block.start { end += 1 }
    guard end < bytes.count, bytes[end] == Block.start else {
      frame.position = end + 1
      if end == start + 1, bytes[start] == 1 { return true }
      write(bytes[start..<end], depth: frame.depth)
      return false
    }
    let prefix = start..<end
    var position = end + 1
    while position < bytes.count, bytes[position] != Block.end {
      var isFirst = true
      while position < bytes.count, isFirst || bytes[position - 1] != Block.separator {
        let begin = position
        while position < bytes.count, bytes[position] != UInt8(ascii: "\n"), bytes[position] != Block.separator {
          position += 1
        }
        write(bytes[begin..<position], after: isFirst ? bytes[prefix] : [], depth: frame.depth)
        isFirst = false
        position += 1
      }
    }
    while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
    frame.position = position + 1
    return false
  }

  /// Writes a line, indented unless it is empty.
  private mutating func write(_ line: ArraySlice<UInt8>, after prefix: ArraySlice<UInt8> = [], depth: Int) {
    if !line.isEmpty || !prefix.isEmpty {
      for _ in 0..<depth {
        output.append(UInt8(ascii: " "))
        output.append(UInt8(ascii: " "))
      }
      output.append(contentsOf: prefix)
      output.append(contentsOf: line)
    }
    output.append(UInt8(ascii: "\n"))
  }
}

/// Lines of which each goes where the template has one: a line of a template with a block's tag is repeated for each of
/// them. A template engine would render a section for every line, which takes longer than all else that it does.
enum Block {
  /// Begins a block; no document's text can hold any of the three.
  static let start: UInt8 = 2
  /// Ends each line of a block; the line may itself be broken.
  static let separator: UInt8 = 0x1F
  /// Ends a block.
  static let end: UInt8 = 3

  /// The lines as a value for a template.
  static func text(_ lines: [String]) -> Verbatim {
    var text = "\u{2}"
    for line in lines {
      text += line
      text += "\u{1F}"
    }
    text += "\u{3}"
    return Verbatim(text)
  }
}
