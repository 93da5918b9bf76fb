import SchemaDescription
import SchemaDocument
import SchemaSource
import Testing

@testable import SchemaFrontends

/// What flattening does to share pages.
@Suite struct SharePageQuirkTests {
  /// The lines of a page's first operation below its head, without indentation.
  private func lines(_ sections: String) throws -> [String] {
    let text = "Title\nPOST\n/v1/x\n" + sections
    let (description, _) = Documents.describe(Documents.source([UInt8](text.utf8)))
    let api = try #require(description)
    return DescriptionText.lines(api.operations[0]).dropFirst().map { String($0.drop { $0 == " " }) }
  }

  /// The schema of a page's body.
  private func body(_ fields: String) throws -> RawSchema {
    let text = "Title\nPOST\n/v1/x\n请求参数\nBody 参数application/json\n" + fields
    let api = try #require(Documents.describe(Documents.source([UInt8](text.utf8))).description)
    return try #require(api.operations[0].requestBody?.contents[0].schema)
  }

  // 1: glued fields, a path glued to the next label, glued values
  @Test func gluedFields() throws {
    let schema = try body("statusstring 必需request_idstring 必需编号 ninteger 可选\ntagsarray [object {1}] 可选标签\nidstring\n可选")
    #expect(schema.properties.map(\.key) == ["status", "request_id", "n", "tags"])
    #expect(schema.required.map(\.name) == ["status", "request_id"])
    #expect(schema.properties[1].schema.description == "编号")
    #expect(schema.properties[3].schema.items?.value.properties.map(\.key) == ["id"])
  }

  @Test func gluedPath() throws {
    let text = "T\nPOST\n/a/b请求参数\nPath 参数\nid\nstring\n必需"
    #expect(Documents.text(text) == "POST /a/b 'T'\n  path id! string")
    let english = "T\nPOST\n/a/bRequest\nQuery Params\nid\nstring\nrequired"
    #expect(Documents.text(english) == "POST /a/b 'T'\n  query id! string")
  }

  @Test func gluedNameBehindProse() throws {
    let schema = try body(
      "modelstring 必需可用:tts-1-hdinputstring 必需文本\n示例\n{\"model\": \"tts-1\", \"input\": \"x\"}"
    )
    #expect(schema.properties.map(\.key) == ["model", "input"])
    #expect(schema.properties[0].schema.description == "可用:tts-1-hd")
  }

  @Test func ordinaryWordsAreNoFields() throws {
    let schema = try body("a\nstring\n可选\nsubstring of the text\nsubstring\n一个array可选的\nb\ninteger\n可选")
    #expect(schema.properties.map(\.key) == ["a", "b"])
  }

  @Test func enumerationValues() throws {
    let schema = try body(
      """
      size
      enum<string>
      大小
      可选
      枚举值:
      small
      large
      默认值:
      small
      format
      string
      可选
      枚举值:png、jpeg
      示例值:png
      level
      integer
      可选
      枚举值:
      1
      2
      """
    )
    let summaries = schema.properties.map { DescriptionText.summary($0.schema) }
    #expect(summaries == [#"string("small","large")="small""#, #"string("png","jpeg") e.g. "png""#, "integer(1,2)"])
  }

  // 2: the body's caption
  @Test(arguments: [
    "Body 参数application/json", "Body 参数 application/json", "Body 参数application/json必填", "Body 参数 application/json 必填",
    "Body Paramsapplication/json", "Body Params application/json Required", "Body 参数application/json生成代码",
    "## Body 参数application/json", "Body 参数(application/json)",
  ])
  func bodyCaption(caption: String) throws {
    #expect(try lines("\(caption)\na\nstring\n必需").contains("application/json 0 examples"))
  }

  @Test func otherMediaTypes() throws {
    #expect(try lines("Body 参数application/x-www-form-urlencoded\na\nstring\n可选\n").contains("a string"))
    let lines = try lines("Body 参数multipart/form-data\nimage\nfile\n必需\nn\ninteger\n可选\n示例值:\n2")
    #expect(lines == ["body!", "multipart/form-data 0 examples", "object", "image! file", "n integer e.g. 2"])
  }

  // 3: no marker
  @Test func titlesWithoutMarkers() throws {
    let schema = try body("prompt\nstring\n提示词\n示例值:\nCat\nstate\nstring\n自定义参数")
    #expect(schema.required.isEmpty)
    #expect(schema.properties.map(\.schema.description) == ["提示词", "自定义参数"])
  }

  // 4: inline code on lines of its own
  @Test func inlineCode() throws {
    let schema = try body("f\nstring\n可选\n支持的格式有\nflac\n、mp3\n、\nwav\n。\n默认为\nmp3\n示例值:\nmp3\ng\nstring\n可选")
    #expect(schema.properties[0].schema.description == "支持的格式有flac、mp3、wav。\n默认为mp3")
    #expect(schema.properties.map(\.key) == ["f", "g"])
  }

  // 5: examples before the parameters
  @Test func examplesFirst() throws {
    let lines = try lines(
      """
      请求示例请求示例
      Shell
      JavaScript
      curl --location --request POST 'https://h/v1/x' --data-raw '{"a": {"b": 1}}'
      响应示例响应示例
      {
        "ok": true
      }
      请求参数
      Body 参数application/json
      a
      object
      必需
      b
      integer
      可选
      """
    )
    #expect(
      lines == [
        "body!", "application/json 1 examples", "object", "a! object", "b integer", "response code(200)",
        "application/json 1 examples",
      ]
    )
  }

  // 6: split tokens
  @Test func splitTypes() throws {
    let schema = try body(
      "a\narray\n[string]\n可选\nb\ninteger\n<int32>\n必需\nc\narray\n[object {1}]\nd\nstring\n| null\n可选"
    )
    let summaries = schema.properties.map { DescriptionText.summary($0.schema) }
    #expect(summaries == ["array[string]", "integer<int32>", "array[object]"])
    #expect(schema.properties[2].schema.items?.value.properties[0].schema.types == [.string, .null])
  }

  // 7: names and types are gone
  @Test func valuesAlone() throws {
    let text = """
      Authorization: Bearer ****
      设置为
      { "type": "json_object" }
      启用
      。{
      "model": "m"
      }
      curl --location --request POST 'https://h/v1/chat' \\
      --data-raw '{
      "model": "m"
      }'
      结束。{"id": "x", "choices": []}
      """
    let (description, _) = Documents.describe(Documents.source([UInt8](text.utf8)))
    let operation = try #require(description?.operations.first)
    #expect(operation.path == "/v1/chat" && operation.security == ["bearer"])
    #expect(operation.requestBody?.contents[0].examples.map { $0.value.jsonText() } == [#"{"model":"m"}"#])
    #expect(description?.servers.map(\.url) == ["https://h"])
  }

  // 8: entities
  @Test func entities() throws {
    let schema = try body("a\nstring\nIt&#x27;s &lt;b&gt; &amp;amp; &unknown;\n可选\n默认值:\n&quot;x&quot;")
    #expect(schema.properties[0].schema.description == "It's <b> &amp; &unknown;")
    #expect(schema.properties[0].schema.defaultValue?.string == "x")
  }

  // 9: truncation
  @Test func cutInExample() throws {
    let text = "T\nPOST\n/v1/x\nBody 参数application/json\na\nstring\n必需\nb\nstring\n必需\n示例\n{\n\"a\": \"x"
    let (description, report) = Documents.describe(Documents.source([UInt8](text.utf8)))
    let body = try #require(description?.operations.first?.requestBody?.contents.first)
    #expect(body.schema?.properties.map(\.key) == ["a", "b"])
    // A cut example proves nothing of the keys that it lacks.
    #expect(body.examples.isEmpty)
    #expect(report.diagnostics.map(\.id) == [.truncatedDocument])
    #expect(report.diagnostics[0].span?.end == text.utf8.count)
  }

  @Test func cutWithoutFields() throws {
    let text = "T\nPOST\n/v1/x\nBody 参数application/json\n示例\n{\n\"a\": \"x\", \"b\": [1, {\"c\": "
    let (description, report) = Documents.describe(Documents.source([UInt8](text.utf8)))
    let body = try #require(description?.operations.first?.requestBody?.contents.first)
    #expect(body.examples.map { $0.value.jsonText() } == [#"{"a":"x","b":[1,{}]}"#])
    #expect(report.diagnostics.map(\.id) == [.truncatedDocument])
  }

  @Test func everyCutOfACommand() throws {
    let text =
      "T\nPOST\n/v1/x\n示例代码\ncurl &#x27;https://h/v1/x&#x27; --data-raw &#x27;{&quot;a&quot;: &quot;b&quot;}&#x27;"
    for count in 0..<text.utf8.count {
      let (_, report) = Documents.describe(Documents.source(Array(text.utf8.prefix(count))))
      #expect(report.diagnostics.allSatisfy { ($0.span?.end ?? 0) <= count })
    }
    #expect(try lines(String(text.dropFirst(13))).contains("application/json 1 examples"))
  }

  // 10: curl's idioms
  @Test func commands() throws {
    let lines = try lines(
      #"""
      请求示例代码
      curl --location --request POST '{{BASE_URL}}/v1/x' \
      --header 'Token;' \
      --header 'X-Version: 2' \
      --header 'Authorization: Basic abc' \
      --form 'file=@""' \
      --form 'text="it'\''s"'
      """#
    )
    #expect(
      lines == [
        "security basic", "header Token string", "header X-Version string", "body!", "multipart/form-data 0 examples",
        "object", "file file", #"text string e.g. "it's""#,
      ]
    )
  }
}
