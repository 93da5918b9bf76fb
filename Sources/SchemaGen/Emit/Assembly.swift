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
    var nested: [() -> Piece]
  }

  /// A piece of which some lines are written.
  private struct Frame {
    let lines: [Substring.UTF8View]
    var line = 0
    let depth: Int
    let nested: [() -> Piece]
    /// The next nested piece, nil while the placeholder has not been reached.
    var child: Int?

    init(_ piece: Piece) {
      var lines = piece.text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      if lines.last?.isEmpty == true { lines.removeLast() }
      self.lines = lines.map { Substring($0).utf8 }
      depth = piece.depth
      nested = piece.nested
    }
  }

  /// The text of a whole file. Nested types may be as deep as a document nests them: the stack is not the machine's.
  static func text(of root: Piece) -> String {
    var output: [UInt8] = []
    var frames = [Frame(root)]
    while var frame = frames.popLast() {
      if let child = frame.child {
        if child < frame.nested.count {
          if child > 0 { output.append(UInt8(ascii: "\n")) }
          frame.child = child + 1
          frames.append(frame)
          frames.append(Frame(frame.nested[child]()))
          continue
        }
        frame.child = nil
      }
      while frame.line < frame.lines.count {
        let line = frame.lines[frame.line]
        frame.line += 1
        if line.elementsEqual(placeholder.utf8) {
          frame.child = 0
          frames.append(frame)
          break
        }
        if !line.isEmpty {
          output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * frame.depth))
          output.append(contentsOf: line)
        }
        output.append(UInt8(ascii: "\n"))
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}
