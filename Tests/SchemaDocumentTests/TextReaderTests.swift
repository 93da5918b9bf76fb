import SchemaDocument
import SchemaSource
import Testing

/// Whether files are taken as text.
@Suite struct TextReaderTests {
  /// The result of the check and the diagnostics.
  private func check(_ bytes: [UInt8]) -> (isText: Bool, diagnostics: [Diagnostic]) {
    var report = Report()
    let isText = TextReader.check(source(bytes), report: &report)
    return (isText, report.diagnostics)
  }

  /// Text passes, with or without a byte order mark.
  @Test(arguments: ["a", "名前", "\u{FEFF}a", " \n x"])
  func text(text: String) {
    #expect(check([UInt8](text.utf8)).isText)
    #expect(check([UInt8](text.utf8)).diagnostics.isEmpty)
  }

  /// What is empty, binary or no UTF-8 is told as such.
  @Test(arguments: [
    ([], DiagnosticID.emptyDocument, 0), ([0x20, 0x0A, 0x0D, 0x09], .emptyDocument, 0),
    ([0xEF, 0xBB, 0xBF, 0x0A], .emptyDocument, 0), ([0x61, 0x00, 0xFF], .binaryDocument, 1),
    ([0x61, 0xC3, 0xA9, 0xC3, 0x28], .invalidUTF8, 3), ([0xFF, 0xFE, 0x61], .invalidUTF8, 0),
  ])
  func refused(bytes: [UInt8], id: DiagnosticID, offset: Int) {
    let (isText, diagnostics) = check(bytes)
    #expect(!isText)
    #expect(diagnostics.map(\.id) == [id])
    #expect(diagnostics.first?.span?.start == offset)
  }

  /// The first bad byte is found wherever it stands among eight.
  @Test func firstBadByte() {
    for offset in 0..<40 {
      var bytes = [UInt8](repeating: 0x61, count: 40)
      bytes[offset] = 0x80
      #expect(check(bytes).diagnostics.first?.span?.start == offset)
    }
  }
}
