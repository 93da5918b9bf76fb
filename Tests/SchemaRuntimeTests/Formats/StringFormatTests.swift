import Foundation
import SchemaRuntime
import Testing

/// UUIDs, URLs and base64 keep their spelling; Foundation's own types have one spelling.
@Suite struct StringFormatTests {
  @Test(arguments: ["550e8400-e29b-41d4-a716-446655440000", "550E8400-E29B-41D4-A716-446655440000"])
  func `a UUID is read in either case`(text: String) throws {
    #expect(UUIDString(rawValue: text).uuid == UUID(uuidString: text))
    #expect(UUIDString(rawValue: text).uuid != nil)
    #expect(try RoundTrip.differences(of: UUIDString.self, json: "\"\(text)\"") == [])
  }

  @Test(arguments: ["", "abc", "550e8400e29b41d4a716446655440000", "{550e8400-e29b-41d4-a716-446655440000}"])
  func `no UUID, but the string is kept`(text: String) throws {
    #expect(UUIDString(rawValue: text).uuid == nil)
    #expect(try RoundTrip.differences(of: UUIDString.self, json: "\"\(text)\"") == [])
  }

  @Test(arguments: [
    "https://example.com/a?b=c#d", "http://例え.jp/パス", "HTTP://EXAMPLE.com", "mailto:a@b.c", "/relative",
    "http://[::1]/",
    "https://a.b/%zz", "https://a.b/{id}", "https://a.b/x y", "urn:isbn:0451450523",
  ])
  func `a URL keeps its spelling`(text: String) throws {
    #expect(URLString(rawValue: text).url != nil)
    #expect(try RoundTrip.differences(of: URLString.self, json: "\"\(text)\"") == [])
  }

  @Test func `no URL, but the string is kept`() throws {
    #expect(URLString("").url == nil)
    #expect(try RoundTrip.differences(of: URLString.self, json: "\"\"") == [])
    #expect(URLString(try #require(URL(string: "https://a.b/c"))) == "https://a.b/c")
  }

  @Test(arguments: [
    ("", ""), ("YQ==", "a"), ("YQ", "a"), ("YWI", "ab"), ("YWJj", "abc"), ("YW\nJj\n", "abc"), ("Pz8_", "???"),
    ("Pz8/", "???"), ("fn5-", "~~~"),
  ])
  func `base64 is read in each form`(text: String, bytes: String) throws {
    #expect(Base64String(rawValue: text).data == Data(bytes.utf8))
    #expect(try JSONCoding.value(JSONCoding.decode(Base64String.self, from: JSONValue.string(text))) == .string(text))
  }

  @Test(arguments: ["Y", "YWJjZ", "YQ===", "YQ=", "Y=Q=", "=", "é", "a.b", "data:;base64,YQ=="])
  func `no base64, but the string is kept`(text: String) throws {
    #expect(Base64String(rawValue: text).data == nil)
    #expect(try RoundTrip.differences(of: Base64String.self, json: "\"\(text)\"") == [])
  }

  @Test func `bytes are spelled in either alphabet`() {
    let data = Data([0xFB, 0xFF])
    #expect(Base64String(data) == "+/8=")
    #expect(Base64String(data, isURLSafe: true) == "-_8")
  }

  @Test(arguments: [
    #"{"at": "2024-01-01T00:00:00Z", "id": "550e8400-e29b-41d4-a716-446655440000", "link": "https://a.b", "sum": 0.1}"#,
    #"{"at": "2024-01-01T00:00:00.123456Z", "id": "00000000-0000-0000-0000-000000000000", "link": "x", "sum": 1e3}"#,
  ])
  func `Foundation's own types have JSON's usual spelling`(json: String) throws {
    #expect(try RoundTrip.differences(of: Plain.self, json: json) == [])
  }

  @Test(arguments: [
    #"{"at": "soon", "id": "550e8400-e29b-41d4-a716-446655440000", "link": "x", "sum": 1}"#,
    #"{"at": "2024-01-01T00:00:00Z", "id": "1", "link": "x", "sum": 1}"#,
    #"{"at": "2024-01-01T00:00:00Z", "id": "550e8400-e29b-41d4-a716-446655440000", "link": "", "sum": 1}"#,
    #"{"at": "2024-01-01T00:00:00Z", "id": "550e8400-e29b-41d4-a716-446655440000", "link": "x", "sum": 1e200}"#,
    """
    {"at": "2024-01-01T00:00:00Z", "id": "550e8400-e29b-41d4-a716-446655440000", "link": "x",
     "sum": 1234567890123456789012345678901234567891234}
    """,
  ])
  func `what they cannot hold is an error`(json: String) {
    #expect(throws: DecodingError.self) { try JSONCoding.decode(Plain.self, from: json.utf8) }
  }
}

/// Foundation's types as a model holds them.
private struct Plain: Codable {
  let at: Date
  let id: UUID
  let link: URL
  let sum: Decimal
}
