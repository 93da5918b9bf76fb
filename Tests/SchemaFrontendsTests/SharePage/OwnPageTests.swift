import SchemaDescription
import SchemaSource
import Testing

@testable import SchemaFrontends

/// Whole pages in layouts that the corpus does not have.
@Suite struct OwnPageTests {
  @Test func chinese() throws {
    let (api, report, _) = try Documents.page(OwnPages.chinese)
    #expect(
      DescriptionText.text(api) == """
        server https://api.example.cn
        POST /api/v2/users/{tenant_id} '创建用户'
          path tenant_id! string
          query dry_run boolean=false
          query fields array[string]
          header X-Request-Id string<uuid>
          body!
            application/json 3 examples
              object
                name! string
                profile! object
                  gender string("male","female","unknown")
                  birthday string<date>
                  address object
                    city! string
                    zip string|null
                tags array[object]
                  key! string
                  value! string
                age integer<int32>=18
          response code(201)
            application/json 1 examples
              object
                id! string
                created_at! string<date-time>
          response code(409)
            application/json 1 examples
              object
                code! integer
                message! string
          response code(500)
            text/plain 0 examples
        """
    )
    let content = try #require(api.operations[0].requestBody?.contents[0])
    #expect(content.examples.map(\.name) == ["普通用户", "最少", nil])
    let properties = try #require(content.schema?.properties)
    #expect(properties[0].schema.constraints.map(\.keyword) == ["maxLength"])
    #expect(properties[3].schema.constraints.map(\.keyword) == ["minimum", "maximum"])
    #expect(properties[3].schema.description == nil)
    #expect(report.diagnostics.allSatisfy { $0.severity == .note })
  }

  @Test func englishGlued() throws {
    let api = try Documents.page(OwnPages.englishGlued).api
    #expect(
      DescriptionText.text(api) == """
        server https://api.shop.example
        scheme bearer bearer
        GET /v1/orders 'List orders'
          security bearer
          query limit integer=20
          query status string("pending","paid","shipped")
          query cursor string
          response code(200)
            application/json 2 examples
              object
                data! array[object]
                  id! string
                  total! number
                  items array[object]
                    sku! string
                    quantity! integer
                next_cursor string|null
          response code(401)
            application/json 0 examples
              object
                error! object
                  code! string
                  message! string
        """
    )
  }

  @Test func chineseOld() throws {
    let (api, report, _) = try Documents.page(OwnPages.chineseOld)
    #expect(
      DescriptionText.text(api) == """
        server https://h.example
        scheme bearer bearer
        POST /v1/video/generations '提交视频任务'
          security bearer
          body!
            multipart/form-data 0 examples
              object
                model string("kling-v1","kling-v1-6")="kling-v1" e.g. "kling-v1"
                image! file e.g. "file://a.png"
                duration integer e.g. 5
                cfg_scale number
          response code(200)
            application/json 1 examples
              object
                code! integer
                data! object
                  task_id! string
                  task_status string("submitted","processing","succeed","failed")
                  videos array[object]
                    url! string
                    duration string
          response code(400)
            application/json 1 examples
              object
                code integer
                message string
        """
    )
    #expect(report.diagnostics.allSatisfy { $0.id == .ignoredText })
  }

  @Test func englishOld() throws {
    let api = try Documents.page(OwnPages.englishOld).api
    #expect(
      DescriptionText.text(api) == """
        server https://relay.example
        scheme bearer bearer
        GET /mj/task/{id}/fetch 'Get a task'
          security bearer
          path id! string
          response code(200)
            application/json 1 examples
              object
                action! string("IMAGINE","UPSCALE","VARIATION")
                finishTime integer<int64>
                progress string e.g. "100%"
                buttons array[object]
                  customId! string
                  label! string
                  type! integer
                properties object
          response code(404)
        """
    )
  }

  @Test func severalBodies() throws {
    let api = try Documents.page(OwnPages.severalBodies).api
    let lines = DescriptionText.lines(api.operations[0])
    #expect(
      lines.prefix(8) == [
        "POST /v1/files 'Upload file'", "  security bearer", "  body!", "    multipart/form-data 0 examples",
        "      object", #"        purpose! string("assistants","batch","fine-tune")"#, "        file! file",
        "    application/json 0 examples",
      ]
    )
    let content = api.operations[0].responses[0].contents[0]
    #expect(content.examples.map(\.name) == ["200 - Success", "200 - Empty"])
    #expect(lines.contains("          owner! object") && lines.contains("            name! string|null"))
  }

  @Test func namedModels() throws {
    let api = try Documents.page(OwnPages.named).api
    #expect(api.servers.map(\.url) == ["https://api.x.cn"])
    let body = try #require(api.operations[0].requestBody?.contents[0].schema)
    #expect(
      DescriptionText.lines(body, indent: "") == [
        "object", #"  model! string("gpt-4o","gpt-4o-mini")"#, "  messages! array[object]",
        #"    role! string("system","user","assistant")"#, "    content! string", "  tools array[object]",
        #"    type! string="function""#, "    function! object", "      name! string", "      description string",
        "      parameters object", "  stop array|string|null[string]", "  n integer=1", "  logit_bias object",
        "  user string",
      ]
    )
    let role = try #require(body.properties[1].schema.items?.value.properties[0].schema)
    #expect(role.enumeration.map(\.description) == ["系统", "用户", "助手"])
    guard case .schema(let values)? = body.properties[5].schema.additionalProperties else {
      Issue.record("a map has a type of values")
      return
    }
    #expect(values.value.types == [.integer])
    #expect(api.operations[0].responses[0].contents[0].examples.count == 2)
  }

  @Test func gluedAndEscaped() throws {
    let (api, report, _) = try Documents.page(OwnPages.gluedAndEscaped)
    #expect(api.title == "图片编辑 / Edit")
    #expect(api.operations[0].description == "编辑一张图片。支持 <mask>。")
    let body = try #require(api.operations[0].requestBody?.contents[0])
    #expect(body.mediaType == "multipart/form-data")
    #expect(body.schema?.properties.prefix(3).map(\.key) == ["image", "prompt", "size"])
    // Nothing tells where one value ends and the next one begins.
    #expect(body.schema?.properties[2].schema.enumeration.isEmpty == true)
    #expect(report.diagnostics.contains { $0.message.contains("nothing parts these values") })
    let response = api.operations[0].responses[0].contents[0]
    #expect(response.examples.map { $0.value["data"]?.elements?.count } == [1])
    #expect(api.operations[0].parameters.isEmpty)
  }

  @Test func arrays() throws {
    let (api, report, _) = try Documents.page(OwnPages.arrays)
    #expect(
      DescriptionText.text(api) == """
        GET /v1/tags '列出标签'
          response code(200)
            application/json 1 examples
              array[object]
                id! integer<int64>
                name! string
                children array[object]
                  id! integer
                  name! string
          response code(401)
            application/json 0 examples
              object{}
        """
    )
    #expect(report.diagnostics.isEmpty)
  }

  /// A page that ends with the beginning of a field says so; one that ends with a word of a description does not.
  @Test(
    arguments: [
      ("a\nstring\n必需\nmetad", true), ("a\nstring\n必需\nb\nstri", true), ("a\nstring\n必需\n说明。\nmeta", true),
      ("a\nstring\n必需\n支持\nmp3", false), ("a\nstring\n标题", false), ("a\nstring\n必需\n示例值:\nx", false),
    ] as [(String, Bool)]
  )
  func cutField(fields: String, isCut: Bool) throws {
    let (api, report, _) = try Documents.page("T\nPOST\n/x\nBody 参数application/json\n" + fields)
    #expect(api.operations[0].requestBody?.contents[0].schema?.properties.map(\.key) == ["a"])
    #expect(report.diagnostics.map(\.id) == (isCut ? [.truncatedDocument] : []))
  }

  /// Glued values are parted where one of them is known.
  @Test(
    arguments: [
      ("smalllarge\n默认值:small", ["small", "large"]), ("one\n示例值:one", ["one"]), ("smalllarge", []),
      ("256x256512x5121024x1024\n示例值:1024x1024", ["256x256512x512", "1024x1024"]),
    ] as [(String, [String])]
  )
  func gluedValues(text: String, values: [String]) throws {
    let api = try Documents.page("T\nPOST\n/x\nBody 参数application/json\na\nenum<string>\n可选\n枚举值:\(text)\n").api
    let schema = try #require(api.operations[0].requestBody?.contents[0].schema?.properties[0].schema)
    #expect(schema.enumeration.map { $0.value.string } == values)
  }

  /// Lines that bound values, and lines that only look like it.
  @Test(
    arguments: [
      (">= 1", "integer", ["minimum"]), ("<= 64 字符", "string", ["maxLength"]),
      (">= 1<= 100", "number", ["minimum", "maximum"]),
      ("> 0", "number", ["exclusiveMinimum"]), ("≤ 5", "array[string]", ["maxItems"]), ("> 0", "string", []),
      (">= 1 个人", "integer", []), ("<b>", "string", []), ("<= 1.5", "string", []),
    ] as [(String, String, [String])]
  )
  func bounds(line: String, type: String, keywords: [String]) throws {
    let api = try Documents.page("T\nPOST\n/x\nBody 参数application/json\na\n\(type)\n可选\n\(line)\n").api
    let schema = try #require(api.operations[0].requestBody?.contents[0].schema?.properties[0].schema)
    #expect(schema.constraints.map(\.keyword) == keywords)
  }
}
