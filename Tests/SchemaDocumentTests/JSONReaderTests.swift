import SchemaDocument
import SchemaSource
import Testing

/// Reading of JSON files.
@Suite struct JSONReaderTests {
  /// The node and the diagnostics that a text gives.
  private func read(_ text: String) -> (node: Node?, diagnostics: [Diagnostic]) {
    var report = Report()
    let node = JSONReader.read(source(text), report: &report)
    return (node, report.diagnostics)
  }

  /// Every text of the parsing suite is taken or refused as its name says.
  @Test func parsingSuite() throws {
    let folder = "json-test-suite/test_parsing"
    let names = Corpus.names(in: folder)
    for name in names where name.hasSuffix(".json") {
      let file = try #require(Corpus.file("\(folder)/\(name)"))
      var report = Report()
      let node = JSONReader.read(file, report: &report)
      switch name.prefix(2) {
      case "y_": #expect(node != nil && !report.hasErrors, "\(name): \(report.diagnostics)")
      case "n_":
        #expect(node == nil, "\(name) is taken")
        #expect(report.diagnostics.count { $0.severity == .error } == 1, "\(name)")
      default: #expect((node == nil) == report.hasErrors, "\(name)")
      }
      if let node {
        // What was read is written as JSON that reads the same.
        let text = node.jsonText()
        #expect(read(text).node?.jsonText() == text, "\(name)")
      }
    }
  }

  /// Large documents read without a word.
  @Test(arguments: ["openapi/github.json", "openapi/discord.json", "openapi/firecracker.json"])
  func largeDocuments(path: String) throws {
    guard let file = Corpus.file(path) else { return }
    var report = Report()
    let node = try #require(JSONReader.read(file, report: &report))
    #expect(report.diagnostics.isEmpty)
    #expect(node.span.start == 0)
    #expect(node.members?.isEmpty == false)
    var second = Report()
    let text = node.jsonText(pretty: true)
    #expect(JSONReader.read(source(text), report: &second)?.jsonText() == node.jsonText())
  }

  /// Failures say what was expected, what was found, and where.
  @Test(arguments: [
    ("{\"a\" 1}", "expected ':' after the key, found '1'", 5..<6),
    ("[1 2]", "expected ',' or ']', found '2'", 3..<4),
    ("[1,]", "expected a value, found ']'", 3..<4),
    ("{\"a\":1,}", "expected a key in double quotes, found '}'", 7..<8),
    ("{a:1}", "expected a key in double quotes or '}', found 'a'", 1..<2),
    ("[undefined]", "expected a value, found 'undefined'", 1..<10),
    ("[truely]", "expected a value, found 'truely'", 1..<7),
    ("[012]", "expected a number without leading zeros, found '012'", 1..<4),
    ("[1.]", "expected a digit after the decimal point, found ']'", 3..<4),
    ("[1e]", "expected a digit in the exponent, found ']'", 3..<4),
    ("[-]", "expected a digit after the minus sign, found ']'", 2..<3),
    ("[\"\\x\"]", "expected one of \" \\ / b f n r t u after the backslash, found 'x'", 3..<4),
    ("[\"\\u12G4\"]", "expected four hexadecimal digits after \\u, found 'G4'", 6..<8),
    ("[\"a\nb\"]", "expected an escape such as \\n in the string, found the control character U+000A", 3..<4),
    ("[\"a", "expected '\"' at the end of the string, found the end of the text", 3..<3),
    ("{\"a\":[1", "expected ',' or ']', found the end of the text", 7..<7),
    ("", "expected a value, found the end of the text", 0..<0),
    ("1 é", "expected the end of the document, found 'é'", 2..<4),
  ])
  func failures(text: String, message: String, range: Range<Int>) throws {
    let (node, diagnostics) = read(text)
    #expect(node == nil)
    let diagnostic = try #require(diagnostics.first)
    #expect(diagnostics.count == 1)
    #expect(diagnostic.id == .invalidJSON)
    #expect(diagnostic.message == message)
    #expect(diagnostic.span?.start == range.lowerBound && diagnostic.span?.end == range.upperBound)
  }

  /// A value without its end names its beginning.
  @Test func openingNote() throws {
    let diagnostic = try #require(read("{\"a\":[1").diagnostics.first)
    #expect(diagnostic.notes.first?.message == "the array begins here")
    #expect(diagnostic.notes.first?.span?.start == 5)
  }

  /// Deep nesting is refused, whether or not it is closed, and the limit itself is taken.
  @Test func nesting() {
    for text in [
      String(repeating: "[", count: 100_000), String(repeating: "{\"a\":", count: 100_000),
      String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000),
    ] {
      let (node, diagnostics) = read(text)
      #expect(node == nil)
      #expect(diagnostics.map(\.id) == [.nestingTooDeep])
    }
    let limit = JSONReader.nestingLimit
    #expect(read(String(repeating: "[", count: limit) + String(repeating: "]", count: limit)).node != nil)
    #expect(read(String(repeating: "[", count: limit + 1) + String(repeating: "]", count: limit + 1)).node == nil)
  }

  /// Equal keys are both kept, the last one counts, and both places are told.
  @Test func duplicateKeys() throws {
    let (node, diagnostics) = read(#"{"a":1,"b":2,"\u0061":3}"#)
    let object = try #require(node)
    #expect(object.members?.map(\.key) == ["a", "b", "a"])
    #expect(object["a"]?.number == "3")
    #expect(diagnostics.map(\.id) == [.duplicateKey])
    #expect(diagnostics.first?.span?.start == 13)
    #expect(diagnostics.first?.notes.first?.span?.start == 1)
    #expect(object.jsonText() == #"{"b":2,"a":3}"#)
    let many = "{" + (0..<40).map { "\"k\($0 % 39)\":\($0)" }.joined(separator: ",") + "}"
    #expect(read(many).diagnostics.map(\.id) == [.duplicateKey])
    let distinct = "{" + (0..<40).map { "\"k\($0)\":\($0)" }.joined(separator: ",") + "}"
    #expect(read(distinct).diagnostics.isEmpty)
  }

  /// Keys in objects inside each other do not count as equal.
  @Test func equalKeysInOtherObjects() {
    #expect(read(#"{"a":{"a":1,"b":{"a":2}},"b":[{"a":1},{"a":1}]}"#).diagnostics.isEmpty)
  }

  /// A byte order mark is skipped at the beginning and nowhere else.
  @Test func byteOrderMark() {
    #expect(read("\u{FEFF}[1]").node?.span.start == 3)
    #expect(read("[\u{FEFF}1]").node == nil)
  }

  /// Invalid UTF-8 is refused at its first byte.
  @Test(arguments: [[0xFF], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xC3]])
  func invalidUTF8(bytes: [UInt8]) {
    var report = Report()
    let file = source([UInt8]("[\"abcdefghijk".utf8) + bytes + [UInt8]("\"]".utf8))
    #expect(JSONReader.read(file, report: &report) == nil)
    #expect(report.diagnostics.map(\.id) == [.invalidUTF8])
    #expect(report.diagnostics.first?.span?.start == 13)
  }

  /// Escapes become what they name; half a surrogate pair becomes U+FFFD.
  @Test(arguments: [
    (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u00e9\u4F60\uD83D\uDE00!""#, "é你😀!"),
    (#""\uD83Dx""#, "\u{FFFD}x"), (#""\uD83D\u0041""#, "\u{FFFD}A"), (#""\uDE00\uD83D""#, "\u{FFFD}\u{FFFD}"),
    (#""\uD83D\uD83D\uDE00""#, "\u{FFFD}😀"), (#""\u0000""#, "\0"),
  ])
  func escapes(text: String, expected: String) {
    #expect(read(text).node?.string == expected)
  }

  /// Numbers keep their spelling.
  @Test(arguments: ["0", "-0", "1.50", "1E400", "-12.5e-3", "123456789012345678901234567890", "1e+2"])
  func numbers(spelling: String) {
    #expect(read(spelling).node?.number == spelling)
    #expect(read(spelling).node?.jsonText() == spelling)
  }

  /// Spans count bytes, those of strings with their quotes.
  @Test func spans() throws {
    let file = source("{ \"名前\" : [ \"é\", -1.5 ] }")
    var report = Report()
    let node = try #require(JSONReader.read(file, report: &report))
    let member = try #require(node.members?.first)
    #expect(file.text(member.keySpan.start, member.keySpan.end) == "\"名前\"")
    #expect(file.text(member.value.span.start, member.value.span.end) == "[ \"é\", -1.5 ]")
    #expect(member.value.elements?.map { file.text($0.span.start, $0.span.end) } == ["\"é\"", "-1.5"])
    #expect(node.span == file.span)
  }

  /// A range is all that is read.
  @Test func range() {
    let file = source("text [1, 2] text")
    var report = Report()
    let node = JSONReader.read(file, range: 5..<11, report: &report)
    #expect(node?.elements?.last?.span == file.span(9, 10))
    #expect(JSONReader.read(file, range: 5..<13, report: &report) == nil)
    #expect(report.diagnostics.first?.span == file.span(12, 13))
    #expect(JSONReader.read(file, range: 90..<99, report: &report) == nil)
  }

  /// JSON inside a string has the place of the string throughout.
  @Test func embedded() throws {
    let place = source("0123456789").span(3, 7)
    var report = Report()
    let node = try #require(JSONReader.readEmbedded(#"{"a":[1]}"#, at: place, report: &report))
    #expect(node.span == place && node.members?.first?.keySpan == place && node["a"]?.elements?.first?.span == place)
    #expect(JSONReader.readEmbedded("{\"é\":x}", at: place, report: &report) == nil)
    #expect(report.diagnostics.map(\.span) == [place])
    #expect(
      report.diagnostics.first?.message == "expected a value, found 'x' at character 6 of the JSON in this string"
    )
  }
}
