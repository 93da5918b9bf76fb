import SchemaDocument
import SchemaSource
import Testing

/// Reading of JSON that stands on a page and may be cut off.
@Suite struct JSONPrefixTests {
  /// A whole value ends where its bracket is, and what follows is left alone.
  @Test func whole() throws {
    let prefix = try #require(JSONReader.readPrefix(source("see {\"a\": [1]} below"), at: 4))
    #expect(prefix.node.jsonText() == #"{"a":[1]}"#)
    #expect(prefix.end == 14)
    #expect(!prefix.isTruncated)
  }

  /// No-break spaces are white space.
  @Test func noBreakSpaces() throws {
    let prefix = try #require(JSONReader.readPrefix(source("{\n\u{A0}\u{A0}\"a\":\u{A0}1\u{A0}\n}"), at: 0))
    #expect(prefix.node.jsonText() == #"{"a":1}"#)
    #expect(!prefix.isTruncated)
  }

  /// Of a cut value there is what came before the cut.
  @Test(arguments: [
    ("{", "{}"), ("[", "[]"), ("{\"a\"", "{}"), ("{\"a", "{}"), ("{\"a\":", "{}"), ("{\"a\":tr", "{}"),
    ("{\"a\":1", #"{"a":1}"#), ("{\"a\":-", "{}"), ("{\"a\":1.", "{}"), ("{\"a\":1,", #"{"a":1}"#),
    ("{\"a\":[1,{\"b\":\"cd", #"{"a":[1,{"b":"cd"}]}"#), ("{\"a\":[1,{\"b\":", #"{"a":[1,{}]}"#),
    ("{\"a\":\"x\\", #"{"a":"x"}"#), ("{\"a\":\"x\\u00", #"{"a":"x"}"#), ("[[1],[2", "[[1],[2]]"),
    ("{\"a\":{\"b\":1},\"c\":{\"d\":{", #"{"a":{"b":1},"c":{"d":{}}}"#), ("[1,\u{A0}", "[1]"),
  ])
  func truncated(text: String, expected: String) throws {
    let prefix = try #require(JSONReader.readPrefix(source(text), at: 0))
    #expect(prefix.isTruncated)
    #expect(prefix.end == text.utf8.count)
    #expect(prefix.node.jsonText() == expected)
    #expect(prefix.node.span.end == text.utf8.count)
  }

  /// What is no value is nil, and nothing is forgiven in the middle.
  @Test(arguments: ["", "text", "1", "\"a\"", "{a:1}", "[1 2", "{\"a\" 1", "[\"\\u00G"])
  func refused(text: String) {
    #expect(JSONReader.readPrefix(source(text), at: 0) == nil)
  }

  /// A limit cuts as the end of the text does, also within a scalar.
  @Test func limit() throws {
    let file = source("[1, \"né\"] 2")
    let prefix = try #require(JSONReader.readPrefix(file, at: 0, limit: 7))
    #expect(prefix.isTruncated && prefix.end == 7)
    #expect(prefix.node.jsonText() == #"[1,"n"]"#)
    #expect(JSONReader.readPrefix(file, at: 0, limit: 0) == nil)
    #expect(JSONReader.readPrefix(file, at: 99) == nil)
    #expect(JSONReader.readPrefix(file, at: -1) != nil)
  }

  /// Every cut of a value gives a prefix of it, and never a crash.
  @Test func everyCut() throws {
    let text = #"{"a":[1,2.5e3,true,null,"\uD83D\uDE00é"],"b":{"c":[],"d":{}},"e":"x"}"#
    for count in 1..<text.utf8.count {
      let prefix = try #require(JSONReader.readPrefix(source(text), at: 0, limit: count))
      #expect(prefix.isTruncated)
      var report = Report()
      #expect(JSONReader.read(source(prefix.node.jsonText()), report: &report) != nil)
    }
  }

  /// Deep nesting is no value.
  @Test func nesting() {
    #expect(JSONReader.readPrefix(source(String(repeating: "[", count: 100_000)), at: 0) == nil)
  }
}
