import SchemaSource

/// Gathers the lines of a page that were not understood, so that a run of them becomes one note.
struct IgnoredLines {
  /// The page.
  let file: SourceFile
  /// The run that is being gathered.
  private var run: (start: Int, end: Int, count: Int)?

  /// Begins with no line.
  init(_ file: SourceFile) { self.file = file }

  /// Adds a line.
  mutating func add(_ line: PageLine, report: inout Report) { add(line.start, line.end, report: &report) }

  /// Adds a range of bytes; it belongs to the run where only white space lies between.
  mutating func add(_ start: Int, _ end: Int, report: inout Report) {
    if let current = run, start >= current.end, isBlank(current.end, start) {
      run = (current.start, end, current.count + 1)
    } else {
      flush(&report)
      run = (start, end, 1)
    }
  }

  /// Reports the run.
  mutating func flush(_ report: inout Report) {
    guard let run else { return }
    self.run = nil
    let what = run.count == 1 ? "this line was" : "\(run.count) lines were"
    report.add(.ignoredText, "\(what) not understood and left out", at: file.span(run.start, run.end))
  }

  /// Whether the bytes of a range are all white space.
  private func isBlank(_ start: Int, _ end: Int) -> Bool {
    file.bytes[start..<end].allSatisfy { $0 <= 0x20 || $0 == 0xC2 || $0 == 0xA0 }
  }
}
