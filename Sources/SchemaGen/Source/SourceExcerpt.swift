/// The line of a span and the carets below the span, cut to the width of a terminal.
struct SourceExcerpt {
  /// The line as a terminal may show it.
  private(set) var line = ""
  /// Spaces and carets that stand below the span.
  private(set) var carets = ""

  /// Makes the excerpt of the first line of a span; secrets are masked.
  init(of span: SourceSpan, in file: SourceFile, without secrets: Secrets = Secrets(), columns: Int) {
    let range = file.lineRange(at: span.start)
    let start = min(max(span.start, range.lowerBound), range.upperBound)
    let end = min(max(span.end, start), range.upperBound)
    // A scalar has at most four bytes; what is farther away cannot be shown.
    let lower = Self.scalarStart(max(range.lowerBound, start - columns * 4), in: file)
    let upper = max(start, Self.scalarStart(min(range.upperBound, start + columns * 4), in: file))
    let bytes = secrets.masked(file, from: lower, to: upper)
    let cells = { (from: Int, to: Int) in
      String(decoding: bytes[(from - lower)..<(to - lower)], as: UTF8.self).unicodeScalars.map(TerminalCell.init)
    }
    let before = cells(lower, start)
    let within = cells(start, min(end, upper))
    let after = cells(min(end, upper), upper)
    let marked = max(1, Self.width(within))
    let room = max(10, columns - 2)

    // The span comes first, then what is behind it as far as a third of the room stays for what is before it.
    var (shownBefore, shownWithin, shownAfter) = (before[...], within[...], after[...])
    let widthBefore = Self.width(before)
    if widthBefore + Self.width(within) + Self.width(after) > room {
      let lead = min(widthBefore, max(room / 3, room - marked - Self.width(after)))
      shownBefore = Self.suffix(before, columns: lead)
      shownWithin = Self.prefix(within, columns: room - lead)
      shownAfter =
        shownWithin.count < within.count
        ? [] : Self.prefix(after, columns: room - Self.width(shownBefore) - Self.width(shownWithin))
    }
    let isCutBefore = lower > range.lowerBound || shownBefore.count < before.count
    let isCutAfter = upper < range.upperBound || shownWithin.count < within.count || shownAfter.count < after.count
    if isCutBefore { line += "…" }
    for cell in shownBefore { line += cell.text }
    for cell in shownWithin { line += cell.text }
    for cell in shownAfter { line += cell.text }
    if isCutAfter { line += "…" }
    carets += String(repeating: " ", count: Self.width(shownBefore) + (isCutBefore ? 1 : 0))
    carets += String(repeating: "^", count: max(1, Self.width(shownWithin)))
  }

  /// The offset of the scalar that holds a byte.
  private static func scalarStart(_ offset: Int, in file: SourceFile) -> Int {
    var offset = offset
    while offset > 0, offset < file.bytes.count, file.bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }

  /// How many columns cells take.
  private static func width(_ cells: some Sequence<TerminalCell>) -> Int { cells.reduce(0) { $0 + $1.width } }

  /// The first cells that fit into some columns.
  private static func prefix(_ cells: [TerminalCell], columns: Int) -> ArraySlice<TerminalCell> {
    var rest = columns
    return cells.prefix { cell in
      rest -= cell.width
      return rest >= 0
    }
  }

  /// The last cells that fit into some columns.
  private static func suffix(_ cells: [TerminalCell], columns: Int) -> ArraySlice<TerminalCell> {
    var rest = columns
    let count = cells.reversed().prefix { cell in
      rest -= cell.width
      return rest >= 0
    }.count
    return cells.suffix(count)
  }
}
