import SchemaDescription
import SchemaSource
import Testing

@testable import SchemaFrontends

/// Documentation with headings and tables.
@Suite struct DocumentationTests {
  /// What a page says, as lines for comparison.
  private func text(_ page: String) throws -> String { DescriptionText.text(try Documents.page(page).api) }

  @Test func showDoc() throws {
    #expect(
      try text(OwnDocumentation.showdoc) == """
        server https://api.relay.example
        scheme bearer bearer
        POST /v1/embeddings '文本向量化接口，兼容 OpenAI 格式'
          security bearer
          header X-Trace-Id string
          body!
            application/json 1 examples
              object
                model! string
                input! array[string]
                encoding_format string
                dimensions integer
          response code(200)
            application/json 1 examples
              object
                object string
                data array[object]
                  index integer
                  embedding array[number]
                usage object
                  prompt_tokens integer
        """
    )
  }

  @Test func wiki() throws {
    let (api, report, _) = try Documents.page(OwnDocumentation.wiki)
    #expect(
      DescriptionText.text(api) == """
        server https://relay.example
        scheme bearer bearer
        POST /v1/images/generations 'Create image'
          security bearer
          body!
            application/json 1 examples
              object
                prompt! string
                n integer=1
                size string="1024x1024"
                style object
                  name string
                  weights array[number]
          response code(200)
            application/json 1 examples
              object
                created integer
                data array[object]
                  url string|null
        DELETE /v1/images/{id} 'Delete image'
          path id! string
          response code(200)
            application/json 1 examples
        """
    )
    #expect(api.operations[0].description == "Creates an image given a prompt.")
    let prompt = api.operations[0].requestBody?.contents[0].schema?.properties[0].schema
    #expect(prompt?.description == "A text description. Up to 1000 characters.")
    // The table of errors is no table of fields.
    #expect(report.diagnostics.allSatisfy { $0.id == .ignoredText })
  }

  @Test func yuque() throws {
    #expect(
      try text(OwnDocumentation.yuque) == """
        server https://api.relay.example
        POST /v1/video/generations '视频生成'
          body!
            application/json 0 examples
              object
                model! string
                prompt! string
                duration integer
                cfg_scale number
                camera_control object
                  type string
                  config object
                    horizontal number
                images array[string]
          response code(200)
            application/json 1 examples
        """
    )
  }

  @Test func notion() throws {
    let api = try Documents.page(OwnDocumentation.notion).api
    #expect(
      DescriptionText.text(api) == """
        server https://relay.example
        scheme bearer bearer
        POST /v1/audio/transcriptions 'Create transcription'
          security bearer
          body!
            multipart/form-data 0 examples
              object
                file! file
                model! string
                language string
                temperature number
          response code(200)
            application/json 1 examples
        """
    )
    let example = api.operations[0].responses[0].contents[0].examples[0].value
    #expect(example.jsonText() == #"{"text":"Imagine the wildest idea that you've ever had","duration":8.47}"#)
  }

  @Test func boldCaptions() throws {
    #expect(
      try text(OwnDocumentation.taskPage) == """
        server https://relay.example
        GET /mj/task/{task_id}/fetch 'Query task'
          path task_id! string
          response code(200)
            application/json 1 examples
              object
                status string
          response code(404)
            application/json 1 examples
        """
    )
  }

  @Test func lists() throws {
    #expect(
      try text(OwnDocumentation.lists) == """
        POST /v1/chat/completions 'Chat Completions'
          body!
            application/json 0 examples
              object
                model! string
                messages! array[object]
                  role string
                  content string
                temperature number=1
          response code(200)
            application/json 1 examples
        """
    )
  }

  @Test func swaggerUI() throws {
    let api = try Documents.page(OwnDocumentation.swaggerUI).api
    #expect(
      DescriptionText.text(api) == """
        POST /v1/chat/completions 'Create chat completion'
          header X-Org string="main"
          body!
            application/json 1 examples
          response code(200)
            application/json 1 examples
          response code(422)
            application/json 1 examples
        GET /v1/models/{model} 'Get model'
          path model! string
          query limit integer=20
          response code(200)
        """
    )
    #expect(api.operations[0].parameters[0].description == "The organisation")
  }

  @Test func postman() throws {
    #expect(
      try text(OwnDocumentation.postman) == """
        server https://relay.example
        POST /v1/audio/speech 'Create speech'
          body!
            application/json 1 examples
          response code(200)
            application/json 1 examples
        """
    )
  }

  @Test func printed() throws {
    #expect(
      try text(OwnDocumentation.printed) == """
        GET /v1/dashboard/balance '查询余额'
          query user_id! string
          query currency string
          response code(200)
            application/json 1 examples
        POST /v1/dashboard/redeem '兑换'
          body!
            application/json 0 examples
              object
                key! string
          response code(200)
            application/json 1 examples
        """
    )
  }

  /// Tables in HTML, in which padding and marks say what lies within what.
  @Test func yapi() throws {
    guard HTMLText.isAvailable else { return print("skipped: built without libxml2") }
    #expect(
      try text(OwnDocumentation.yapi) == """
        POST /mj/submit/imagine '提交绘图任务'
          header X-Mode string
          body!
            application/json 0 examples
              object
                prompt! string
                base64Array array[string]
                accountFilter object
                  channelId string
                  remix! boolean=false
          response code(200)
            application/json 0 examples
              object
                code! number
                result string
        GET /mj/task/{id}/fetch '查询任务'
          path id! string
          query verbose string
          response code(200)
            application/json 1 examples
        """
    )
  }

  /// A merged cell counts in each row and column that it takes.
  @Test func mergedCells() throws {
    guard HTMLText.isAvailable else { return print("skipped: built without libxml2") }
    let page = """
      # T
      POST /x
      ## Body
      <table><tr><th>Group</th><th>Name</th><th>Type</th><th>Required</th><th colspan="2">Description</th></tr>
      <tr><td rowspan="2">G</td><td>a</td><td>string</td><td rowspan="2">yes</td><td colspan="2">first</td></tr>
      <tr><td>b</td><td>integer</td><td>second</td><td>more</td></tr>
      <tr><td></td><td>c</td><td>boolean</td><td>no</td><td>third</td><td></td></tr></table>
      """
    let (api, _, file) = try Documents.page(page)
    let schema = try #require(api.operations[0].requestBody?.contents[0].schema)
    #expect(DescriptionText.lines(schema, indent: "") == ["object", "  a! string", "  b! integer", "  c boolean"])
    #expect(schema.properties[1].schema.description == "second G more")
    // Places are those of the page.
    let place = file.location(of: schema.properties[1].keySpan.start)
    #expect((place.line, place.column) == (6, 9))
  }

  /// A table below a heading of its own is about the field of that name, else it is a model.
  @Test func tablesOfTheirOwn() throws {
    let page = """
      # T
      POST /x
      ## Request body
      | Field | Type | Required |
      |---|---|---|
      | messages | array | Yes |
      | owner | Person | No |
      ### The `messages` array
      | Field | Type | Required |
      |---|---|---|
      | role | string | Yes |
      ### Person
      | Field | Type | Required |
      |---|---|---|
      | name | string | Yes |
      ## Response
      | Field | Type |
      |---|---|
      | ok | boolean |
      """
    #expect(
      try text(page) == """
        POST /x 'T'
          body!
            application/json 0 examples
              object
                messages! array[object]
                  role! string
                owner ->Person
          response code(200)
            application/json 0 examples
              object
                ok boolean
        model Person
          object
            name! string
        """
    )
  }

  /// How pages write a method and an address.
  @Test(arguments: [
    "POST /v1/x", "`POST /v1/x`", "**POST** `/v1/x`", "- POST /v1/x", "Endpoint: POST /v1/x",
    "**Endpoint:** `POST /v1/x`", "### POST /v1/x",
    "POST\n/v1/x", "请求方式：POST\n\n请求地址：/v1/x", "**URL** : `/v1/x`\n\n**Method** : `POST`",
    "##### 请求URL\n- ` /v1/x `\n##### 请求方式\n- post",
    "| 请求方式 | POST |\n| 请求路径 | /v1/x |", "HTTP method: POST\nPath: /v1/x", "```http\nPOST /v1/x\n```",
  ])
  func heads(head: String) throws {
    let page = "# Title\n\n\(head)\n\n## Parameters\n\n| Name | Type |\n|---|---|\n| a | string |\n"
    #expect(
      try text(page) == "POST /v1/x 'Title'\n  body!\n    application/json 0 examples\n      object\n        a string"
    )
  }

  /// What looks like documentation and is none, or is in another form.
  @Test(arguments: [
    "# T\n\n| Name | Type |\n|---|---|\n| a | string |",
    "POST is a method.\n\n| Name | Type |\n|---|---|\n| a | string |",
    "T\nPOST\n/x\nBody 参数application/json\na\nstring\n| 字段 | 类型 |", "GET /x\n\nNothing more.",
  ])
  func otherForms(page: String) {
    #expect(!DocumentationReader.recognizes(PageText(Documents.source([UInt8](page.utf8)))))
  }

  /// A page that ends within its last row or value says so.
  @Test func cuts() throws {
    let page = "# T\nGET /x\n## Response\n| Field | Type | Description |\n|---|---|---|\n| a | string | b |\n| c | str"
    let (api, report, _) = try Documents.page(page)
    #expect(DescriptionText.text(api).hasSuffix("object\n        a string"))
    #expect(report.diagnostics.map(\.id) == [.truncatedDocument])
  }

  /// YAML without indentation is refused with advice, where it stands.
  @Test func strippedYAML() {
    let document = "openapi: 3.0.1\ninfo:\ntitle: T\nversion: 1.0.0\npaths:\n/a:\nget:\nsummary: A\n"
    for (page, offset) in [("# T\n\n```yaml\n\(document)```\n", 34), (document, 21)] {
      var report = Report()
      #expect(Frontends.describe(Documents.source([UInt8](page.utf8)), report: &report) == nil)
      #expect(report.diagnostics.map(\.id) == [.invalidYAML])
      #expect(report.diagnostics.first?.span?.start == offset)
      #expect(report.diagnostics.first?.notes.isEmpty == false)
    }
    var report = Report()
    let indented = "openapi: 3.0.1\ninfo:\n  title: T\n  version: 1.0.0\npaths: {}\n"
    #expect(Frontends.describe(Documents.source([UInt8](indented.utf8)), report: &report) != nil)
  }
}
