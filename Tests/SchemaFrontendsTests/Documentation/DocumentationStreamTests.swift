import SchemaDescription
import SchemaSource
import Testing

@testable import SchemaFrontends

/// Streams of events on pages of documentation, beside what comes without streaming.
@Suite struct DocumentationStreamTests {
  /// What the request of each page has.
  private static let request = """
    # Chat

    `POST /v1/chat`

    ## Request body

    | Name | Type | Required | Description |
    | --- | --- | --- | --- |
    | prompt | string | yes | The prompt |
    | stream | boolean | no | Whether to stream |


    """

  /// A table of what comes back at once.
  private static let whole = """
    | Name | Type | Description |
    | --- | --- | --- |
    | code | integer | The code |
    | text | string | All of it |


    """

  /// A table of what comes back in each event.
  private static let chunk = """
    | 参数名 | 类型 | 说明 |
    | --- | --- | --- |
    | seq | int | 序号 |
    | delta | string | 增量文本 |
    | finish | string | 结束原因 |


    """

  /// An answer that comes at once.
  private static let json = """
    ```json
    {"code": 0, "text": "all"}
    ```


    """

  /// The lines of a stream.
  private static let events = """
    data: {"seq": 1, "delta": "a"}

    data: {"seq": 2, "delta": "b", "finish": "stop"}

    data: [DONE]


    """

  /// The same with all fields that an event may have.
  private static let namedEvents = """
    id: 1
    event: delta
    data: {"seq": 1, "delta": "a"}

    : still there
    id: 2
    event: end
    retry: 100
    data: {"seq": 2, "delta": "b", "finish": "stop"}


    """

  /// What comes back according to a page, as lines.
  private static func responses(_ page: String) throws -> String {
    let (api, report, _) = try Documents.page(request + page)
    #expect(api.operations.count == 1 && api.schemas.isEmpty)
    #expect(report.diagnostics.allSatisfy { $0.severity == .note })
    let lines = DescriptionText.text(api).split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0.hasPrefix("  response") })
    return lines[start...].joined(separator: "\n")
  }

  /// What pages with events alone say.
  private static let stream = """
    response code(200)
        text/event-stream 2 examples
          object
            seq integer
            delta string
            finish string
    """

  /// What pages with both say.
  private static let both = """
    response code(200)
        application/json 1 examples
          object
            code integer
            text string
        text/event-stream 2 examples
          object
            seq integer
            delta string
            finish string
    """

  /// Pages that show events alone.
  static let eventPages = [
    "## 返回参数\n\n\(chunk)## 返回示例\n\n```sse\n\(events)```\n",
    "## 返回示例\n\n```\n\(events)```\n\n## 返回参数说明\n\n\(chunk)",
    "## Response\n\n\(chunk)\(events)",
    "## Response\n\n\(chunk)```text\n\(namedEvents)```\n",
    "## 流式返回\n\n### 响应参数\n\n\(chunk)### 响应示例\n\n```text\n\(events)```\n",
  ]

  @Test(
    "events alone are of the type that the table beside them describes",
    arguments: DocumentationStreamTests.eventPages
  )
  func alone(_ page: String) throws { #expect(try Self.responses(page) == "  " + Self.stream) }

  /// Pages that show both.
  static let mixedPages = [
    "## 非流式响应\n\n\(whole)\(json)## 流式响应\n\n\(chunk)```\n\(events)```\n",
    "## 流式响应\n\n\(chunk)```\n\(events)```\n\n## 非流式响应\n\n\(whole)\(json)",
    "## 响应\n\n\(whole)\(json)\(chunk)```json\n\(events)```\n",
    "## 响应\n\n\(chunk)```\n\(events)```\n\n\(whole)\(json)",
    "## Response\n\n\(whole)\(json)## Response (stream=true)\n\n\(chunk)\(events)",
    "## Response\n\n\(whole)\(json)### Chunk object\n\n\(chunk)### Example\n\n\(events)",
    "## 返回\n\n### stream 为 false 时\n\n\(whole)\(json)### stream 为 true 时的返回\n\n"
      + "\(chunk)\(namedEvents)",
    "## Responses\n\n### Non-streaming response\n\n\(whole)\(json)### Streaming response\n\n"
      + "Each event is a chunk.\n\n\(chunk)\(events)",
  ]

  @Test(
    "an answer at once and events are told apart by headings, and without them by the names of the fields",
    arguments: DocumentationStreamTests.mixedPages
  )
  func both(_ page: String) throws { #expect(try Self.responses(page) == "  " + Self.both) }

  @Test("a table that names nothing of the events describes what comes at once") func tableOfAnother() throws {
    #expect(
      try Self.responses("## 返回\n\n\(Self.whole)### 流式返回\n\n```\n\(Self.events)```\n") == """
          response code(200)
            application/json 0 examples
              object
                code integer
                text string
            text/event-stream 2 examples
        """
    )
  }

  @Test("an example of each is enough") func examples() throws {
    let page = "## 返回示例\n\n**非流式**\n\n\(Self.json)**流式**\n\n```\n\(Self.events)```\n"
    let expected = """
        response code(200)
          application/json 1 examples
          text/event-stream 2 examples
      """
    #expect(try Self.responses(page) == expected)
    // Data on several lines are what people write for reading.
    let laidOut = "data: {\n  \"seq\": 1\n}\n\ndata: {\n  \"seq\": 2\n}\n\ndata: [DONE]\n"
    #expect(try Self.responses("## 返回示例\n\n\(Self.json)```\n\(laidOut)```\n") == expected)
  }

  @Test("a heading makes no stream of what is none") func heading() throws {
    #expect(
      try Self.responses("## 返回参数\n\n\(Self.whole)## 流式返回\n\n\(Self.json)") == """
          response code(200)
            application/json 1 examples
              object
                code integer
                text string
        """
    )
  }

  @Test("words for streams are seen as words, and beside those for a section")
  func captions() {
    let streams = ["流式返回", "流式", "返回响应（流式）", "Streaming", "SSE", "Server-sent events", "事件流", "响应（stream=true）"]
    for words in streams { #expect(StreamCaption(words[...])?.isStream == true, "\(words)") }
    for words in ["非流式返回", "Non-streaming response", "Response (stream=false)", "非流式"] {
      #expect(StreamCaption(words[...])?.isStream == false, "\(words)")
    }
    for words in ["流式对话接口", "Assessment", "Upstream", "Stream a video", "返回", "Events", ""] {
      #expect(StreamCaption(words[...]) == nil, "\(words)")
    }
    #expect(StreamCaption("流式请求示例")?.section == .requestExample)
    #expect(StreamCaption("Streaming response example")?.section == .responseExample)
  }
}
