import SchemaDescription
import SchemaSource
import Testing

@testable import SchemaFrontends

/// Reading Postman collections.
@Suite struct PostmanTests {
  /// A collection of some items, with more members at its top.
  private func collection(_ items: String, _ more: String = "") -> String {
    #"{"info": {"name": "C", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"}, "#
      + more + #""item": [\#(items)]}"#
  }

  /// What a request says.
  private func text(_ request: String, _ more: String = "") -> String {
    Documents.text(collection(#"{"name": "N", "request": \#(request)}"#, more))
  }

  /// Addresses in all spellings.
  @Test(
    arguments: [
      (#""https://h.com/v1/x?a=1""#, "server https://h.com\nGET /v1/x 'N'\n  query a integer e.g. 1"),
      (#"{"url": "{{baseUrl}}/x"}"#, "server https://b.com/v1\nGET /x 'N'"),
      (#"{"url": {"raw": "{{unknown}}/x/:id"}}"#, "server https://b.com/v1\nGET /x/{id} 'N'\n  path id! string"),
      (
        #"{"url": {"protocol": "https", "host": ["a", "com"], "port": "8080", "path": ["x", {"type": "string", "value": "y"}]}}"#,
        "server https://b.com/v1\nserver https://a.com:8080\nGET /x/y 'N'"
      ),
      (#"{"url": "https://{{sub}}.h.com/x"}"#, "server https://b.com/v1\nGET /x 'N'"),
      (
        #"{"url": "localhost:3000/x/{{userId}}"}"#,
        "server https://b.com/v1\nserver http://localhost:3000\nGET /x/{userId} 'N'\n  path userId! integer e.g. 7"
      ),
      (#"{"url": "{{baseUrl}}/{{version}}/x"}"#, "server https://b.com/v1\nGET /v3/x 'N'"),
      (
        #"{"url": "https://h.com/users/42/files/0190a5b2-7c3e-7a10-9f00-3b1a2c4d5e6f"}"#,
        "server https://b.com/v1\nserver https://h.com\nGET /users/{userId}/files/{fileId} 'N'\n  path userId! integer e.g. 42\n"
          + "  path fileId! string e.g. \"0190a5b2-7c3e-7a10-9f00-3b1a2c4d5e6f\""
      ),
    ]
  )
  func addresses(request: String, expected: String) {
    let variables =
      #""variable": [{"key": "baseUrl", "value": "https://b.com/v1/"}, {"key": "userId", "value": "7"}, {"key": "version", "value": "v3"}], "#
    #expect(text(request, request.hasPrefix("{") ? variables : "") == expected)
  }

  /// Variables in JSON bodies, comments, and types that stand in the places of values.
  @Test(
    arguments: [
      (#"{\"a\": {{n}}, \"b\": \"{{s}}\"}"#, "application/json 1 examples"),
      (#"{\"a\": 1, // c\n \"b\": \"http://x\" /* d */}"#, "application/json 1 examples"),
      (#"{\"a\": {\"b\": {}}}"#, "application/json 1 examples"),
      (
        #"{\"id\": \"<long>\", \"names\": [\"<string>\", \"<string>\"]}"#,
        "application/json 0 examples\n      object\n        id integer\n        names array[string]"
      ),
      (#"<a/>"#, "text/plain 1 examples"),
    ]
  )
  func rawBodies(raw: String, expected: String) {
    let text = text(#"{"method": "POST", "url": "https://h/x", "body": {"mode": "raw", "raw": "\#(raw)"}}"#)
    #expect(text.hasSuffix("  body!\n    " + expected))
  }

  @Test func broken() {
    let (_, report) = Documents.describe(
      Documents.source(
        [UInt8](
          collection(
            #"{"name": "N", "request": {"method": "POST", "url": "https://h/x", "body": {"mode": "raw", "raw": "{\"a\": ", "options": {"raw": {"language": "json"}}}}}"#
          ).utf8
        )
      )
    )
    #expect(report.diagnostics.map(\.id) == [.unreadableExample])
  }

  /// How requests authenticate is handed down, and a header adds to it; no credential is kept.
  @Test func authentication() throws {
    let text = Documents.text(
      collection(
        #"""
        {"name": "F", "auth": {"type": "basic", "basic": {"username": "u", "password": "p"}}, "item": [
          {"name": "a", "request": "https://h/a"},
          {"name": "b", "request": {"url": "https://h/b", "auth": {"type": "noauth"}}},
          {"name": "c", "request": {"url": "https://h/c", "auth": {"type": "apikey", "apikey": {"key": "k", "value": "v", "in": "query"}}}}]},
        {"name": "d", "request": {"url": "https://h/d", "header": "Accept: */*\nx-api-key: sk-12345\n"}},
        {"name": "e", "request": {"url": "https://h/e?token=sk-12345"}}
        """#,
        #""auth": {"type": "oauth2"}, "#
      )
    )
    #expect(
      text == """
        server https://h
        scheme oauth2 oauth2
        scheme basic basic
        scheme k apiKey(name: "k", location: SchemaDescription.ParameterLocation.query)
        scheme x-api-key apiKey(name: "x-api-key", location: SchemaDescription.ParameterLocation.header)
        scheme token apiKey(name: "token", location: SchemaDescription.ParameterLocation.query)
        GET /a 'a'
          security basic
        GET /b 'b'
          security 
        GET /c 'c'
          security k
        GET /d 'd'
          security oauth2 x-api-key
        GET /e 'e'
          security oauth2 token
        """
    )
  }

  /// Folders are tags, and the tool's own id is kept.
  @Test func folders() throws {
    let text = collection(
      #"{"name": "A", "item": [{"name": "B", "description": "D", "item": [{"name": "r", "id": "17", "request": "https://h/r"}]}]}"#
    )
    let description = try #require(Documents.describe(Documents.source([UInt8](text.utf8))).description)
    #expect(description.tags.map(\.name) == ["A", "A/B"] && description.tags[1].parent == "A")
    #expect(description.tags[1].description == "D")
    #expect(description.operations[0].folders == ["A", "B"] && description.operations[0].tags == ["A/B"])
    #expect(description.operations[0].stableKey == "postman:17")
  }

  /// An environment names the servers.
  @Test func environment() {
    let text =
      #"{"id": "1", "name": "E", "values": [{"key": "base_url", "value": "https://{{h}}/v1"}, {"key": "h", "value": "x.com"}, {"key": "token", "value": "s"}], "_postman_variable_scope": "environment"}"#
    #expect(Documents.text(text) == "server https://x.com/v1")
  }

  /// A wrong type anywhere is survived, and told where it costs something.
  @Test func replacements() throws {
    let text = collection(
      #"""
      {"name": "F", "description": {"content": "d"}, "auth": {"type": "bearer", "bearer": [{"key": "token", "value": "t"}]}, "item": [
       {"name": "r", "id": "1", "event": [], "request": {"method": "POST", "description": "d",
        "header": [{"key": "X-A", "value": "1", "disabled": false, "description": "d"}],
        "url": {"raw": "https://h/x/:id?q=1", "query": [{"key": "q", "value": "1"}], "variable": [{"key": "id", "value": "1"}]},
        "body": {"mode": "raw", "raw": "{\"a\": 1}", "options": {"raw": {"language": "json"}}}},
        "response": [{"name": "ok", "code": 200, "status": "OK", "header": [{"key": "X-B", "value": "1"}], "body": "{}", "originalRequest": {"url": {"query": [{"key": "p", "value": "1"}]}}}]},
       {"name": "s", "request": {"method": "POST", "url": "https://h/y", "body": {"mode": "formdata", "formdata": [{"key": "f", "type": "file", "src": "a"}]}}},
       {"name": "t", "request": {"method": "POST", "url": "https://h/z", "body": {"mode": "graphql", "graphql": {"query": "q", "variables": "{}"}}}}]}
      """#,
      #""variable": [{"key": "v", "value": "1"}], "#
    )
    let tried = try Replacements.check(text) { place, old, new in
      if place.first == "info" || place.contains("event") || place.contains("bearer") { return false }
      // A text may be a number or absent, an empty text says nothing, and an empty list is a list.
      guard old.members != nil || old.elements != nil, !new.isNull, new.elements?.isEmpty != true else { return false }
      if place.last == "url" || place.last == "request", new.string != nil { return false }
      if place.last == "description", new.string != nil { return false }
      if place.last == "header", new.string != nil { return false }
      return !(old.members != nil && new.members != nil)
    }
    #expect(tried > 500)
  }
}
