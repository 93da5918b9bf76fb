import SchemaDescription
import SchemaSource
import Testing

@testable import SchemaFrontends

/// What a project in Apifox's own form says.
@Suite struct ApifoxProjectTests {
  /// A relay of language models as its authors export it: one method and path under several folders.
  static let relay = #"""
    {"apifoxProject": "1.0.0", "info": {"name": "中转 API", "description": "说明"},
     "apiCollection": [{"name": "根目录", "auth": {"type": "bearer", "bearer": {"token": "{{key}}"}}, "items": [
      {"name": "聊天(Chat)", "id": 1, "auth": {}, "items": [
       {"name": "ChatGpt/音频", "items": [
        {"name": "GPT-4o-audio", "api": {"id": "258427485", "method": "post", "path": "/v1/chat/completions", "status": "released",
         "parameters": {"header": [{"name": "Content-Type", "type": "string"}, {"name": ""}]},
         "requestBody": {"type": "application/json", "jsonSchema": {"$ref": "#/definitions/11", "type": ["object", "null"],
           "properties": {"stale": {"type": "string"}}, "required": ["stale"]},
          "examples": [{"value": "{\"model\": \"a\"}", "description": "one"}]},
         "responses": [{"id": 7, "code": 200, "name": "成功", "contentType": "json", "jsonSchema": {"$ref": "12"}},
          {"id": 8, "code": 200, "name": "流", "contentType": "eventStream", "itemSchema": {"$ref": "#/$defs/Chunk",
           "$defs": {"Chunk": {"type": "object", "properties": {"delta": {"type": "string"}}}}}, "jsonSchema": {}},
          {"id": 9, "code": 200, "name": "需要验证", "contentType": "json", "jsonSchema": {"type": "object", "properties": {"ticket": {"type": "string"}}}}],
         "responseExamples": [{"responseId": 7, "name": "例", "data": "{\"id\": 1}"},
          {"responseId": "8", "data": "data: {\"delta\": \"x\"}\n\ndata: [DONE]\n"}, {"responseId": 9, "data": "{\"ticket\": \"t\"}"}]}}]},
       {"name": "图片", "auth": {"type": "noauth"}, "items": [
        {"name": "看图", "api": {"id": 5, "method": "post", "path": "v1/chat/completions", "type": "http", "auth": {"type": "apikey", "apikey": {"in": "query", "key": "k", "value": ""}},
         "requestBody": {"type": "multipart/form-data", "parameters": [{"name": "image", "type": "file", "required": true}, {"name": "n", "type": "integer", "example": "2"}]}, "responses": []}}]}]},
      {"name": "旧", "api": {"id": 6, "method": "GET", "path": "{{BASE_URL}}/old/:id?page=1", "status": "deprecated", "tags": ["t"], "operationId": "old",
       "commonParameters": {"query": [{"name": "lang"}, {"name": "gone"}], "header": [{"name": "Authorization"}]},
       "parameters": {"path": [{"name": "id", "type": "string"}], "query": []}, "auth": {"type": "noauth"}, "responses": []}},
      {"name": "绝对", "api": {"id": 10, "method": "get", "path": "https://files.example.com/a", "responses": []}},
      {"name": "空", "api": {"id": 2, "method": "get", "path": "", "responses": []}},
      {"name": "推送", "api": {"id": 3, "method": "get", "path": "/ws", "type": "websocket"}}]}],
     "schemaCollection": [{"name": "根目录", "items": [
       {"name": "ChatRequest", "displayName": "请求", "id": "#/definitions/11", "schema": {"jsonSchema": {"type": "object", "properties": {"model": {"type": "string"}}}}},
       {"name": "A", "items": [{"name": "Reply", "id": "#/definitions/12", "schema": {"jsonSchema": {"type": "object", "properties": {"id": {"type": "integer"}}}}}]},
       {"name": "B", "items": [{"name": "Reply", "id": 13, "schema": {"jsonSchema": {"type": "object", "properties": {"a": {"$ref": "#/definitions/ChatRequest"}}}}}]}]}],
     "commonParameters": {"parameters": {"query": [{"name": "lang", "type": "string", "defaultValue": "zh"}], "header": []}},
     "environments": [{"name": "正式", "baseUrls": {"default": "https://a.example.com/"}, "variables": [{"name": "BASE_URL", "value": "https://b.example.com"}]},
      {"name": "测试", "baseUrl": "https://c.example.com"}, {"name": "空", "baseUrl": ""}],
     "docCollection": [{"name": "根目录", "items": [{"name": "入门", "content": "x"}]}],
     "webSocketCollection": [{"name": "根目录", "items": [{"name": "实时", "api": {}}]}]}
    """#

  @Test func relay() throws {
    let (found, report) = Documents.describe(Documents.source(Array(Self.relay.utf8)))
    let description = try #require(found)
    #expect(
      DescriptionText.text(description) == """
        server https://a.example.com
        server https://c.example.com
        scheme bearer bearer
        scheme k apiKey(name: "k", location: SchemaDescription.ParameterLocation.query)
        POST /v1/chat/completions 'GPT-4o-audio'
          security bearer
          body!
            application/json 1 examples
              ->#/definitions/11
          response code(200)
            application/json 2 examples
              
            text/event-stream 1 examples
              ->@989#/$defs/Chunk
        POST /v1/chat/completions '看图'
          security k
          body!
            multipart/form-data 0 examples
              object
                image! file
                n integer e.g. 2
        GET /old/{id} '旧'
          security 
          path id! string
          query lang string
          query page string
        GET /a '绝对'
          security bearer
        model #/definitions/11
          object
            model string
        model #/definitions/12
          object
            id integer
        model #/definitions/13
          object
            a ->#/definitions/11
        model @989#/$defs/Chunk
          object
            delta string
        """
    )
    let operations = description.operations
    #expect(operations.map(\.stableKey) == ["apifox:258427485", "apifox:5", "apifox:6", "apifox:10"])
    #expect(operations.map(\.folders) == [["聊天(Chat)", "ChatGpt/音频"], ["聊天(Chat)", "图片"], [], []])
    #expect(operations.map(\.tags) == [["聊天(Chat)/ChatGpt/音频"], ["聊天(Chat)/图片"], ["t"], []])
    #expect(operations.map(\.isDeprecated) == [false, false, true, false])
    #expect(
      operations.map { $0.servers.map(\.url) } == [[], [], ["https://b.example.com"], ["https://files.example.com"]]
    )
    #expect(operations[2].id == "old")
    #expect(description.schemas.map(\.name) == ["ChatRequest", "A Reply", "B Reply", nil])
    #expect(description.schemas[0].schema.title == "请求")
    #expect(operations[0].requestBody?.contents[0].schema?.isNullable == true)
    let alternatives = operations[0].responses[0].contents[0].schema?.oneOf
    #expect(alternatives?.map(\.title) == [nil, "需要验证"])
    #expect(operations[0].responses[0].description == "成功\n\n流\n\n需要验证")
    let notes = report.diagnostics.filter { $0.severity == .note }.map(\.message)
    #expect(
      notes == [
        "the header Content-Type follows from the bodies",
        "what stands beside this reference is a copy of its target and left out",
        "the project does not describe its shared parameter 'gone', which is left out",
        "the project does not describe its shared parameter 'Authorization', which is left out",
        "the endpoint '推送' is left out: its type is websocket, and HTTP is generated alone",
        "pages of prose are left out: 入门", "WebSocket endpoints are left out: 实时",
      ]
    )
    #expect(
      report.diagnostics.filter { $0.severity > .note }.map(\.message) == [
        "a path must begin with a slash", "the endpoint '空' is left out: it has no path",
      ]
    )
  }

  /// The parts of a project that endpoints name by id.
  @Test func namedParts() throws {
    let text = #"""
      {"$schema": {"app": "apidog", "type": "project"}, "info": {"name": "P"},
       "apiCollection": [{"name": "Root", "auth": {"type": "securityscheme"}, "securityScheme": {"schemeGroups": [{"schemeIds": [1, 3, 99]}]}, "items": [
        {"name": "Files", "serverId": "files", "items": [
         {"name": "Up", "api": {"id": 1, "method": "put", "path": "/up", "moduleId": 8, "parameters": [],
          "commonParameters": {"body": [{"name": "token"}]},
          "requestBody": {"type": "application/x-www-form-urlencoded", "parameters": [{"name": "a", "type": "string"}]},
          "responses": [], "responseChildren": ["BLANK.5", "COMPONENT.6"]}}]},
        {"name": "Plain", "api": {"id": 2, "method": "get", "path": "/plain", "securityScheme": {"schemeGroups": [{"schemeIds": [2]}]},
          "responses": [{"id": 5, "code": 204, "contentType": "none", "headers": [{"name": "X-Left", "type": "integer"}]}]}}]}],
       "responseCollection": [{"name": "根目录", "children": [], "items": [{"name": "Errors", "items": [
         {"id": 6, "name": "Missing", "code": 404, "contentType": "json", "jsonSchema": {"type": "string"}}]}]}],
       "securitySchemeCollection": [{"name": "根目录", "items": [
         {"id": 1, "name": "token", "authType": "bearer", "oasAuthType": "http", "authConfigs": {"type": "http", "scheme": "bearer"}},
         {"name": "more", "items": [{"id": 2, "name": "密钥", "authType": "apikey", "authConfigs": {"type": "apiKey", "in": "header", "name": "X-Key"}},
          {"id": 3, "name": "o", "authConfigs": {"type": "oauth2"}}]}]}],
       "commonParameters": {"body": [{"name": "token", "type": "string", "required": true}]},
       "moduleSettings": [{"id": 8}],
       "environments": [{"name": "E", "baseUrls": {"default": "https://a.example.com", "files": "https://f.example.com"}}]}
      """#
    let (found, report) = Documents.describe(Documents.source(Array(text.utf8)))
    let description = try #require(found)
    #expect(
      DescriptionText.text(description) == """
        server https://a.example.com
        scheme token bearer
        scheme 密钥 apiKey(name: "X-Key", location: SchemaDescription.ParameterLocation.header)
        scheme o oauth2
        PUT /up 'Up'
          security token o
          body!
            application/x-www-form-urlencoded 0 examples
              object
                a string
                token! string
          response code(404)
            application/json 0 examples
              string
        GET /plain 'Plain'
          security 密钥
          response code(204)
        """
    )
    #expect(description.operations[0].servers.map(\.url) == ["https://f.example.com"])
    #expect(description.operations[1].responses[0].headers.map(\.name) == ["X-Left"])
    #expect(description.security == ["token", "o"])
    #expect(report.diagnostics.map(\.message) == ["the project has no security scheme of this id"])
  }

  /// A schema of a project that is not expanded: its properties are those of others, changed.
  @Test func spreads() throws {
    let text = #"""
      {"apifoxProject": "1.0.0", "apiCollection": [], "schemaCollection": [{"name": "Root", "items": [
       {"name": "Base", "id": "#/definitions/1", "schema": {"jsonSchema": {"type": "object", "required": ["id", "kind"],
        "properties": {"id": {"type": "string"}, "kind": {"type": "string"}, "note": {"type": "string"}}, "x-apifox-orders": ["kind", "id"]}}},
       {"name": "Middle", "id": "#/definitions/2", "schema": {"jsonSchema": {"type": "object", "properties": {},
        "x-apifox-refs": {"01A": {"$ref": "#/definitions/1", "x-apifox-overrides": {"note": null, "id": {"type": "integer"}}, "required": ["id"]}},
        "x-apifox-orders": ["01A"]}}},
       {"name": "Top", "id": "#/definitions/3", "schema": {"jsonSchema": {"type": "object", "properties": {"first": {"type": "boolean"}, "last": {"type": "boolean"}},
        "required": ["last"], "x-apifox-refs": {"01B": {"$ref": "#/definitions/2"}, "01C": {"properties": {"own": {"type": "null"}}}},
        "x-apifox-orders": ["first", "01B", "last", "01C"]}}},
       {"name": "Same", "id": "#/definitions/4", "schema": {"jsonSchema": {"type": "object", "properties": {}, "x-apifox-refs": {"01D": {"$ref": "#/definitions/3"}}}}}]}]}
      """#
    let (found, report) = Documents.describe(Documents.source(Array(text.utf8)))
    let schemas = try #require(found).schemas.map(\.schema)
    #expect(schemas[0].properties.map(\.key) == ["kind", "id", "note"])
    #expect(schemas[1].properties.map(\.key) == ["kind", "id"])
    #expect(schemas[1].properties.map(\.schema.types) == [[.string], [.integer]])
    #expect(schemas[1].required.map(\.name) == ["id"])
    #expect(schemas[2].properties.map(\.key) == ["first", "kind", "id", "last", "own"])
    #expect(schemas[2].required.map(\.name) == ["last", "id"])
    #expect(schemas[3].allOf.map(\.reference?.key.text) == ["#/definitions/3"])
    #expect(report.diagnostics.isEmpty)
  }

  /// The variables of modules stand for servers, below those of environments; secrets do not.
  @Test func moduleVariables() throws {
    let project = { (environments: String) in
      #"""
      {"apifoxProject": "1.0.0", "info": {"name": "M"}, "environments": \#(environments),
       "apiCollection": [{"name": "根目录", "moduleId": 7, "items": [
        {"name": "A", "api": {"id": 1, "method": "get", "path": "{{host}}/a", "moduleId": 7, "responses": []}},
        {"name": "B", "api": {"id": 2, "method": "get", "path": "{{other}}/b", "moduleId": "8", "responses": []}},
        {"name": "C", "api": {"id": 3, "method": "get", "path": "{{token}}/c?api_key=sk-123456", "moduleId": 7, "responses": [],
         "commonResponseStatus": {"5": true}}}]}],
       "globalVariables": [{"id": "1", "variables": [{"name": "host", "value": "https://global.example.com"},
        {"name": "top", "value": "example.com"}]}],
       "moduleSettings": [{"id": "7", "name": "默认模块", "openApiInfo": {"version": "2.1.0"}, "moduleVariables": [
        {"name": "host", "value": "https://{{top}}/seven/", "initialValue": ""},
        {"name": "token", "value": "https://secret.example.com", "securityType": "secret"}]}],
       "moduleVariables": [{"id": "8", "variables": [{"name": "other", "value": "", "initialValue": "https://eight.example.com"}]}]}
      """#
    }
    let servers = { (environments: String) throws -> [[String]] in
      let (found, _) = Documents.describe(Documents.source(Array(project(environments).utf8)))
      return try #require(found).operations.map { $0.servers.map(\.url) }
    }
    #expect(try servers("[]") == [["https://example.com/seven"], ["https://eight.example.com"], []])
    let own = #"[{"name": "E", "variables": [{"name": "host", "value": "https://e.example.com"}]}]"#
    #expect(try servers(own) == [["https://e.example.com"], ["https://eight.example.com"], []])
    let (found, report) = Documents.describe(Documents.source(Array(project("[]").utf8)))
    #expect(found?.version == "2.1.0")
    #expect(found?.operations[2].parameters.map(\.examples.count) == [0])
    #expect(report.diagnostics.contains { $0.message.contains("chooses among the project's responses") })
  }
}
