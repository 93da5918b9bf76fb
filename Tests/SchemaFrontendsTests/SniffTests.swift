import SchemaSource
import Testing

@testable import SchemaFrontends

/// Recognising documents by their content.
@Suite struct SniffTests {
  /// The content of a text.
  private func content(_ text: String) -> Sniff.Content { Sniff.content(of: Documents.source([UInt8](text.utf8))) }

  @Test(arguments: [
    ("{\"openapi\": \"3.0.0\"}", Sniff.Content.json), ("[1, 2]", .json), ("{\"a\": ", .json), ("\u{FEFF}{}", .json),
    ("openapi: 3.1.0\npaths: {}", .yaml), ("\u{FEFF}openapi: 3.1.0", .yaml), ("info: {}\n\"openapi\": 3.1.0", .yaml),
    ("# T\n\n```yaml\nopenapi: 3.0.1\n```\n", .page(.shareMarkdown)), ("# T\n```yaml\na: 1\n```\n", .unknown),
    ("M\n| Field | Type |\n|---|---|\n| a | string |", .page(.modelTable)),
    ("T\nPOST /v1/x\n请求体\n{\"type\": \"none\"}", .page(.apifoxMarkdown)),
    ("T\nGET https://h/v1/x\nResponses\n[]", .page(.apifoxMarkdown)),
    ("T\nPOST\n/v1/x\n请求参数", .page(.sharePage)), ("T\nPOST\nhttps://h/x", .page(.sharePage)),
    ("a {\"b\": 1}curl --location 'https://h/x'", .page(.sharePage)),
    ("Some prose.\nPOST a letter.", .unknown), ("We curl our hair.", .unknown), ("a: 1\nb: 2", .unknown),
  ])
  func content(text: String, expected: Sniff.Content) {
    #expect(content(text) == expected)
  }

  /// A page may begin with its example.
  @Test func pageBeginsWithValue() {
    #expect(Documents.text("{\"b\": 1}\ncurl --location 'https://h/x' -d '{\"b\": 1}'").contains("POST /x"))
  }

  /// What is broken is reported as broken, not as unknown.
  @Test(arguments: [
    ("{\"openapi\": ", DiagnosticID.invalidJSON), ("[1, 2", .invalidJSON), ("{\"openapi\": \"3\"} x", .invalidJSON),
    ("openapi: 3.0.1\ninfo: [", .invalidYAML), ("openapi: 3.0.1\n\t- a: b", .invalidYAML), ("", .emptyDocument),
    ("\u{0}", .binaryDocument), ("{}", .unknownFormat), ("hello", .unknownFormat),
    ("[]", .unknownFormat), ("// An API\n/* of ours */ {\"openapi\": \"3.1.0\"}", .invalidJSON),
    ("{ // An API\n\"openapi\": \"3.1.0\"}", .invalidJSON), ("// prose", .unknownFormat),
  ])
  func errors(text: String, id: DiagnosticID) throws {
    let (description, report) = Documents.describe(Documents.source([UInt8](text.utf8)))
    #expect(description == nil)
    #expect(report.diagnostics.contains { $0.id == id && $0.severity == .error && $0.span != nil })
  }

  @Test func invalidUTF8() {
    let (description, report) = Documents.describe(Documents.source([0x41, 0xFF]))
    #expect(description == nil)
    #expect(report.diagnostics.map(\.id) == [.invalidUTF8])
  }
}
