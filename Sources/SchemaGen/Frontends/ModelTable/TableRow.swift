/// One row of a Markdown table.
struct TableRow {
  /// The cells, trimmed.
  var cells: [PageLine] = []
  /// Whether a bar closes the last cell.
  var isClosed = false
  /// The whole row.
  var line: PageLine

  /// Takes a line apart at its bars; a bar behind a backslash belongs to its cell.
  init(_ line: PageLine) {
    self.line = line
    guard line.text.begins(with: "|") else { return }
    var start = 1
    var isEscaped = false
    var offset = 0
    for byte in line.text.utf8 {
      if offset > 0, byte == UInt8(ascii: "|"), !isEscaped {
        cells.append(line.prefix(bytes: offset).dropping(bytes: start))
        start = offset + 1
      }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
      offset += 1
    }
    isClosed = start == line.text.utf8.count
    if !isClosed { cells.append(line.dropping(bytes: start)) }
  }

  /// Whether a line is the rule between a table's header and its rows.
  static func isRule(_ text: Substring) -> Bool {
    text.begins(with: "|") && text.utf8.contains(UInt8(ascii: "-"))
      && text.utf8.allSatisfy { [UInt8(ascii: "|"), UInt8(ascii: "-"), UInt8(ascii: ":"), 0x20].contains($0) }
  }
}
