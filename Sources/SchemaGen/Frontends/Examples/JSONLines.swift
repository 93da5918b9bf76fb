import SchemaDescription
import SchemaDocument
import SchemaSource

/// Reads JSON Lines: a value on each line, all of them samples of one type.
enum JSONLines {
  /// Whether a text that is no JSON as a whole holds a value on each of its first two lines.
  static func recognizes(_ file: SourceFile) -> Bool {
    var count = 0
    for range in lines(of: file) {
      var ignored = Report()
      guard JSONReader.read(file, range: range, report: &ignored) != nil else { return false }
      count += 1
      if count == 2 { return true }
    }
    return false
  }

  /// The samples of a file; a line that is no JSON is reported and left out.
  static func read(_ file: SourceFile, report: inout Report) -> APIDescription? {
    var samples: [RawExample] = []
    for range in lines(of: file) {
      guard let node = JSONReader.read(file, range: range, report: &report) else { continue }
      if let reason = SampleDocument.refusal(of: node) {
        report.add(.ignoredText, "\(reason); the line is left out", at: node.span)
        continue
      }
      samples.append(RawExample(name: "line \(file.location(of: range.lowerBound).line)", node))
    }
    guard !samples.isEmpty else {
      report.add(.unknownFormat, "no line of this file is a sample of a type", at: file.span(0, 0))
      return nil
    }
    return SampleDocument.read(samples, in: file)
  }

  /// The bytes of the lines that are not blank.
  private static func lines(of file: SourceFile) -> some Sequence<Range<Int>> {
    Lines(file: file).lazy.filter { range in file.bytes[range].contains { $0 > 0x20 } }
  }

  /// The ranges of a file's lines, one after another.
  private struct Lines: Sequence, IteratorProtocol {
    let file: SourceFile
    /// Where the next line begins.
    var position: Int

    init(file: SourceFile) {
      self.file = file
      position = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    mutating func next() -> Range<Int>? {
      guard position < file.bytes.count else { return nil }
      let end = file.bytes[position...].firstIndex(of: 0x0A) ?? file.bytes.count
      defer { position = end + 1 }
      return position..<end
    }
  }
}
