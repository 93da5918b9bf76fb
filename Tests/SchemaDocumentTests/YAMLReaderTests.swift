import SchemaDocument
import SchemaSource
import Testing

/// Reading of YAML files.
@Suite struct YAMLReaderTests {
  /// The node and the diagnostics that a text gives.
  private func read(_ text: String) -> (node: Node?, diagnostics: [Diagnostic]) {
    var report = Report()
    let node = YAMLReader.read(source(text), report: &report)
    return (node, report.diagnostics)
  }

  /// Large documents read without a word.
  @Test(arguments: ["openapi/openai.yaml", "openapi/openai-2.3.0.yaml", "openapi/petstore-3.0.yaml"])
  func largeDocuments(path: String) throws {
    guard let file = Corpus.file(path) else { return }
    var report = Report()
    let node = try #require(YAMLReader.read(file, report: &report))
    #expect(report.diagnostics.isEmpty)
    #expect(node["paths"]?.members?.isEmpty == false)
    #expect(node["openapi"]?.span != nil)
    // What was read is the same when it is read as JSON.
    var second = Report()
    #expect(JSONReader.read(source(node.jsonText()), report: &second)?.jsonText() == node.jsonText())
    // The place of every key holds the key.
    var rest = [node]
    while let node = rest.popLast() {
      rest += node.elements ?? []
      for member in node.members ?? [] {
        rest.append(member.value)
        let text = file.text(member.keySpan.start, member.keySpan.end)
        if !text.contains(member.key), !text.contains("\\") { Issue.record("\(member.key) is not at \(text)") }
      }
    }
  }

  /// JSON is YAML too, and both readers make the same of it.
  @Test func jsonDocument() throws {
    guard let file = Corpus.file("openapi/firecracker.json") else { return }
    var report = Report()
    let yaml = try #require(YAMLReader.read(file, report: &report))
    let json = try #require(JSONReader.read(file, report: &report))
    #expect(yaml.jsonText() == json.jsonText())
    #expect(yaml.span == json.span)
    #expect(report.diagnostics.isEmpty)
  }

  /// Spans count bytes, also behind text of several bytes a character.
  @Test func spans() throws {
    let file = source("标题: 你好😀\n# é\nb:\n  - 'ü' # x\n  - {c: [1, é]}\nd: |\n  text\n\ne: 2\n")
    var report = Report()
    let node = try #require(YAMLReader.read(file, report: &report))
    let text = { (span: SourceSpan) in file.text(span.start, span.end) }
    #expect(node.members?.map { text($0.keySpan) } == ["标题", "b", "d", "e"])
    #expect(node["标题"].map { text($0.span) } == "你好😀")
    #expect(node["b"]?.elements?.map { text($0.span) } == ["'ü'", "{c: [1, é]}"])
    #expect(node["b"]?.elements?.last?["c"].map { text($0.span) } == "[1, é]")
    #expect(node["b"].map { text($0.span) } == "- 'ü' # x\n  - {c: [1, é]}")
    #expect(node["d"].map { text($0.span) } == "|\n  text")
    #expect(node["e"].map { text($0.span) } == "2")
    #expect(node.span.end == file.bytes.count - 1)
  }

  /// Spans are right beyond the stride of the table that finds them.
  @Test func spansInLongText() throws {
    let lines = (0..<500).map { "k\($0): \($0 % 3 == 0 ? "数值" : "v")\($0)" }
    let file = source(lines.joined(separator: "\n"))
    var report = Report()
    let node = try #require(YAMLReader.read(file, report: &report))
    for member in node.members ?? [] {
      #expect(file.text(member.keySpan.start, member.value.span.end) == "\(member.key): \(member.value.string ?? "")")
    }
    #expect(node.members?.count == 500)
  }

  /// A range is all that is read.
  @Test func range() throws {
    let file = source("# 页\n```yaml\na: é\nb: 1\n```\nrest: [")
    let start = "# 页\n```yaml\n".utf8.count
    var report = Report()
    let node = try #require(YAMLReader.read(file, range: start..<start + 11, report: &report))
    #expect(node.jsonText() == #"{"a":"é","b":1}"#)
    #expect(node["b"].map { file.text($0.span.start, $0.span.end) } == "1")
    #expect(YAMLReader.read(file, range: start..<file.bytes.count, report: &report) == nil)
    #expect(report.diagnostics.first?.span.map { file.text($0.start, $0.end) } == "`")
  }

  /// Aliases stand for what their anchor names.
  @Test func aliases() {
    #expect(
      read("a: &x {b: 1}\nc: *x\nd: [&y 2, *y]\n*y : k\n").node?.jsonText()
        == #"{"a":{"b":1},"c":{"b":1},"d":[2,2],"2":"k"}"#
    )
    #expect(read("- &x 1\n- &x 2\n- *x\n").node?.jsonText() == "[1,2,2]")
    #expect(read("a: *x\n").diagnostics.map(\.message) == ["no anchor 'x' before this alias"])
    #expect(
      read("a: &x [*x]\n").diagnostics.map(\.message) == ["the alias 'x' stands inside the value that it names"]
    )
    #expect(read("&x [1]: 2\n").diagnostics.map(\.id) == [.invalidYAML])
  }

  /// Merge keys bring what the mapping itself lacks.
  @Test func mergeKeys() {
    let base = "x: &x {a: 1, b: 2}\ny: &y {b: 3, c: 4}\n"
    #expect(read(base + "z: {<<: *x, b: 9}\n").node?["z"]?.jsonText() == #"{"a":1,"b":9}"#)
    #expect(read(base + "z: {b: 9, <<: *x}\n").node?["z"]?.jsonText() == #"{"b":9,"a":1}"#)
    #expect(read(base + "z: {<<: [*x, *y]}\n").node?["z"]?.jsonText() == #"{"a":1,"b":2,"c":4}"#)
    #expect(read(base + "z: {<<: *y, <<: *x}\n").node?["z"]?.jsonText() == #"{"b":3,"c":4,"a":1}"#)
    #expect(read(base + "z: {<<: *y, <<: *x}\n").diagnostics.isEmpty)
    #expect(read(base + "z: {'<<': *x}\n").node?["z"]?.jsonText() == #"{"<<":{"a":1,"b":2}}"#)
    let (node, diagnostics) = read(base + "z: {<<: 1}\n")
    #expect(node == nil)
    #expect(diagnostics.map(\.message) == ["expected a mapping or a sequence of mappings after the merge key"])
  }

  /// Aliases that multiply are refused at one of them, and soon.
  @Test func aliasBomb() throws {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<40 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    let (node, diagnostics) = read(text)
    #expect(node == nil)
    let diagnostic = try #require(diagnostics.first)
    #expect(diagnostics.count == 1 && diagnostic.id == .aliasBomb)
    let span = try #require(diagnostic.span)
    #expect(source(text).text(span.start, span.end) == "*a4")
    var merges = "a0: &a0 {k0: 1}\n"
    for level in 1..<60 { merges += "a\(level): &a\(level) {x: *a\(level - 1), <<: *a\(level - 1)}\n" }
    #expect(read(merges).diagnostics.map(\.id) == [.aliasBomb])
  }

  /// Deep nesting is refused, also where aliases make it.
  @Test func nesting() {
    for text in [
      String(repeating: "[", count: 100_000), String(repeating: "{a: ", count: 100_000),
      String(repeating: "- ", count: 100_000), String(repeating: "[\n", count: 100_000),
      "a0: &a0 [1]\n" + (1..<2000).map { "a\($0): &a\($0) [*a\($0 - 1)]\n" }.joined(),
    ] {
      let (node, diagnostics) = read(text)
      #expect(node == nil)
      #expect(diagnostics.map(\.id) == [.nestingTooDeep])
    }
    let limit = YAMLReader.nestingLimit
    #expect(read(String(repeating: "[", count: limit) + String(repeating: "]", count: limit)).node != nil)
  }

  /// A second document, keys that are no scalars, and broken text are errors at their place.
  @Test(arguments: [
    ("a: 1\n---\nb: 2\n", "expected one document, found the start of a second one", 5..<8),
    ("[a]: 1\n", "expected a scalar as key, found a sequence", 0..<1),
    ("? {a: b}\n: 1\n", "expected a scalar as key, found a mapping", 2..<3),
    ("é: b: c\n", "mapping values are not allowed in this context", 5..<6),
    ("a: @\n", "found character that cannot start any token while scanning for the next token", 3..<4),
    ("a:\n\tb: 1\n", "found a tab where YAML allows only spaces", 3..<4),
    ("a: \u{1}\n", "control characters are not allowed, found U+0001", 3..<4),
  ])
  func failures(text: String, message: String, range: Range<Int>) throws {
    let (node, diagnostics) = read(text)
    #expect(node == nil)
    let diagnostic = try #require(diagnostics.first)
    #expect(diagnostics.count == 1)
    #expect(diagnostic.id == .invalidYAML)
    #expect(diagnostic.message == message)
    #expect(diagnostic.span == source(text).span(range.lowerBound, range.upperBound))
  }

  /// An error within something says where that began.
  @Test func context() throws {
    let diagnostic = try #require(read("a:\n  - [1, 2\nb: 3\n").diagnostics.first)
    #expect(diagnostic.message == "did not find expected ',' or ']' while parsing a flow sequence")
    #expect(diagnostic.notes.map(\.message) == ["while parsing a flow sequence that begins here"])
    #expect(diagnostic.notes.first?.span?.start == 7)
  }

  /// Equal keys are both kept, and both places are told.
  @Test func duplicateKeys() throws {
    let (node, diagnostics) = read("a: 1\nb: 2\n'a': 3\n")
    #expect(node?.members?.count == 3)
    #expect(node?["a"]?.number == "3")
    #expect(diagnostics.map(\.id) == [.duplicateKey])
    #expect(diagnostics.first?.span?.start == 10)
    #expect(diagnostics.first?.notes.first?.span?.start == 0)
  }

  /// Line ends of any kind, tabs between tokens, a byte order mark and document markers change nothing.
  @Test(arguments: [
    "a: 1\r\nb:\r\n  - x\r\n", "a: 1\rb:\r  - x\r", "\u{FEFF}a: 1\nb:\n  - x\n", "a:\t1\nb: [\tx\t]\t# c\n",
    "---\na: 1\nb: [x]\n...\n", "%YAML 1.2\n---\na: 1\nb: [x]\n",
  ])
  func appearances(text: String) {
    let (node, diagnostics) = read(text)
    #expect(node?.jsonText() == #"{"a":1,"b":["x"]}"#)
    #expect(diagnostics.isEmpty)
  }

  /// A byte order mark moves the spans behind it.
  @Test func byteOrderMark() {
    #expect(read("\u{FEFF}a: é").node?["a"]?.span == source("").span(6, 8))
  }

  /// Nothing but white space or comments is an empty document.
  @Test(arguments: ["", "\n \n", "# comment\n"])
  func emptyDocuments(text: String) {
    let (node, diagnostics) = read(text)
    #expect(node == nil)
    #expect(diagnostics.map(\.id) == [.emptyDocument])
  }

  /// Every cut of a document gives a node or one error, and never a crash.
  @Test func everyCut() {
    let bytes = [UInt8]("a: &x {b: [1, 'é'], \"c\\u00e9\": !!int 2}\n? d\n: |\n  text\ne:\n- *x\n- <<: *x\n".utf8)
    for count in 0...bytes.count {
      var report = Report()
      let node = YAMLReader.read(source([UInt8](bytes[..<count])), report: &report)
      #expect((node == nil) == report.hasErrors)
      #expect(report.diagnostics.count <= 1)
    }
  }

  /// Invalid UTF-8 is refused at its first byte.
  @Test func invalidUTF8() {
    var report = Report()
    #expect(YAMLReader.read(source([UInt8]("a: é ".utf8) + [0xFF]), report: &report) == nil)
    #expect(report.diagnostics.map(\.id) == [.invalidUTF8])
    #expect(report.diagnostics.first?.span?.start == 6)
  }
}
