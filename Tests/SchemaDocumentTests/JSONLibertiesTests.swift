import SchemaSource
import Testing

@testable import SchemaDocument

/// What the examples of pages have that JSON has not.
@Suite struct JSONLibertiesTests {
  /// The value with which a text begins; nil where it begins with none.
  private func read(_ text: String) -> JSONPrefix? {
    JSONReader.readPrefix(SourceFile(id: FileID(0), path: "page", bytes: [UInt8](text.utf8)), at: 0)
  }

  /// What each text is read as, and how many comments, ellipses and odd marks are told.
  @Test(arguments: [
    (#"{"a": 1, "b": [2, 3]}"#, #"{"a":1,"b":[2,3]}"#, [0, 0, 0]),
    (#"{"a": 1, // one"# + "\n" + #" "b": /* two */ 2}"#, #"{"a":1,"b":2}"#, [2, 0, 0]),
    ("{\n  # one\n  \"a\": 1\n}", #"{"a":1}"#, [1, 0, 0]),
    (#"{"a": [1, 2,], "b": {"c": 3,},}"#, #"{"a":[1,2],"b":{"c":3}}"#, [0, 0, 3]),
    (#"{“a”：“x”，“b”: 2}"#, #"{"a":"x","b":2}"#, [0, 0, 5]),
    (#"{"a":　1}"#, #"{"a":1}"#, [0, 0, 0]),
    (#"{"a": [0.1, 0.2, ...]}"#, #"{"a":[0.1,0.2]}"#, [0, 1, 0]),
    (#"{"a": [{"b": 1}, ..., {"b": 2}]}"#, #"{"a":[{"b":1},{"b":2}]}"#, [0, 1, 0]),
    (#"{"a": [{"b": 1} ... ]}"#, #"{"a":[{"b":1}]}"#, [0, 1, 0]),
    (#"{"a": 1, ...}"#, #"{"a":1}"#, [0, 1, 0]),
    (#"{"a": 1, ..., "b": 2}"#, #"{"a":1,"b":2}"#, [0, 1, 0]),
    (#"{"a": 1, "b": ..., "c": 3}"#, #"{"a":1,"c":3}"#, [0, 1, 0]),
    (#"{"a": 1, "b": {...}, "c": [……]}"#, #"{"a":1}"#, [0, 2, 0]),
    (#"[{...}, {"a": 1}]"#, #"[{"a":1}]"#, [0, 1, 0]),
    (#"{"a": "..."}"#, #"{"a":"..."}"#, [0, 0, 0]),
    (#"{"a": "x // y"}"#, #"{"a":"x // y"}"#, [0, 0, 0]),
    ("{\"a\": 1\n\"b\": 2}", #"{"a":1,"b":2}"#, [0, 0, 1]),
    ("{...}", "{}", [0, 1, 0]),
  ])
  func readings(text: String, value: String, told: [Int]) throws {
    let prefix = try #require(read(text))
    #expect(prefix.node.jsonText() == value)
    #expect(!prefix.isTruncated)
    #expect(prefix.end == text.utf8.count)
    let liberties = prefix.liberties
    #expect([liberties.comments.count, liberties.ellipses.count, liberties.punctuation.count] == told)
    #expect(liberties.isEmpty == (told == [0, 0, 0]))
  }

  /// Only an ellipsis among members makes an object less than it is.
  @Test(arguments: [
    (#"{"a": [1, ...]}"#, false), (#"{"a": 1, ...}"#, true), (#"{"a": ..., "b": 1}"#, true),
    (#"[{"a": 1}, ...]"#, false),
  ])
  func partial(text: String, isPartial: Bool) {
    #expect(read(text)?.liberties.isPartial == isPartial)
  }

  /// What is no value stays text.
  @Test(arguments: [
    "{id}", "[1 2]", #"{"a" 1}"#, #"{"a": 1 "b": 2}"#, "{“a” 1}", "{“a: 1}\n”", #"{"a": 1,, "b": 2}"#, "{/* a",
    #"{"a": .}"#,
    #"{"a": 1, other}"#, "[,]", "[1, /x]",
  ])
  func noValues(text: String) {
    #expect(read(text) == nil || read(text)?.isTruncated == true)
  }

  /// A cut value keeps what came before, whatever stood in it.
  @Test(arguments: [
    ("[\"a\", \"b\n", #"["a","b"]"#), (#"{"a": 1, // one"#, #"{"a":1}"#), (#"{"a": [1, ...,"#, #"{"a":[1]}"#),
    (#"{"a": 1, "b": [{"c": "d"#, #"{"a":1,"b":[{"c":"d"}]}"#),
  ])
  func cuts(text: String, value: String) throws {
    let prefix = try #require(read(text))
    #expect(prefix.isTruncated)
    #expect(prefix.node.jsonText() == value)
  }

  /// A document is JSON or it is not.
  @Test func documentsAreStrict() {
    var report = Report()
    let file = SourceFile(id: FileID(0), path: "page", bytes: [UInt8](#"{"a": 1,}"#.utf8))
    #expect(JSONReader.read(file, report: &report) == nil)
    #expect(report.diagnostics.map(\.message) == ["expected a key in double quotes, found '}'"])
  }
}
