import SchemaSource
import Testing

@testable import SchemaEmit

/// Literals, comments and layout.
@Suite struct TextTests {
  @Test(
    "a literal means its text and nothing else",
    arguments: [
      ("plain", #""plain""#), ("\"", #""\"""#), ("\\(x)", #""\\(x)""#), ("a\nb\r\tc", #""a\nb\r\tc""#),
      ("\u{0}\u{7F}\u{85}", #""\u{0}\u{7F}\u{85}""#), ("\u{2028}\u{2029}", #""\u{2028}\u{2029}""#), ("中文🎉", #""中文🎉""#),
      ("\u{202E}\u{200B}\u{FEFF}", #""\u{202E}\u{200B}\u{FEFF}""#), ("\"\"\"", #""\"\"\"""#), ("", #""""#),
    ]
  )
  func quoted(text: String, expected: String) {
    #expect(StringLiteral.quoted(text) == expected)
  }

  @Test(
    "JSON stands in raw literals with enough signs",
    arguments: [
      (#####"{"a":1}"#####, #####"#"{"a":1}"#"#####),
      (#####"["a"#]"#####, #####"##"["a"#]"##"#####),
      ("{\n\t\"a\":\r\n1}", "#\"{  \"a\":  1}\"#"),
      (#####"["\"##"]"#####, #####"###"["\"##"]"###"#####),
      ("[\"\u{2028}\u{E0001}\"]", "#\"[\"\\u2028\\udb40\\udc01\"]\"#"),
      (#####"["\\#(x)"]"#####, #####"##"["\\#(x)"]"##"#####),
    ]
  )
  func raw(json: String, expected: String) {
    #expect(StringLiteral.raw(json: json) == expected)
  }

  @Test(
    "comments hold any text",
    arguments: [
      ("one", [" one"]), ("one\ntwo", [" one", " two"]), ("one\r\ntwo\rthree", [" one", " two", " three"]),
      ("a\u{2028}b\u{2029}c\u{85}d\u{B}e\u{C}f", [" a", " b", " c", " d", " e", " f"]),
      ("\n\n a \t\n\n\n\nb\n\n", ["  a", "", " b"]),
      ("*/ \"\"\" \\(x) //", [" */ \"\"\" \\(x) //"]), ("a\u{0}\u{1}\u{202E}b", [" ab"]), ("tab\there", [" tab  here"]),
      ("", [" nothing"]), (" \n\u{3000}\n", [" nothing"]),
    ]
  )
  func comment(text: String, expected: [String]) {
    #expect(DocumentationComment.lines(text, fallback: "nothing") == expected)
  }

  @Test("lines of a parameter stay behind its name")
  func parameterComment() {
    #expect(DocumentationComment.lines(parameter: "x", "a\n\nb", fallback: "") == [" - Parameter x: a", "", "     b"])
  }

  @Test("a list breaks when it passes the edge, and not before", arguments: [0, 1, 3])
  func edge(depth: Int) {
    let layout = Layout(depth: depth)
    let room = Layout.lineLength - 2 * depth - 4 - "call(a, )".count
    let fits = String(repeating: "x", count: room)
    #expect(layout.call("call", ["a", fits], indent: 4) == "call(a, \(fits))")
    #expect(layout.call("call", ["a", fits + "x"], indent: 4) == "call(\n      a,\n      \(fits)x\n    )")
    let wide = String(repeating: "文", count: room)
    #expect(layout.call("call", ["a", wide], indent: 4) == "call(a, \(wide))")
    let pair = String(repeating: "y", count: Layout.lineLength - 2 * depth - 4 - "x = ".count)
    #expect(layout.pair("x =", pair, indent: 4) == "x = \(pair)")
    #expect(layout.pair("x =", pair + "y", indent: 4) == "x =\n      \(pair)y")
  }

  @Test("an array literal fills its lines")
  func elements() {
    let items = Array(repeating: "\"0123456789\"", count: 20)
    let text = Layout(depth: 1).elements(items, after: "f([", before: "])", indent: 4)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.first == "")
    #expect(lines.last == "    ])")
    #expect(
      lines.dropFirst().dropLast().map(\.count) == [6 + 8 * 14 - 1, 6 + 8 * 14 - 1, 6 + 4 * 14 - 1].map { $0 - 0 }
    )
    #expect(Layout(depth: 1).elements([], after: "f([", before: "])", indent: 4) == "])")
  }

  @Test("the hash is FNV-1a")
  func hash() {
    #expect(StableHash.value("") == 0xCBF2_9CE4_8422_2325)
    #expect(StableHash.value("a") == 0xAF63_DC4C_8601_EC8C)
    #expect(StableHash.value("foobar") == 0x8594_4171_F739_67E8)
  }

  @Test(
    "words",
    arguments: [
      ("parseJSONValues", ["parse", "JSON", "Values"]), ("ABs x", ["ABs", "x"]), ("IDsets", ["I", "Dsets"]),
    ]
  )
  func words(raw: String, expected: [String]) {
    #expect(Words.split(raw) == expected)
  }
}
