import SchemaSource

/// Lays out the elements of a page as lines of text: blocks are lines, tables are rows between bars, and code is fenced.
struct HTMLLines {
  /// The text, in UTF-8.
  private(set) var bytes: [UInt8] = []
  /// Where the parts of the text stand in the page.
  private(set) var places: [TextOrigin.Place] = []

  /// What has to come before the next word.
  private enum Gap { case none, space, line }

  /// A table that is being written.
  private struct Table {
    /// How many cells the row has so far.
    var cells = 0
    /// Whether the rule below the first row is there.
    var hasHead = false
    /// How many further columns and rows the open cell takes.
    var further = (columns: 0, rows: 0)
    /// Where the open cell begins in the text.
    var start = 0
    /// By column, the cells of earlier rows that stand in the next ones, too.
    var merged: [Int: MergedCell] = [:]
  }

  /// A cell that takes several rows.
  private struct MergedCell {
    /// In how many of the next rows it stands.
    var rows: Int
    var text: [UInt8]
    /// Where it stands in the page.
    var origin: Int?
  }

  /// An element that is open.
  private struct Level {
    /// Whether the elements in it stand side by side, each a thing of its own.
    var isRow: Bool
    /// Whether text stands in it beside the elements.
    var hasText: Bool
    /// Whether an element has begun in it.
    var hasElement = false
  }

  /// What comes before the next word.
  private var gap = Gap.none
  /// The tables that are open; nil for one that is layout.
  private var tables: [Table?] = []
  /// How many cells of tables are open.
  private var openCells = 0
  /// How many preformatted elements are open.
  private var preformatted = 0
  /// The elements that are open.
  private var path: [Level] = []

  /// Writes a whole page.
  mutating func add(_ content: HTMLContent) {
    var index = 0
    while index < content.pieces.count {
      switch content.pieces[index] {
      case .open(let element, let end):
        if HTMLElement.isHidden(element.name) || element.isDecoration {
          index = max(index, end)
        } else {
          open(element)
        }
      case .close(let name): close(name)
      case .text(let text, let origin):
        if isCode { addCode(text, origin) } else { addWords(text, origin) }
      }
      index += 1
    }
  }

  /// Whether white space is written as it is.
  private var isCode: Bool { preformatted > 0 && openCells == 0 }

  /// Begins an element.
  private mutating func open(_ element: HTMLContent.Element) {
    let parent = path.last
    if let parent, parent.isRow, parent.hasElement, !isCode { breakLine() }
    if !path.isEmpty { path[path.count - 1].hasElement = true }
    let isBlock = HTMLElement.isBlock(element.name)
    let isApart = isBlock || parent.map { !$0.hasText } ?? true
    path.append(
      Level(isRow: HTMLElement.isRow(element.name) && !element.hasText && isApart, hasText: element.hasText)
    )
    switch element.name {
    case "br": breakLine()
    case "table":
      breakLine()
      tables.append(element.holdsLayout || openCells > 0 ? nil : Table())
    case "tr":
      breakLine()
      if let table = tables.last, table != nil { tables[tables.count - 1]?.cells = 0 }
    case "td", "th": openCell(element)
    case let name where HTMLElement.isPreformatted(name):
      breakLine()
      preformatted += 1
      guard isCode, preformatted == 1 else { return }
      fillGap()
      bytes += Array("```\(element.language ?? "")\n".utf8)
    default:
      if isBlock { breakLine() }
      indent(element)
    }
  }

  /// Writes a mark for each step by which a name in a cell is indented, but for the first, which has a mark of its own.
  private mutating func indent(_ element: HTMLContent.Element) {
    guard openCells == 1, element.indentation >= 40, bytes.last == 0x20 else { return }
    for _ in 1..<min(element.indentation / 20, 32) { bytes += Array("> ".utf8) }
  }

  /// Ends the element that was begun last.
  private mutating func close(_ name: String) {
    _ = path.popLast()
    switch name {
    case "br": break
    case "table":
      breakLine()
      _ = tables.popLast()
    case "tr":
      breakLine()
      closeRow()
    case "td", "th": closeCell()
    case let name where HTMLElement.isPreformatted(name):
      if isCode, preformatted == 1 {
        if bytes.last != 0x0A { bytes.append(0x0A) }
        bytes += Array("```".utf8)
        gap = .line
      }
      preformatted -= 1
      breakLine()
    default: if HTMLElement.isBlock(name) { breakLine() }
    }
  }

  /// Lets the next word begin a line; within a cell there is but one.
  private mutating func breakLine() { gap = openCells > 0 ? (gap == .line ? .line : .space) : .line }

  /// Writes what comes before the next word.
  private mutating func fillGap() {
    defer { gap = .none }
    guard let last = bytes.last, last != 0x0A else { return }
    switch gap {
    case .none: break
    case .space: if last != 0x20 { bytes.append(0x20) }
    case .line: bytes.append(0x0A)
    }
  }

  /// Begins a cell, which in a table that is layout is but a block.
  private mutating func openCell(_ element: HTMLContent.Element) {
    guard let table = tables.last ?? nil, openCells == 0 else {
      breakLine()
      if openCells > 0 { openCells += 1 }
      return
    }
    if table.cells == 0 {
      gap = .line
      fillGap()
      bytes.append(UInt8(ascii: "|"))
    }
    repeatMergedCells()
    tables[tables.count - 1]?.further = (element.columns - 1, element.rows - 1)
    tables[tables.count - 1]?.start = bytes.count + 1
    bytes.append(0x20)
    gap = .none
    openCells = 1
  }

  /// Ends a cell.
  private mutating func closeCell() {
    guard openCells > 0 else { return breakLine() }
    openCells -= 1
    guard openCells == 0 else { return }
    gap = .none
    bytes += Array(" |".utf8)
    guard let last = tables.indices.last, let table = tables[last] else { return }
    if table.further.rows > 0 {
      let text = Array(bytes[table.start...].dropLast(2))
      let origin = places.last.flatMap { $0.offset >= table.start ? $0.origin : nil }
      tables[last]?.merged[table.cells] = MergedCell(rows: table.further.rows, text: text, origin: origin)
    }
    tables[last]?.cells += 1
    for _ in 0..<table.further.columns {
      bytes += Array("  |".utf8)
      tables[last]?.cells += 1
    }
  }

  /// Writes the cells of earlier rows that stand in this one, too.
  private mutating func repeatMergedCells() {
    guard let last = tables.indices.last else { return }
    while let table = tables[last], let cell = table.merged[table.cells], cell.rows > 0 {
      if let origin = cell.origin { places.append(TextOrigin.Place(offset: bytes.count + 1, origin: origin)) }
      bytes += [0x20] + cell.text + Array(" |".utf8)
      tables[last]?.merged[table.cells]?.rows -= 1
      tables[last]?.cells += 1
    }
  }

  /// Ends a row; below the first one goes the rule that readers of tables look for.
  private mutating func closeRow() {
    guard openCells == 0, let open = tables.last ?? nil, open.cells > 0 else { return }
    repeatMergedCells()
    guard let table = tables.last ?? nil, !table.hasHead else { return }
    tables[tables.count - 1]?.hasHead = true
    fillGap()
    bytes += Array(("|" + String(repeating: "---|", count: table.cells)).utf8)
    gap = .line
  }

  /// Writes text in which white space only parts words.
  private mutating func addWords(_ text: String, _ origin: Int) {
    var offset = origin
    var isWord = false
    for byte in text.utf8 {
      defer { offset += 1 }
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        if gap == .none { gap = .space }
        isWord = false
        continue
      }
      if !isWord {
        fillGap()
        places.append(TextOrigin.Place(offset: bytes.count, origin: offset))
        isWord = true
      }
      if byte == UInt8(ascii: "|"), openCells > 0 {
        bytes.append(UInt8(ascii: "\\"))
        places.append(TextOrigin.Place(offset: bytes.count, origin: offset))
      }
      bytes.append(byte)
    }
  }

  /// Writes text as it is; a line ends with LF.
  private mutating func addCode(_ text: String, _ origin: Int) {
    fillGap()
    var offset = origin
    var isBeginning = true
    for byte in text.utf8 {
      defer { offset += 1 }
      if byte == 0x0D {
        isBeginning = true
        continue
      }
      if isBeginning {
        places.append(TextOrigin.Place(offset: bytes.count, origin: offset))
        isBeginning = false
      }
      bytes.append(byte)
    }
  }
}
