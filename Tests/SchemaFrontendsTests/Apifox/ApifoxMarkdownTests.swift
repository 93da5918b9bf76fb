import SchemaDescription
import SchemaSource
import Testing

@testable import SchemaFrontends

/// What an endpoint with raw JSON becomes.
@Suite struct ApifoxMarkdownTests {
  @Test func englishAndPretty() {
    let text = """
      # Upload
      POST https://h/v1/files/{id}
      Description
      Uploads a file.
      Overview
      | Method | POST |
      |---|---|
      | Path | /v1/files/{id} |
      Parameters
      {
        "path": [{"name": "id", "required": false, "type": "integer", "sampleValue": "7"}],
        "query": [{"name": "q", "required": true, "type": "", "schema": {"type": "string", "enum": ["a", "b"]}}],
        "header": [{"name": "authorization", "type": "string", "example": "Basic x"}, {"name": "X-A", "type": "string"}],
        "cookie": []
      }
      Request Body
      {"type": "multipart/form-data", "parameters": [
        {"name": "file", "type": "file", "required": true, "enable": false},
        {"name": "n", "type": "integer", "sampleValue": "3", "description": "count"}], "jsonSchema": {}}
      Responses
      [{"id": 1, "code": 200, "name": "OK", "contentType": "json", "jsonSchema": {"$ref": "#/definitions/17"}},
       {"id": 2, "code": 200, "name": "again", "contentType": "json", "jsonSchema": {}},
       {"id": 3, "code": "204", "contentType": "none"}, {"id": 4, "code": 500, "contentType": "html", "jsonSchema": {}}]
      """
    #expect(
      Documents.text(text) == """
        server https://h
        scheme basic basic
        POST /v1/files/{id} 'Upload'
          security basic
          path id! integer
          query q! string("a","b")
          header X-A string
          body!
            multipart/form-data 0 examples
              object
                file! file
                n integer e.g. 3
          response code(200)
            application/json 0 examples
              ->#/definitions/17
          response code(204)
          response code(500)
            text/html 0 examples
        """
    )
    let description = Documents.describe(Documents.source([UInt8](text.utf8))).description
    #expect(description?.operations[0].description == "Uploads a file.")
    #expect(description?.operations[0].responses.map(\.description) == ["OK\n\nagain", nil, nil])
  }

  /// Definitions within one schema are found there.
  @Test func localDefinitions() {
    let text = """
      T
      POST /x
      请求体
      {"type": "application/json", "jsonSchema": {"$ref": "#/$defs/A", "$defs": {"A": {"type": "object",
      "properties": {"b": {"$ref": "#/$defs/A"}}}}}}
      """
    let api = Documents.describe(Documents.source([UInt8](text.utf8))).description
    #expect(api?.schemas.count == 1)
    #expect(api?.schemas[0].schema.properties[0].schema.reference?.key == api?.schemas[0].key)
  }

  /// Of broken parts there is an error, and the others are there.
  @Test func brokenPart() {
    let text =
      "T\nPOST /x\n参数\n{\"query\": oops}\n请求体\n{\"type\": \"application/json\", \"examples\": [{\"value\": \"{\"}]}"
    let (description, report) = Documents.describe(Documents.source([UInt8](text.utf8)))
    #expect(description?.operations[0].requestBody != nil)
    #expect(report.diagnostics.map(\.id) == [.invalidJSON, .unreadableExample])
  }

  /// Wrong types are reported where they stand.
  @Test(arguments: ["{\"header\": 1}", "{\"query\": [1, {\"name\": \"\"}]}", "{\"body\": [1]}"])
  func wrongTypes(parameters: String) {
    let text = "T\nPOST /x\n参数\n\(parameters)\n响应\n[1, {\"code\": true}, {\"code\": 99999}]"
    let (description, report) = Documents.describe(Documents.source([UInt8](text.utf8)))
    #expect(description?.operations[0].parameters.isEmpty == true)
    #expect(description?.operations[0].responses.isEmpty == true)
    #expect(report.diagnostics.count >= 4)
  }
}
