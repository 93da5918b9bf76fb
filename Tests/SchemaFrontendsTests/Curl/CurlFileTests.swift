import SchemaDescription
import SchemaSource
import Testing

@testable import SchemaFrontends

/// Reading files of curl commands.
@Suite struct CurlFileTests {
  /// Shells and their quotes.
  @Test(
    arguments: [
      "curl https://h/x -d '{\"a\": \"b c\"}'", "curl -sSLXPOST https://h/x \\\n  -d '{\"a\": \"b c\"}'",
      "# T\n\ncurl 'https://h/x' \\\r\n --data-raw $'{\"a\":\\u0020\"b\\x20c\"}' | jq .",
      "$ curl.exe -X POST \"https://h/x\" `\n -d '{\"a\": \"b c\"}'",
      "curl ^\"https://h/x^\" ^\n  --data-raw ^\"^{^\\^\"a^\\^\":^\\^\"b c^\\^\"^}^\"",
      "curl --url https://h/x --json '{\"a\": \"b c\"}' --compressed -o out.json --max-time 3",
      "H=https://h\ncurl \"${H}/x\" -H 'Content-Type: application/json' -d '{\"a\": \"b c\"}' && echo done",
      "```sh\ncurl https://h/x --request=POST -d '{\"a\": \"b c\"}'\n```",
    ]
  )
  func shells(text: String) throws {
    let (description, report) = Documents.describe(Documents.source([UInt8](text.utf8)))
    #expect(report.diagnostics.isEmpty)
    let operation = try #require(description?.operations.first)
    #expect(operation.method == "POST" && operation.path == "/x")
    #expect(description?.servers.map(\.url) == ["https://h"])
    #expect(operation.requestBody?.contents.first?.examples.map { $0.value.jsonText() } == [#"{"a":"b c"}"#])
  }

  /// Titles, responses with and without a head, and calls that are there twice.
  @Test func responses() throws {
    let text = """
      # First
      # more
      curl https://h/x/$ID
      {"a": 1}
      HTTP/2 404
      content-type: application/problem+json
      x-id: 7

      {"t": "no"}
      # Stream
      curl https://h/s -b 'sid=1; theme=2' -H "Authorization: Bearer $T"
      data: {"n": 1}
      data: {"n": 2}

      what is this
      """
    let (description, report) = Documents.describe(Documents.source([UInt8](text.utf8)))
    #expect(report.diagnostics.map(\.id) == [.ignoredText, .ignoredText])
    #expect(
      DescriptionText.text(try #require(description)) == """
        server https://h
        scheme bearer bearer
        scheme sid apiKey(name: "sid", location: SchemaDescription.ParameterLocation.cookie)
        GET /x/{ID} 'First'
          path ID! string
          response code(200)
            application/json 1 examples
          response code(404)
            application/problem+json 1 examples
        GET /s 'Stream'
          security bearer sid
          response code(200)
            text/event-stream 2 examples
        """
    )
    #expect(description?.operations[0].description == "more")
    // What one call carries is needed together.
    #expect(
      description?.operations.map(\.securityRequirements) == [
        [], [SecurityRequirement([.init("bearer"), .init("sid")])],
      ]
    )
  }

  /// Forms, files and queries.
  @Test(
    arguments: [
      (
        "curl -G https://h/x -d a=1 --data-urlencode 'b=c d&e'",
        "  query a integer e.g. 1\n  query b string e.g. \"c d&e\""
      ),
      (
        "curl https://h/x -F 'm={\"a\":1};type=application/json' -F f=@a.png",
        "    multipart/form-data 0 examples\n      object\n        m ~ e.g. {\"a\":1}\n        f file"
      ),
      ("curl https://h/x -d @body.json", "  body!\n    application/json 0 examples"),
      ("curl -T a.bin https://h/x", "PUT /x ''\n  body!\n    application/octet-stream 0 examples"),
      ("curl https://h/x -d 'a=1&b=x+y'", "      object\n        a integer e.g. 1\n        b string e.g. \"x y\""),
    ]
  )
  func bodies(command: String, expected: String) {
    #expect(Documents.text(command).hasSuffix(expected))
  }

  /// Cut files and files of noise end.
  @Test func hostile() {
    let text = "# t\ncurl https://h/x -H 'a: b' -d $'{\"a\": 1}' ^\"x\n{\"b\": [1\nHTTP/1.1 200 OK\nx: y\n"
    for length in 1...text.utf8.count {
      let (description, report) = Documents.describe(Documents.source(Array(text.utf8.prefix(length))))
      let isRead = description != nil || report.hasErrors
      #expect(isRead, "\(length)")
    }
    let flood = String(repeating: "curl https://h/" + String(repeating: "a/", count: 200) + "\n", count: 500)
    #expect(Documents.describe(Documents.source([UInt8](flood.utf8))).description?.operations.count == 1)
  }
}
