import SchemaSource

/// A page as its lines.
struct PageText: Sendable {
  /// Where the page came from.
  let file: SourceFile
  /// The lines that are not blank, in order.
  let lines: [PageLine]

  /// Splits a page that is valid UTF-8; a line ends with LF, CR or both.
  init(_ file: SourceFile) {
    self.file = file
    let text = String(decoding: file.bytes, as: UTF8.self)[...]
    var lines: [PageLine] = []
    var start = 0
    /// Adds the line between two offsets unless it is blank.
    func add(_ end: Int) {
      guard end > start else { return }
      let whole = PageLine(text: text.prefix(bytes: end).dropping(bytes: start), start: start, column: 0)
      let line = whole.dropping(bytes: 0)
      if !line.text.isEmpty { lines.append(line) }
    }
    file.bytes.withUnsafeBufferPointer { bytes in
      for offset in bytes.indices where bytes[offset] == 0x0A || bytes[offset] == 0x0D {
        add(offset)
        start = offset + 1
      }
      add(bytes.count)
    }
    self.lines = lines
  }
}
