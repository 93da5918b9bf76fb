import SchemaSource
import Testing

@testable import SchemaDocument

@Suite("YAML writer") struct YAMLWriterTests {
  /// The node that a text is.
  private func node(_ value: Node.Value) -> Node { Node(value, at: .nowhere) }

  /// What our own reader makes of a node's YAML, as JSON.
  private func readBack(_ node: Node) throws -> String {
    var report = Report()
    let read = YAMLReader.read(source(node.yamlText()), report: &report)
    #expect(report.diagnostics.isEmpty)
    return try #require(read).jsonText()
  }

  @Test("a document in its usual form") func form() {
    let text = """
      {"openapi":"3.1.0","info":{"title":"聊天 API: v1","description":"one\\n\\n  two\\nthree\\n","sum":1.50},
       "list":[],"map":{},"200":{"ok":true,"none":null},"items":[{"a":"yes"},["b","1e5"]]}
      """
    var report = Report()
    let node = JSONReader.read(source(text), report: &report)
    #expect(
      node?.yamlText() == """
        openapi: '3.1.0'
        info:
          title: '聊天 API: v1'
          description: |
            one

              two
            three
          sum: 1.50
        list: []
        map: {}
        '200':
          ok: true
          none: null
        items:
        - a: 'yes'
        - - b
          - '1e5'

        """
    )
  }

  @Test(
    "strings that look like something else come back as strings",
    arguments: [
      "", " ", "a ", " a", "null", "Null", "~", "true", "NO", "on", "y", "1", "-1", "+1", ".5", "1e5", "0x1F", "0o7",
      "1_000",
      "1:30", "2020-01-01", "2020-01-01T00:00:00Z", ".inf", ".NaN", "<<", "=", "---", "--- a", "...", "- ", "- a", "?",
      "? a",
      ": a", "a: b", "a #b", "#", "# a", "!x", "&a", "*a", "|", ">", "%a", "@a", "`a`", "{a}", "[a]", "a, b", "'", "\"",
      "a'b",
      "\\", "a\\nb", "\t", "a\tb", "\ta", "\u{0}", "\u{7}", "\u{1B}[0m", "\u{7F}", "\u{85}", "a\u{85}b", "\u{A0}",
      "\u{2028}",
      "a\u{2029}b", "\u{FEFF}", "\u{FEFF}a", "a\u{FEFF}", "\u{FFFE}", "\u{FFFF}", "😀", "a\n😀\n", "聊天", "e\u{301}", "\r",
      "\r\n",
      "a\r\nb", "a\rb", "\n", "\n\n", "a\n", "a\n\n", "\na", " \na", "a\n \nb", "a\n b\nc", "  a\nb", "a\n\tb", "a\nb ",
      "a \nb",
      "---\na", "a\n---\nb\n...\n", "- a\n- b\n", "# a\nb: c\n", "a\n# b", "a:\n  b", "| a\nb", "key: |\n  x\n",
    ]
  )
  func hostileStrings(_ text: String) throws {
    let places: [Node] = [
      node(.string(text)), node(.array([node(.string(text)), node(.string("x"))])),
      node(.object([Member(key: text, keySpan: node(.null).span, value: node(.string(text)))])),
      node(.array([node(.object([Member(key: "k", keySpan: node(.null).span, value: node(.string(text)))]))])),
    ]
    for place in places { #expect(try readBack(place) == place.jsonText()) }
  }

  @Test(
    "numbers keep their spelling",
    arguments: ["0", "-0", "1.0", "1.50", "1e5", "-1.5E-10", "123456789012345678901234567890"]
  )
  func numbers(_ spelling: String) throws {
    #expect(try readBack(node(.array([node(.number(spelling))]))) == "[\(spelling)]")
  }

  @Test("of equal keys the last is written, keys of other bytes are others") func duplicates() throws {
    var report = Report()
    let root = JSONReader.read(source(#"{"a":1,"b":2,"a":3,"\u00e9":4,"e\u0301":5}"#), report: &report)
    #expect(try readBack(#require(root)) == #"{"b":2,"a":3,"é":4,"é":5}"#)
  }

  @Test("deep nesting needs no stack") func deep() throws {
    var root = node(.null)
    for depth in 0..<400 {
      root =
        depth.isMultiple(of: 2)
        ? node(.array([root])) : node(.object([Member(key: "k", keySpan: root.span, value: root)]))
    }
    #expect(try readBack(root) == root.jsonText())
  }

  @Test("random values come back the same", arguments: 0..<200) func randomNodes(_ seed: Int) throws {
    var random = Random(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1)
    let root = random.node(depth: 0)
    #expect(try readBack(root) == root.jsonText())
  }
}

/// Makes values of a seed.
private struct Random {
  /// What strings are made of.
  private static let pieces = [
    "a", "B", " ", "  ", "\n", "\n\n", "\t", "\r", ":", ": ", "#", " #", "-", "- ", "---", "...", "'", "\"", "\\", "{",
    "}",
    "[", "]", ",", "&", "*", "!", "|", ">", "%", "@", "`", "?", "? ", "=", "<<", "~", "0", "1", "-1", ".", "e5", "0x",
    "true",
    "null", "no", "\u{0}", "\u{1F}", "\u{7F}", "\u{85}", "\u{A0}", "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{FFFD}",
    "\u{FFFF}", "😀", "👩‍💻", "聊天", "é", "e\u{301}", "word", "two words",
  ]

  /// The state of the generator.
  var state: UInt64

  /// The next number below a limit.
  private mutating func next(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }

  /// A string of up to eight pieces.
  private mutating func string() -> String { (0..<next(9)).map { _ in Self.pieces[next(Self.pieces.count)] }.joined() }

  /// A value.
  mutating func node(depth: Int) -> Node {
    let span = SourceSpan.nowhere
    switch next(depth > 4 ? 5 : 9) {
    case 0: return Node(.null, at: span)
    case 1: return Node(.boolean(next(2) == 0), at: span)
    case 2: return Node(.number(["0", "-1", "1.5", "1e10", "-0.0"][next(5)]), at: span)
    case 3, 4: return Node(.string(string()), at: span)
    case 5, 6: return Node(.array((0..<next(5)).map { _ in node(depth: depth + 1) }), at: span)
    default:
      let members = (0..<next(5)).map { _ in Member(key: string(), keySpan: span, value: node(depth: depth + 1)) }
      return Node(.object(members), at: span)
    }
  }
}
