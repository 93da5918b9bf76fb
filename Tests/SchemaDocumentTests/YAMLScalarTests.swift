import SchemaDocument
import SchemaSource
import Testing

/// Plain scalars, tags and keys by the core schema of YAML 1.2.
@Suite struct YAMLScalarTests {
  /// The value of the key `a`, as JSON.
  private func json(_ scalar: String) -> String? {
    var report = Report()
    return YAMLReader.read(source("a: \(scalar)\n"), report: &report)?["a"]?.jsonText()
  }

  /// Plain scalars have the value that the core schema gives them, in JSON's spelling.
  @Test(arguments: [
    ("", "null"), ("~", "null"), ("null", "null"), ("Null", "null"), ("NULL", "null"), ("nULL", #""nULL""#),
    ("true", "true"), ("True", "true"), ("TRUE", "true"), ("false", "false"), ("False", "false"), ("FALSE", "false"),
    ("tRUE", #""tRUE""#), ("yes", #""yes""#), ("no", #""no""#), ("on", #""on""#), ("Off", #""Off""#), ("y", #""y""#),
    ("0", "0"), ("12", "12"), ("012", "12"), ("000", "0"), ("-0", "-0"), ("+1", "1"), ("-007", "-7"),
    ("0o17", "15"), ("0x1F", "31"), ("0xfF", "255"), ("0x", #""0x""#), ("0o8", #""0o8""#), ("-0x1", #""-0x1""#),
    ("0xFFFFFFFFFFFFFFFFFF", "4722366482869645213695"), ("0x3B9ACA00", "1000000000"),
    ("123456789012345678901234567890", "123456789012345678901234567890"),
    (".5", "0.5"), ("-.5", "-0.5"), ("1.", "1"), ("+1.50", "1.50"), ("1e3", "1e3"), ("1E+3", "1E+3"), ("1.e3", "1e3"),
    ("00.10", "0.10"), ("1e", #""1e""#), ("1e+", #""1e+""#), (".", #"".""#), ("-", #"[null]"#), ("+", #""+""#),
    ("1.2.3", #""1.2.3""#), ("1_000", #""1_000""#), ("1:30", #""1:30""#), ("12a", #""12a""#), ("e3", #""e3""#),
    (".inf", #"".inf""#), ("-.Inf", #""-.Inf""#), (".nan", #"".nan""#),
    ("2024-01-31", #""2024-01-31""#), ("2024-01-31T10:00:00Z", #""2024-01-31T10:00:00Z""#),
    ("'12'", #""12""#), (#""true""#, #""true""#), ("''", #""""#), ("text # comment", #""text""#), ("名前", #""名前""#),
  ])
  func plainScalars(scalar: String, expected: String) {
    // A lone dash begins a sequence on a line of its own.
    #expect(json(scalar == "-" ? "\n- " : scalar) == expected)
  }

  /// Tags choose the type.
  @Test(arguments: [
    ("!!str 12", #""12""#), ("!!str", #""""#), ("! 12", #""12""#), ("!!int '12'", "12"), ("!!int 0x1F", "31"),
    ("!!float 1", "1"), ("!!float '1.5'", "1.5"), ("!!float .inf", #"".inf""#), ("!!bool 'true'", "true"),
    ("!!null ''", "null"), ("!!timestamp 2024-01-31", #""2024-01-31""#), ("!mine 12", #""12""#),
    ("!!seq [1]", "[1]"), ("!!map {b: 1}", #"{"b":1}"#),
  ])
  func tags(scalar: String, expected: String) { #expect(json(scalar) == expected) }

  /// A tag that its text does not fit is an error at the scalar.
  @Test(arguments: ["!!int 1.5", "!!int x", "!!float x", "!!bool 1", "!!null x"])
  func wrongTags(scalar: String) {
    var report = Report()
    let file = source("a: \(scalar)\n")
    #expect(YAMLReader.read(file, report: &report) == nil)
    #expect(report.diagnostics.map(\.id) == [.invalidYAML])
    #expect(report.diagnostics.first?.span == file.span(3, 3 + scalar.utf8.count))
  }

  /// Block scalars keep or fold their lines.
  @Test func blockScalars() {
    #expect(json("|\n  one\n  two\n") == #""one\ntwo\n""#)
    #expect(json(">-\n  one\n  two\n") == #""one two""#)
    #expect(json("|\r\n  one\r\n  two\r\n") == #""one\ntwo\n""#)
  }

  /// Keys of another type are their source text.
  @Test func keys() {
    var report = Report()
    let node = YAMLReader.read(
      source("200: a\ntrue: b\n0x1F: c\n~: d\n1.0: e\n'f': g\n? h\n: i\n"),
      report: &report
    )
    #expect(node?.members?.map(\.key) == ["200", "true", "0x1F", "~", "1.0", "f", "h"])
    #expect(report.diagnostics.isEmpty)
  }
}
