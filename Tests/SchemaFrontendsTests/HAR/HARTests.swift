import SchemaDescription
import SchemaSource
import Testing

@testable import SchemaFrontends

/// Reading recordings.
@Suite struct HARTests {
  /// A recording of some entries.
  private func recording(_ entries: [String]) -> String {
    #"{"log": {"version": "1.2", "creator": {}, "entries": [\#(entries.joined(separator: ","))]}}"#
  }

  /// An entry of a call.
  private func entry(_ url: String, method: String = "GET", _ more: String = "", _ response: String = "") -> String {
    #"{"request": {"method": "\#(method)", "url": "\#(url)"\#(more)}, "response": {"status": 200\#(response)}}"#
  }

  /// Ids in paths: what is one by itself, and numbers where calls differ or a word stands before.
  @Test(
    arguments: [
      (["/users/1"], ["/users/{userId}"]), (["/v1/1/x", "/v1/2/x"], ["/v1/{id}/x"]),
      (["/api/3/action"], ["/api/3/action"]),
      (["/2/tweets"], ["/2/tweets"]), (["/a/alice", "/a/bob"], ["/a/alice", "/a/bob"]),
      (["/companies/7/boxes/8"], ["/companies/{companyId}/boxes/{boxId}"]),
      (["/x/01ARZ3NDEKTSV4RRFFQ69G5FAV"], ["/x/{xId}"]), (["/x/5f1d7f3e9b1e8a0017c0ffee"], ["/x/{xId}"]),
      (["/customers/cus_NffrFeUfNV2Hib3x1"], ["/customers/{customerId}"]),
      (["/chat/completions"], ["/chat/completions"]),
      (["/users/1/users/2"], ["/users/{userId}/users/{userId2}"]),
      (["/internationalization"], ["/internationalization"]),
    ]
  )
  func templates(paths: [String], expected: [String]) throws {
    let file = Documents.source([UInt8](recording(paths.map { entry("https://h\($0)") }).utf8))
    let description = try #require(Documents.describe(file).description)
    #expect(description.operations.map(\.path) == expected)
  }

  /// No credential is in the description, wherever it is repeated.
  @Test func secrets() throws {
    let secret = "s3cr3tvalue-42"
    let headers =
      #", "headers": [{"name": "Authorization", "value": "Bearer \#(secret)"}, {"name": "X-Copy", "value": "\#(secret)"}]"#
    let posted =
      #", "postData": {"mimeType": "application/json", "text": "{\"mine\": \"\#(secret)\", \"note\": \"token=\#(secret);\", \"password\": \"x1\"}"}"#
    let answer =
      #", "headers": [{"name": "Set-Cookie", "value": "sid=\#(secret)"}], "content": {"mimeType": "text/plain", "text": "hi \#(secret)"}"#
    let file = Documents.source(
      [UInt8](
        recording([
          entry("https://h/x/\(secret)?api_key=\(secret)&q=\(secret)", method: "POST", headers + posted, answer)
        ]).utf8
      )
    )
    let (description, report) = Documents.describe(file)
    let text = String(describing: try #require(description))
    let shown = text.replacing("/x/\(secret)", with: "")
    #expect(!shown.contains(secret) && !text.contains("x1"))
    #expect(report.diagnostics.contains { $0.id == .ignoredText && $0.message.contains("credentials") })
    #expect(description?.securitySchemes.map(\.kind) == [.apiKey(name: "api_key", location: .query), .bearer])
  }

  /// Several hosts, forms, arrays in a query, and what is required.
  @Test func calls() {
    let form =
      #", "postData": {"mimeType": "multipart/form-data; boundary=b", "text": "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x\"\r\nContent-Type: image/png\r\n\r\nzz\r\n--b--\r\n"}"#
    let text = Documents.text(
      recording([
        entry("https://a/x?t=1&t=2&u=y"), entry("https://a/x?t=3"), entry("https://b/f", method: "POST", form),
        entry("wss://a/x"), entry("https://a/style.css"),
      ])
    )
    #expect(
      text == """
        server https://a
        server https://b
        GET /x ''
          query t! array[integer e.g. 1,2,3]
          query u string e.g. "y"
          response code(200)
        POST /f ''
          body!
            multipart/form-data 0 examples
              object
                a integer e.g. 1
                f file
          response code(200)
        """
    )
  }

  /// Bodies that are not kept, compressed or no base 64.
  @Test(
    arguments: [
      (#""mimeType": "application/json", "size": 9"#, DiagnosticID.ignoredText),
      (#""mimeType": "application/json", "encoding": "base64", "text": "H4sIAAAA""#, .unreadableExample),
      (#""mimeType": "application/json", "encoding": "base64", "text": "!""#, .unreadableExample),
      (#""mimeType": "application/json", "text": "{""#, .unreadableExample),
    ]
  )
  func bodies(content: String, id: DiagnosticID) {
    let text = recording([entry("https://h/x", "", #", "content": {\#(content)}"#)])
    let (description, report) = Documents.describe(Documents.source([UInt8](text.utf8)))
    #expect(description?.operations.count == 1)
    #expect(report.diagnostics.map(\.id) == [id])
  }

  /// A wrong type anywhere is survived, and told where it costs something.
  @Test func replacements() throws {
    let text = recording([
      entry(
        "https://h/x/1?q=1",
        method: "POST",
        #", "headers": [{"name": "X-A", "value": "1"}], "cookies": [{"name": "sid", "value": "1"}], "postData": {"mimeType": "application/x-www-form-urlencoded", "params": [{"name": "a", "value": "1"}]}"#,
        #", "statusText": "OK", "headers": [{"name": "X-B", "value": "1"}], "content": {"mimeType": "application/json", "text": "{\"a\": 1}"}"#
      ),
      entry("https://h/y", method: "POST", #", "postData": {"mimeType": "application/json", "text": "{\"a\": 1}"}"#),
    ])
    let tried = try Replacements.check(text) { place, old, new in
      guard place.contains("request") || place.contains("response"), !place.contains("params"), !new.isNull else {
        return false
      }
      guard old.members != nil || old.elements != nil else { return false }
      if old.members != nil { return new.members == nil }
      return new.elements == nil
    }
    #expect(tried > 200)
  }
}
