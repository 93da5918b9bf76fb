/// One row of a table in text.
struct TableRow {
  /// What stands between the cells.
  enum Style: CaseIterable {
    /// Bars between the cells and before the first one, as in Markdown.
    case bars
    /// Bars between the cells alone.
    case innerBars
    /// Tabulators, as browsers copy tables.
    case tabulators
    /// Two spaces or more, as tables look in PDF files.
    case spaces
  }

  /// The cells, trimmed; none where the line is no row.
  var cells: [PageLine] = []
  /// Whether a bar closes the last cell, or none need to.
  var isClosed = false
  /// The whole row.
  var line: PageLine

  /// Takes a line apart; a bar behind a backslash belongs to its cell.
  init(_ line: PageLine, _ style: Style = .bars) {
    self.line = line
    switch style {
    case .bars:
      guard line.text.begins(with: "|") else { return }
      split(at: UInt8(ascii: "|"), from: 1)
    case .innerBars:
      guard !line.text.begins(with: "|"), line.text.utf8.contains(UInt8(ascii: "|")) else { return }
      split(at: UInt8(ascii: "|"), from: 0)
      isClosed = true
    case .tabulators:
      guard line.text.utf8.contains(0x09) else { return }
      split(at: 0x09, from: 0)
      isClosed = true
    case .spaces:
      splitAtSpaces()
      isClosed = true
    }
  }

  /// Cuts the line at a character that is no part of a cell.
  private mutating func split(at mark: UInt8, from first: Int) {
    var start = first
    var isEscaped = false
    var offset = 0
    for byte in line.text.utf8 {
      if offset >= first, byte == mark, !isEscaped {
        cells.append(line.part(line.text.prefix(bytes: offset).dropping(bytes: start)))
        start = offset + 1
      }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
      offset += 1
    }
    isClosed = start == line.text.utf8.count
    if !isClosed { cells.append(line.dropping(bytes: start)) }
  }

  /// Cuts the line where two spaces or more stand; no cell is empty then.
  private mutating func splitAtSpaces() {
    var start = 0
    var offset = 0
    var spaces = 0
    for byte in line.text.utf8 {
      if byte == 0x20 {
        spaces += 1
      } else {
        if spaces >= 2 {
          cells.append(line.part(line.text.prefix(bytes: offset).dropping(bytes: start)))
          start = offset
        }
        spaces = 0
      }
      offset += 1
    }
    if !cells.isEmpty { cells.append(line.dropping(bytes: start)) }
  }

  /// Whether a line is the rule between a table's header and its rows.
  static func isRule(_ text: Substring) -> Bool {
    let marks = text.utf8.allSatisfy {
      [UInt8(ascii: "|"), UInt8(ascii: "-"), UInt8(ascii: ":"), 0x20, 0x09].contains($0)
    }
    return marks && text.utf8.contains(UInt8(ascii: "|")) && text.utf8.contains(UInt8(ascii: "-"))
  }
}
