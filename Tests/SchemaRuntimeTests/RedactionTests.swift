import HTTPTypes
import Testing

@testable import SchemaRuntime

/// Nothing that is printed shows credentials.
@Suite struct RedactionTests {
  @Test(
    "no description shows credentials",
    arguments: [
      Authorization.bearer("sesame-1"), .basic(user: "ali", password: "sesame-1"),
      .apiKey("sesame-1", name: "X-Api-Key", in: .header),
      .clientCredentials(tokenURL: "https://auth.example", clientID: "ali", clientSecret: "sesame-1"),
      .all(.bearer("sesame-1"), .basic(user: "ali", password: "sesame-1")),
    ]
  )
  func descriptions(_ authorization: Authorization) {
    var text = "\(authorization) \(String(reflecting: authorization)) \(Optional(authorization) as Any)"
    dump(authorization, to: &text)
    dump(["a": [authorization]], to: &text)
    #expect(Mirror(reflecting: authorization).children.isEmpty)
    #expect(!text.contains("sesame") && text.contains("redacted"))
    #expect(!text.contains(Credential.basicToken(user: "ali", password: "sesame-1")))
  }

  @Test func excerptsAreBlackedOutAndCut() {
    let redaction = Redaction(.basic(user: "ali", password: "pass\"word/ä"))
    let token = Credential.basicToken(user: "ali", password: "pass\"word/ä")
    for text in ["pass\"word/ä", #"pass\"word/ä"#, "pass%22word%2F%C3%A4", token, "x\(token)x", "Basic \(token)"] {
      let excerpt = redaction.excerpt(Array(text.utf8))
      #expect(excerpt.contains("[redacted]") && !excerpt.contains("word") && !excerpt.contains(token))
    }
    let split = String(repeating: "x", count: Redaction.excerptLength - 3) + token
    #expect(!redaction.excerpt(Array(split.utf8)).contains(token.prefix(3)))
    let long = redaction.excerpt(Array(String(repeating: "y", count: 10_000).utf8))
    #expect(long.count < 500 && long.hasSuffix("… (10000 bytes)"))
    #expect(redaction.excerpt(Array("a\n\u{1b}b".utf8)) == "a  b")
    #expect(redaction.excerpt([]) == "empty")
    #expect(redaction.excerpt([0xFF, 0xFE]) == "2 bytes that are not text")
    #expect(Redaction(nil).excerpt(Array("{\"a\":\"bearer abcdefghijkl\"}".utf8)) == "{\"a\":\"bearer [redacted]\"}")
    #expect(Redaction(nil).excerpt(Array("a bearer token".utf8)) == "a bearer token")
  }

  @Test(
    "short credentials are blacked out where they are words of their own",
    arguments: [
      ("any", "company, many, ANY", "company, many, ANY"),
      ("any", "key any, \"any\"", "key [redacted], \"[redacted]\""),
      ("k", "a keyword k=k", "a keyword [redacted]=[redacted]"), ("k", "ék k1 1k", "ék k1 1k"),
      ("k", "k", "[redacted]"), ("a b", "a b, xa b", "[redacted], xa b"), ("secret", "mysecrets", "my[redacted]s"),
    ]
  )
  func shortCredentials(_ secret: String, _ text: String, _ expected: String) {
    #expect(Redaction([secret]).redact(text) == expected)
  }

  @Test func errorTexts() throws {
    let response = { (status: Int, body: String) in
      RawResponse(
        operation: "createChat",
        head: ResponseHead(status: status, headers: [.contentType: "application/json"]),
        body: Array(body.utf8),
        redaction: Redaction(.bearer("sesame-1"))
      )
    }
    let body = #"{"error":"no such key: sesame-1"}"#
    #expect(
      UnexpectedResponse(response(404, body)).description
        == #"createChat: undocumented status 404, body: {"error":"no such key: [redacted]"}"#
    )
    let error = ResponseError(response(429, body), body: try JSONValue(parsing: body))
    #expect("\(error)" == #"createChat: status 429, body: {"error":"no such key: [redacted]"}"#)
    #expect(String(reflecting: error) == "\(error)" && error.bytes == Array(body.utf8))
    let mismatch = #expect(throws: ResponseDecodingError.self) {
      try response(200, #"{"choices":[{"n":null}]}"#).decode([String: [[String: Int]]].self)
    }
    #expect(
      mismatch?.description == "createChat: status 200, choices[0].n: expected an integer, found null, "
        + #"body: {"choices":[{"n":null}]}"#
    )
    #expect(mismatch?.keyPath == "choices[0].n" && mismatch?.expected == "an integer" && mismatch?.found == "null")
    let page = #expect(throws: ResponseDecodingError.self) { try response(200, "<html>").decode(JSONValue.self) }
    #expect(
      page?.description
        == "createChat: status 200, expected JSON, found text that is not (line 1, column 1: expected a value, found '<'), "
        + "body: <html>"
    )
    let empty = #expect(throws: ResponseDecodingError.self) { try response(200, "").decode(JSONValue.self) }
    #expect(empty?.description == "createChat: status 200, expected JSON, found an empty body, body: empty")
  }
}
