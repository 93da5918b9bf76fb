import HTTPTypes
import SchemaGen
import SchemaRuntime
import Testing

@testable import SchemaMock

/// Which response is sent, and how it is written.
@Suite struct ResponseTests {
  @Test func bytesInAMediaTypeOfJSON() throws {
    let site = try Mock.site(
      openAPI: "3.0.3",
      """
      paths:
        /made:
          get: { responses: { '200': { description: ok, content: { application/json: { schema: { type: string, format: binary } } } } } }
          put:
            requestBody: { required: true, content: { application/json: { schema: { type: string, format: binary } } } }
            responses: { '204': { description: ok } }
        /shown:
          get:
            responses:
              '200': { description: ok, content: { application/json: { schema: { type: string, format: binary }, example: raw } } }
        /text:
          get:
            responses: { '200': { description: ok, content: { application/json: { schema: { type: string }, example: raw } } } }
      """
    )
    let made = site.answer("GET", "/made")
    #expect(made.status == 200 && made.headers[.contentType] == "application/json" && !made.text.isEmpty)
    #expect(site.answer("GET", "/shown").text == "raw")
    #expect(site.answer("GET", "/text").text == #""raw""#)
    let json = ["Content-Type": "application/json"]
    #expect(site.answer("PUT", "/made", headers: json, body: "%PDF-1.7").status == 204)
  }

  /// A document with every kind of response.
  static let document = #"""
    openapi: 3.1.0
    info: { title: 'A <b>', version: '1' }
    paths:
      /a:
        post:
          operationId: ask
          summary: Ask & see
          requestBody:
            content:
              application/json:
                schema: { type: object, properties: { q: { type: string }, stream: { type: boolean } } }
                examples: { long: { value: { q: why } } }
          responses:
            '200':
              description: ok
              headers:
                X-Left: { schema: { type: integer, minimum: 3, maximum: 3 } }
                X-Tags: { schema: { type: array, items: { type: string } }, example: [a, b] }
              content:
                application/json:
                  examples: { short: { value: { a: 1.50 } }, long: { value: { a: 2 } } }
                text/event-stream:
                  examples:
                    short: { value: "event: start\ndata: {\"n\":1}\n\ndata: {\"n\":2}\n\ndata: [DONE]\n\n" }
                    long: { value: "data: {\"n\":3}\n\n" }
                text/plain: { example: plain }
            '202': { description: later }
            '4XX': { description: no, content: { application/json: { examples: { bad: { value: { e: 4 } } } } } }
            default: { description: any, content: { application/json: { example: { e: 0 } } } }
      /lines:
        get:
          responses:
            '200': { description: ok, content: { application/jsonl: { example: "{\"n\":1}\n{\"n\":2}\n" } } }
      /seq:
        get:
          responses:
            '200': { description: ok, content: { application/json-seq: { example: "\x1e{\"n\":1}\n\x1e{\"n\":2}\n" } } }
      /only:
        get: { responses: { '404': { description: never here, content: { application/json: { example: { gone: true } } } } } }
      /file:
        get: { responses: { '200': { description: ok, content: { image/png: { schema: { type: string, format: binary } } } } } }
      /nothing:
        get: {}
    """#

  /// Answers a request.
  private func answer(
    _ method: String,
    _ path: String,
    headers: [String: String] = [:],
    body: String = ""
  ) throws -> MockResponse {
    try Mock.site(Self.document).answer(method, path, headers: headers, body: body)
  }

  @Test func theFirstExampleOfTheFirstSuccess() throws {
    let response = try answer("POST", "/a", body: "{}")
    #expect(response.status == 200 && response.text == #"{"a":1.50}"#)
    #expect(response.headers[.contentType] == "application/json")
    #expect(response.headers[HTTPField.Name("X-Left")!] == "3" && response.headers[HTTPField.Name("X-Tags")!] == "a, b")
  }

  @Test func theResponseOfADocumentedRequest() throws {
    #expect(try answer("POST", "/a", body: #"{"q":"why"}"#).text == #"{"a":2}"#)
  }

  @Test(
    "preferences",
    arguments: [
      ("status=202", 202, "", "status=202"), ("status=429", 429, #"{"e":4}"#, "status=429"),
      ("status=\"503\"", 503, #"{"e":0}"#, "status=503"),
      ("example=long", 200, #"{"a":2}"#, "example=\"long\""), ("Example=\"bad\"", 400, #"{"e":4}"#, "example=\"bad\""),
      ("respond-async, wait=10, status=404; x=1, example=bad", 404, #"{"e":4}"#, "status=404, example=\"bad\""),
      ("example=unknown", 200, #"{"a":1.50}"#, nil), ("status=7", 200, #"{"a":1.50}"#, nil),
    ] as [(String, Int, String, String?)]
  )
  func preferences(_ prefer: String, _ status: Int, _ body: String, _ applied: String?) throws {
    let response = try answer("POST", "/a", headers: ["Prefer": prefer], body: "{}")
    #expect(response.status == status && response.text == body)
    #expect(response.headers[.preferenceApplied] == applied)
    #expect((response.remark != nil) == prefer.contains("unknown"))
  }

  @Test func aStatusThatTheDocumentLacks() throws {
    let response = try answer("GET", "/lines", headers: ["Prefer": "status=503"])
    #expect(response.status == 503 && response.headers[.contentType] == "application/problem+json")
  }

  @Test(
    "media types",
    arguments: [
      ("*/*", "application/json"), ("text/*", "text/event-stream"), ("text/plain", "text/plain; charset=utf-8"),
      ("text/event-stream;q=0.5, application/json;q=0.4", "text/event-stream"),
      ("application/json, text/plain", "application/json"),
    ]
  )
  func mediaTypes(_ accept: String, _ contentType: String) throws {
    #expect(try answer("POST", "/a", headers: ["Accept": accept], body: "{}").headers[.contentType] == contentType)
  }

  @Test func noMediaTypeThatIsAccepted() throws {
    #expect(try answer("POST", "/a", headers: ["Accept": "image/png"], body: "{}").status == 406)
    #expect(
      try answer("POST", "/a", headers: ["Accept": "image/png", "Prefer": "status=400"], body: "{}").status == 400
    )
  }

  @Test func whateverTheDocumentHas() throws {
    #expect(try answer("GET", "/only").status == 404)
    #expect(try answer("GET", "/nothing").status == 204)
    #expect(try answer("GET", "/file").bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]))
  }

  @Test func theListGivesWayToAnOperation() throws {
    let site = try Mock.site(
      openAPI: "3.1.0",
      """
      paths:
        /: { get: { operationId: root, responses: { '200': { description: ok, content: { application/json: { example: { a: 1 } } } } } } }
        /{name}: { get: { operationId: named, responses: { '204': { description: ok } } } }
      """
    )
    #expect(site.startPath == "/_mock")
    #expect(site.answer("GET", "/").text == #"{"a":1}"#)
    #expect(site.answer("GET", "/_mock").json["apis"]?[0]?["operations"]?.arrayValue?.count == 2)
    #expect(site.answer("GET", "/_mock", headers: ["Accept": "text/html"]).text.hasPrefix("<!DOCTYPE html>"))
    #expect(site.answer("GET", "/other").status == 204)
    #expect(try Mock.site(Self.document).startPath == "/")
  }

  @Test func theListOfOperations() throws {
    let list = try answer("GET", "/").json["apis"]?[0]
    #expect(list?["operations"]?[0]?["id"] == "ask" && list?["title"] == "A <b>")
    #expect(list?["operations"]?[0]?["responses"]?[0]?["contents"]?[1]?["examples"] == ["short", "long"])
    let page = try answer("GET", "/", headers: ["Accept": "text/html,application/xhtml+xml,*/*;q=0.8"])
    #expect(page.headers[.contentType] == "text/html; charset=utf-8")
    #expect(page.text.contains("A &lt;b&gt;") && page.text.contains("Ask &amp; see") && !page.text.contains("A <b>"))
  }

  @Test func apisWithTheSamePath() throws {
    func document(_ name: String) -> InputDocument {
      let text = """
        openapi: 3.1.0
        info: { title: A, version: '1' }
        paths: { /a: { get: { responses: { '200': { description: ok, content: { text/plain: { example: \(name) } } } } } } }
        """
      return InputDocument(api: name, path: "\(name).yaml", bytes: Array(text.utf8))
    }
    let site = try Mock.site([document("one"), document("two")])
    #expect(site.answer("GET", "/a").text == "one" && site.answer("GET", "/two/a").text == "two")
  }

  @Test func nothingCannotBreak() throws {
    var options = MockOptions()
    options.failRate = 1
    let site = try Mock.site(
      openAPI: "3.1.0",
      "paths: { /a: { get: { responses: { '204': { description: ok } } } } }",
      options: options
    )
    for _ in 0..<40 { #expect(site.answer("GET", "/a").status >= 500) }
  }

  @Test func faultsAreTheSameForTheSameSeed() throws {
    var options = MockOptions()
    options.failRate = 0.5
    options.latency = .milliseconds(1) ... .milliseconds(5)
    options.seed = 7
    func run() throws -> [String] {
      let site = try Mock.site(Self.document, options: options)
      return (0..<40).map { _ in
        let response = site.answer("GET", "/lines")
        return "\(response.status) \(response.breaks) \(response.latency)"
      }
    }
    let first = try run()
    #expect(try run() == first)
    #expect(
      first.contains { $0.hasPrefix("200 false") } && first.contains { $0.hasPrefix("5") }
        && first.contains { $0.contains("true") }
    )
    options.failRate = 1
    #expect(try run().allSatisfy { $0.hasPrefix("5") || $0.contains("true") })
  }
}
