import SchemaDescription
import SchemaDocument
import SchemaSource
import Testing

@testable import SchemaFrontends

/// What share pages say in ordinary ways.
@Suite struct SharePageTests {
  /// The base URL, wherever it comes from, does not repeat what the path has.
  @Test(
    arguments: [
      ("/v1/x", "BASE_URL: https://h/v1", "https://h", "/v1/x"), ("/x", "BASE_URL: https://h/v1", "https://h/v1", "/x"),
      ("/v1/x", "BASE_URL：https://h/api/v1/", "https://h/api", "/v1/x"),
      ("/v1/x", "Base URL: https://h", "https://h", "/v1/x"), ("https://h/v1/x", "", "https://h", "/v1/x"),
      ("{{BASE_URL}}/v1/x", "curl --request POST 'https://h/p/v1/x'", "https://h/p", "/v1/x"),
      ("/t/{id}", "curl 'https://h/p/t/17'", "https://h/p", "/t/{id}"), ("/v1/x", "curl '/v1/x'", nil, "/v1/x"),
      ("/v1/x", "curl 'https://h/other'", nil, "/v1/x"),
    ] as [(String, String, String?, String)]
  )
  func servers(place: String, line: String, server: String?, path: String) throws {
    let text = "T\nGET\n\(place)\n\(line)\n返回响应\n🟢200成功\n"
    let api = try #require(Documents.describe(Documents.source([UInt8](text.utf8))).description)
    #expect(api.servers.map(\.url) == (server.map { [$0] } ?? []))
    #expect(api.operations.map(\.path) == [path])
  }

  @Test func parameters() {
    let text = """
      任务查询
      已发布
      GET
      /mj/task/{id}/fetch?lang=en
      Path 参数
      id
      string
      任务ID
      必需
      示例值:
      1320098173412546
      Query 参数
      page
      integer <int64>
      可选
      示例值:
      2
      Header 参数
      mj-api-secret
      string
      可选
      Cookie 参数
      sid
      string
      必需
      返回响应
      """
    #expect(
      Documents.text(text) == """
        GET /mj/task/{id}/fetch '任务查询'
          path id! string
          query page integer<int64>
          header mj-api-secret string
          cookie sid! string
          query lang string
        """
    )
  }

  /// A path's parameter that the page does not list is one all the same.
  @Test func unlistedPathParameter() {
    #expect(
      Documents.text("T\nGET\n/a/:id/{{name}}\n返回响应\n") == """
        GET /a/{id}/{name} 'T'
          path id! string
          path name! string
        """
    )
  }

  /// The spellings of statuses.
  @Test(
    arguments: [
      ("🟢200成功", ResponseStatus.code(200), "成功"), ("🟢 200 OK", .code(200), "OK"), ("🟠 401 没有权限", .code(401), "没有权限"),
      ("🟢200OK", .code(200), "OK"), ("成功(200)", .code(200), "成功"), ("OK(200)", .code(200), "OK"),
      ("Not Found(404)", .code(404), "Not Found"), ("HTTP 状态码: 200", .code(200), nil),
      ("HTTP Code: 201", .code(201), nil),
      ("🔴500服务器错误", .code(500), "服务器错误"), ("🟢2XX成功", .range(2), "成功"), ("200", .code(200), nil),
      ("🟢default默认", .default, "默认"),
    ] as [(String, ResponseStatus, String?)]
  )
  func statuses(line: String, status: ResponseStatus, name: String?) throws {
    let text = "T\nGET\n/x\n返回响应\n\(line)\napplication/json\nBody\na\nstring\n必需\n"
    let api = try #require(Documents.describe(Documents.source([UInt8](text.utf8))).description)
    #expect(api.operations[0].responses.map(\.status) == [status])
    #expect(api.operations[0].responses.map(\.description) == [name])
    #expect(api.operations[0].responses[0].contents[0].schema?.properties.map(\.key) == ["a"])
  }

  /// A row of statuses is a row of tabs: what follows belongs to the success among them.
  @Test func tabs() {
    let text = """
      T
      GET
      /x
      Responses
      🟠400错误
      🟢200成功
      application/json
      Body
      object {1}
      a
      array[string] | null
      required
      Example
      {"a": ["b"]}
      🔴500
      text/plain
      Example 1
      broken
      """
    #expect(
      Documents.text(text) == """
        GET /x 'T'
          response code(400)
          response code(200)
            application/json 1 examples
              object
                a! array|null[string]
          response code(500)
            text/plain 1 examples
        """
    )
  }

  @Test func streamedExample() throws {
    let text = """
      T
      POST
      /x
      返回响应
      🟢200成功
      application/json
      示例
      data: {"id": 1}
      data: {"id": 2}
      data: [DONE]
      """
    let api = try #require(Documents.describe(Documents.source([UInt8](text.utf8))).description)
    let content = api.operations[0].responses[0].contents[0]
    #expect(content.mediaType == "text/event-stream")
    #expect(content.examples.map { $0.value.jsonText() } == [#"{"id":1}"#, #"{"id":2}"#])
  }

  @Test func unreadableExample() throws {
    let text = "T\nPOST\n/x\n返回响应\n🟢200成功\napplication/json\n示例\n{\"a\": oops}\n修改于 2025"
    let (description, report) = Documents.describe(Documents.source([UInt8](text.utf8)))
    #expect(description?.operations[0].responses[0].contents[0].examples.isEmpty == true)
    #expect(report.diagnostics.map(\.id) == [.unreadableExample])
  }

  /// Several examples keep their names; equal ones are one.
  @Test func namedExamples() throws {
    let text = """
      T
      POST
      /x
      Body 参数application/json
      示例1
      普通
      {
        "a": 1
      }
      示例2
      {
        "a": 1.0
      }
      示例3
      {
        "a": 2
      }
      """
    let api = try #require(Documents.describe(Documents.source([UInt8](text.utf8))).description)
    let examples = try #require(api.operations[0].requestBody?.contents[0].examples)
    #expect(examples.map(\.name) == ["普通", "示例3"])
  }

  /// Nesting by counts, with and without an example.
  @Test(arguments: ["", "\n示例\n{\n\"a\": {\"b\": {\"c\": 1}, \"d\": 1}, \"e\": 1\n}"])
  func nestingByCounts(example: String) {
    let text =
      "T\nPOST\n/x\nBody 参数application/json\na\nobject {2}\nb\nobject {1}\nc\nstring\nd\nstring\ne\nstring" + example
    let lines = Documents.text(text).split(separator: "\n").dropFirst(4)
    #expect(
      lines.map { String($0.dropFirst(6)) } == [
        "  a object", "    b object", "      c string", "    d string", "  e string",
      ]
    )
  }

  /// Where the count is missing the example proves what lies within; without proof nothing does.
  @Test func nestingByExample() {
    let fields = "T\nPOST\n/x\nBody 参数application/json\nusage\nobject\ntotal\ninteger\nid\nstring\n"
    let proven = Documents.text(fields + "示例\n{\n\"usage\": {\"total\": 1},\n\"id\": \"x\"\n}")
    #expect(proven.contains("        usage object\n          total integer\n        id string"))
    let unproven = Documents.text(fields)
    #expect(unproven.contains("        usage object\n        total integer\n        id string"))
  }

  /// The same key on both levels goes to the level that explains what follows.
  @Test func nestingOfEqualKeys() {
    let text = """
      T
      POST
      /x
      Body 参数application/json
      owner
      object
      id
      string
      name
      string
      id
      string
      示例
      {
        "owner": {"id": "a", "name": "b"},
        "id": "c"
      }
      """
    #expect(
      Documents.text(text).contains("owner object\n          id string\n          name string\n        id string")
    )
  }

  @Test func emptyAndRootTypes() {
    #expect(Documents.text("T\nPOST\n/x\nBody 参数application/json\nobject {0}").contains("object{}"))
    let array = Documents.text("T\nPOST\n/x\nBody 参数application/json\narray [object {1}]\nid\nstring\n必需")
    #expect(array.contains("array[object]\n        id! string"))
  }

  /// Lost types are marked, stated ones are not.
  @Test func types() throws {
    let fields =
      "a\nany\nb\nnull\nc\nstring | null\nd\noneOf\ne\nenum<integer>\nf\narray[array[string]]\ng\nstring <date-time>"
    let text = Documents.text("T\nPOST\n/x\nBody 参数application/json\n" + fields)
    let lines = text.split(separator: "\n").dropFirst(4).map { String($0.drop { $0 == " " }) }
    #expect(
      lines == [
        "a ~", "b null~", "c string|null", "d ~", "e integer", "f array[array[string]]", "g string<date-time>",
      ]
    )
  }

  /// A page of several endpoints, and a mention of another one.
  @Test func severalEndpoints() {
    let text = """
      First
      GET
      /a
      请参考
      POST
      /elsewhere
      返回响应
      🟢200成功
      下一页
      Second
      Second
      POST
      /b
      Body 参数application/json
      x
      string
      """
    let lines = Documents.text(text).split(separator: "\n").filter { $0.hasPrefix("GET") || $0.hasPrefix("POST") }
    #expect(lines.last == "POST /b 'Second'")
  }

  /// What is not understood within a list of fields is noted.
  @Test func ignoredText() throws {
    let text = "T\nPOST\n/x\nHeader 参数\n??\n!!\nBody 参数application/json\na\nstring\n"
    let (_, report) = Documents.describe(Documents.source([UInt8](text.utf8)))
    #expect(report.diagnostics.map(\.id) == [.ignoredText])
    #expect(report.diagnostics[0].message.contains("2 lines"))
  }
}
