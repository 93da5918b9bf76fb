import SchemaDocument
import SchemaSource
import Testing

/// Diagnostics as text and as JSON.
@Suite struct DiagnosticRendererTests {
  /// The text of one error at a byte range of a document.
  private func render(
    _ text: String,
    _ range: Range<Int>,
    columns: Int = 120,
    color: Bool = false,
    message: String = "wrong"
  ) -> String {
    var sources = SourceMap()
    let file = sources.add(path: "a/b.json", bytes: [UInt8](text.utf8))
    var renderer = DiagnosticRenderer(sources: sources, usesColor: color, columns: columns)
    return renderer.text(
      of: Diagnostic(.invalidJSON, message, at: file.span(range.lowerBound, range.upperBound))
    )
  }

  /// The lines of a text.
  private func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// Place, source, carets and advice, in this order.
  @Test func form() {
    #expect(
      render("{\n  \"a\": nope\r\n}", 9..<13) == """
        a/b.json:2:8: error: wrong [invalid-json]
          "a": nope
               ^^^^
        help: Mend the text at the caret.

        """
    )
  }

  /// Carets stand below wide characters, tabs, marks and placeholders.
  @Test(arguments: [
    ("\"名前\": x", 10..<11, "\"名前\": x", "        ^"), ("\"名前\": x", 1..<7, "\"名前\": x", " ^^^^"),
    ("\tx", 1..<2, "    x", "    ^"), ("e\u{301}x", 3..<4, "e\u{301}x", " ^"), ("😀x", 4..<5, "😀x", "  ^"),
    ("\u{1B}[2Jx", 4..<5, "␛[2Jx", "    ^"), ("a\u{202E}x", 4..<5, "a\u{FFFD}x", "  ^"),
    ("\u{9B}x", 2..<3, "\u{FFFD}x", " ^"), ("ab", 2..<2, "ab", "  ^"), ("ab\ncd", 1..<5, "ab", " ^"),
    ("ab\n", 2..<3, "ab", "  ^"), ("x\ry", 2..<3, "x␍y", "  ^"),
  ])
  func carets(text: String, range: Range<Int>, line: String, carets: String) {
    let lines = lines(render(text, range))
    #expect(lines[1] == line)
    #expect(lines[2] == carets)
  }

  /// Long lines are cut around the span, and what is marked is what the span covers.
  @Test(arguments: [0, 1, 30, 119, 120, 500, 1995])
  func longLines(offset: Int) throws {
    let text = String(repeating: "abcdefghij", count: 200)
    let lines = lines(render(text, offset..<offset + 5))
    let shown = Array(lines[1])
    #expect(shown.count <= 120)
    #expect(shown.count > 100)
    #expect((shown.first == "…") == (offset > 100))
    let caret = try #require(lines[2].firstIndex(of: "^"))
    let column = lines[2].distance(from: lines[2].startIndex, to: caret)
    #expect(lines[2].drop { $0 == " " } == "^^^^^")
    #expect(String(shown[column..<column + 5]) == String(Array(text)[offset..<offset + 5]))
    #expect(lines[0].hasPrefix("a/b.json:1:\(offset + 1):"))
  }

  /// A span wider than the terminal is cut, also among wide characters.
  @Test func longSpan() {
    let text = String(repeating: "你", count: 300)
    let lines = lines(render(text, 0..<text.utf8.count, columns: 40))
    #expect(lines[1] == String(repeating: "你", count: 19) + "…")
    #expect(lines[2] == String(repeating: "^", count: 38))
  }

  /// Messages and paths cannot reach the terminal's controls, and cannot fill it.
  @Test func hostileMessage() {
    let text = render("x", 0..<1, message: "key '\u{1B}[31m\n" + String(repeating: "y", count: 10_000))
    #expect(!text.contains("\u{1B}"))
    #expect(lines(text)[0].hasPrefix("a/b.json:1:1: error: key '␛[31m␊yyy"))
    #expect(text.utf8.count < 1000)
  }

  /// Notes have a place of their own; advice comes once for each kind.
  @Test func notesAndAdvice() {
    var sources = SourceMap()
    let file = sources.add(path: "x", bytes: [UInt8](#"{"a":1,"a":2,"a":3}"#.utf8))
    var report = Report()
    _ = JSONReader.read(file, report: &report)
    var renderer = DiagnosticRenderer(sources: sources)
    #expect(
      renderer.text(of: report.diagnostics) == """
        x:1:8: warning: key 'a' is there twice, the last one is used [duplicate-key]
        {"a":1,"a":2,"a":3}
               ^^^
        x:1:2: note: the earlier one is here
        {"a":1,"a":2,"a":3}
         ^^^
        help: Remove one of the two.
        x:1:14: warning: key 'a' is there twice, the last one is used [duplicate-key]
        {"a":1,"a":2,"a":3}
                     ^^^
        x:1:2: note: the earlier one is here
        {"a":1,"a":2,"a":3}
         ^^^

        """
    )
  }

  /// What has no place, or one in a file that is not known, has its message alone.
  @Test func withoutPlace() {
    var renderer = DiagnosticRenderer(sources: SourceMap())
    #expect(renderer.text(of: Diagnostic(.unreadableFile, "no such file", at: nil)).hasPrefix("error: no such file ["))
    let span = SourceSpan(file: FileID(7), start: 0, end: 1)
    #expect(renderer.text(of: Diagnostic(.unreadableFile, "other", at: span)) == "error: other [unreadable-file]\n")
  }

  /// Colours are there where they are asked for.
  @Test func colors() {
    #expect(render("x", 0..<1, color: true).contains("\u{1B}[1;31merror:\u{1B}[0m wrong"))
  }

  /// Places on lines of many bytes are counted from the nearest block.
  @Test func longLines() {
    let text = "short é\n" + String(repeating: "aé名😀", count: 3_000) + "\nlast"
    let file = SourceFile(id: FileID(0), path: "long", bytes: Array(text.utf8))
    var line = 1
    var column = 1
    var offset = 0
    for scalar in text.unicodeScalars {
      if offset % 7 == 0 || offset > 29_990 {
        #expect(file.location(of: offset) == SourceLocation(line: line, column: column))
      }
      offset += String(scalar).utf8.count
      column += 1
      if scalar == "\n" { (line, column) = (line + 1, 1) }
    }
    #expect(file.location(of: offset) == SourceLocation(line: 3, column: 5))
  }

  /// The JSON form is JSON and holds every place.
  @Test func json() throws {
    var sources = SourceMap()
    let file = sources.add(path: "a \"b\"\n\u{7F}.json", bytes: [UInt8]("é\n名前x\n".utf8))
    let diagnostics = [
      Diagnostic(
        .invalidJSON,
        "quote \" slash \\ \u{1B}\u{2028}😀",
        at: file.span(0, 9),
        notes: [.init("here", at: file.span(3, 6)), .init("nowhere")]
      ),
      Diagnostic(.unwritableFile, "none", at: nil),
    ]
    let text = DiagnosticRenderer.json(of: diagnostics, sources: sources)
    #expect(!text.contains("\u{1B}") && !text.contains("\u{7F}") && !text.contains("\u{2028}"))
    var report = Report()
    let array = try #require(JSONReader.read(source(text), report: &report)?.elements)
    #expect(array.count == 2)
    #expect(array[0]["id"]?.string == "invalid-json")
    #expect(array[0]["severity"]?.string == "error")
    #expect(array[0]["message"]?.string == diagnostics[0].message)
    #expect(array[0]["path"]?.string == file.path)
    #expect(
      ["line", "column", "endLine", "endColumn"].map { array[0][$0]?.number } == ["1", "1", "2", "3"]
    )
    #expect(array[0]["notes"]?.elements?.count == 2)
    #expect(array[0]["notes"]?.elements?[0]["line"]?.number == "2")
    #expect(array[0]["notes"]?.elements?[1]["line"] == nil)
    #expect(array[1].members?.map(\.key) == ["id", "severity", "message", "notes"])
    #expect(JSONReader.read(source(DiagnosticRenderer.json(of: [], sources: sources)), report: &report) != nil)
  }
}
