import SchemaDescription
import SchemaSource
import Testing

@testable import SchemaFrontends

/// Reading JSON that is no document of any format.
@Suite struct SampleTests {
  @Test(
    arguments: [
      ("x/user.json", "user"), ("x/user.1.json", "user"), ("x/user-2.json", "user"), ("x/user_03.json", "user"),
      ("x/user (4).json", "user"), ("x/user/5.json", "user"), ("x/order/response.json", "order"),
      ("x/user/examples/7.json", "user"), ("x/sha256.json", "sha256"), ("x/events.jsonl", "events"),
      ("1.json", "sample"),
    ]
  )
  func names(path: String, name: String) {
    #expect(SampleDocument.name(ofFile: path) == name)
  }

  /// A sample keeps its value; lines are samples of one type.
  @Test func samples() throws {
    let one = try #require(Documents.describe(Documents.source([UInt8](#"{"a": 1}"#.utf8))).description)
    #expect(one.schemas.map(\.isSample) == [true] && one.schemas[0].schema.examples.count == 1)
    let (lines, report) = Documents.describe(Documents.source([UInt8]("{\"a\": 1}\n\n{\"a\": \n[2]\n".utf8)))
    #expect(lines == nil && report.hasErrors)
    let (some, found) = Documents.describe(Documents.source([UInt8]("{\"a\": 1}\n{\"a\": 2}\n{\"a\": \n{}\n".utf8)))
    #expect(some?.schemas.first?.schema.examples.map(\.name) == ["line 1", "line 2"])
    #expect(found.diagnostics.map(\.id) == [.invalidJSON, .ignoredText])
  }

  /// What was meant to be a document of a format is called broken, and becomes no type.
  @Test(
    arguments: [
      (#"{"info": {"title": "T", "version": "1"}, "paths": {}}"#, "OpenAPI"),
      (#"{"info": {"title": "T"}, "servers": []}"#, "OpenAPI"), (#"{"paths": {"users": {"get": {}}}}"#, "OpenAPI"),
      (#"{"components": {"schemas": {"A": {}}}}"#, "OpenAPI"), (#"{"asyncapi": "2.0"}"#, "AsyncAPI"),
      (#"{"log": {"creator": {}}}"#, "entries"), (#"{"name": "C", "requests": [], "order": []}"#, "version 1"),
      (#"{"info": {"_postman_id": "1"}, "items": []}"#, "no 'item'"), ("{}", "empty object"), ("[]", "empty array"),
    ]
  )
  func refused(text: String, reason: String) throws {
    let (description, report) = Documents.describe(Documents.source([UInt8](text.utf8)))
    if text.contains("_postman_id") {
      #expect(report.diagnostics.contains { $0.message.contains(reason) })
      return
    }
    #expect(description == nil)
    let diagnostic = try #require(report.diagnostics.first)
    #expect(diagnostic.id == .unknownFormat && diagnostic.notes[0].message.contains(reason))
  }
}
