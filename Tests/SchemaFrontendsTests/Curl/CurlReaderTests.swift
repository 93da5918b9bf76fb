import SchemaDocument
import SchemaSource
import Testing

@testable import SchemaFrontends

/// Reading curl commands.
@Suite struct CurlReaderTests {
  /// The command at the beginning of a text.
  private func read(_ text: String) -> CurlCommand {
    var report = Report()
    return CurlReader.read(Documents.source([UInt8](text.utf8)), at: 0, report: &report)
  }

  @Test func wholeCommand() throws {
    let text = """
      curl --location --request PUT 'https://h/v1/x?a=1' \\
      --header 'Content-Type: application/json' \\
      --header 'Token;' \\
      -H "X-Key: k\\"1" \\
      --data-raw '{"a": [1, "it"]}'
      Shell
      """
    let curl = read(text)
    #expect(curl.method == "PUT")
    #expect(curl.url?.text == "https://h/v1/x?a=1")
    #expect(curl.headers.map(\.name) == ["Content-Type", "Token", "X-Key"])
    #expect(curl.headers.map(\.value) == ["application/json", "", "k\"1"])
    #expect(curl.json?.jsonText() == #"{"a":[1,"it"]}"#)
    #expect(curl.mediaType == "application/json")
    #expect(!curl.isTruncated)
    #expect(text.utf8.count - curl.span.end == 6)
  }

  /// Quotes within quotes, escaped and not, and doubled quotes.
  @Test(
    arguments: [
      (#"curl 'h' -d '{"a":"it'\''s"}'"#, #"{"a":"it's"}"#), (#"curl 'h' -d '{"a":"it's"}'"#, #"{"a":"it's"}"#),
      (#"curl 'h' -d "{\"a\":\"b\"}""#, #"{"a":"b"}"#), (#"curl h --json='{"a":1}'"#, #"{"a":1}"#),
      ("curl 'h' -d '\n {\"a\":\n1}\n'", #"{"a":1}"#), (#"curl 'h' -d '[1]'{"b":2}"#, "[1]"),
      (#"curl h -d {&quot;a&quot;:1}"#, nil), (#"curl 'h' -d '{"a":{{VAR}}}'"#, nil), ("curl 'h' -d 'a=1&b=2'", nil),
    ] as [(String, String?)]
  )
  func body(text: String, expected: String?) {
    #expect(read(text).json?.jsonText() == expected)
  }

  @Test func forms() {
    let curl = read(#"curl --request POST 'https://h/x' --form 'file=@""' --form 'model="m"' -F 'n=1'"#)
    #expect(curl.method == "POST" && curl.mediaType == "multipart/form-data")
    #expect(curl.fields.map(\.name) == ["file", "model", "n"])
    #expect(curl.fields.map(\.isFile) == [true, false, false])
    #expect(curl.fields.map(\.value) == ["", "m", "1"])
    let encoded = read("curl h -d 'a=1&b=2'")
    #expect(encoded.mediaType == "application/x-www-form-urlencoded")
    #expect(encoded.fields.map(\.name) == ["a", "b"])
  }

  @Test func methods() {
    #expect(read("curl https://h/x").method == "GET")
    #expect(read("curl https://h/x -d '{}'").method == "POST")
    #expect(read("curl -XDELETE https://h/x").method == "DELETE")
    #expect(read("curl -G https://h/x -d 'q=1'").url?.text == "https://h/x?q=1")
    #expect(read("curl -u a:b https://h/x").hasUser)
  }

  /// A page's entities stand for the characters of the shell.
  @Test func entities() {
    let curl = read("curl --location &#x27;https://h/x&#x27; \\\n--data-raw &#x27;{&quot;a&quot;: 1}&#x27;\nnext")
    #expect(curl.url?.text == "https://h/x")
    #expect(curl.json?.jsonText() == #"{"a":1}"#)
  }

  /// Every cut is read without a crash, and a cut body is known as one.
  @Test func cuts() {
    let text = #"curl --location 'https://h/x' --header 'A: b' --data-raw '{"a": {"b": [1, "c"]}}'"#
    for count in 0...text.utf8.count { _ = read(String(decoding: Array(text.utf8.prefix(count)), as: UTF8.self)) }
    let curl = read(String(text.dropLast(5)))
    #expect(curl.isTruncated)
    #expect(curl.json?.jsonText() == #"{"a":{"b":[1,"c"]}}"#)
  }

  /// A quote that is never closed takes no more than its line.
  @Test func unclosedQuote() {
    let curl = read("curl 'https://h/x \n--header 'A: b'\nTitle")
    #expect(curl.url?.text == "https://h/x ")
    #expect(curl.span.end < 20)
  }
}
