import SchemaDescription
import SchemaDocument
import SchemaSource
import Testing

@testable import SchemaFrontends

/// What published pages become.
@Suite struct PublishedPageTests {
  @Test func examplesAndNoSchema() throws {
    let (description, report) = Documents.describe(try Documents.spec("wenwen"))
    let api = try #require(description)
    #expect(
      DescriptionText.text(api) == """
        server https://api.wenwen-ai.com
        scheme bearer bearer
        POST /v1/chat/completions '语音回复'
          security bearer
          body!
            application/json 1 examples
          response code(200)
            application/json 1 examples
        """
    )
    let operation = api.operations[0]
    #expect(operation.description?.hasPrefix("支持文本输入") == true)
    #expect(operation.responses[0].description == "成功")
    let message = operation.responses[0].contents[0].examples[0].value["choices"]?.elements?[0]["message"]
    #expect(message?["content"]?.isNull == true && message?["audio"]?["transcript"] != nil)
    #expect(!report.diagnostics.contains { $0.severity > .note })
  }

  @Test func proseAndValues() throws {
    let (description, report) = Documents.describe(try Documents.spec("uniapi"))
    let api = try #require(description)
    #expect(
      DescriptionText.text(api) == """
        server https://api.uniapi.io
        scheme bearer bearer
        POST /v1/chat/completions ''
          security bearer
          body!
            application/json 1 examples
          response code(200)
            application/json 1 examples
        """
    )
    let request = try #require(api.operations[0].requestBody?.contents[0].examples[0].value)
    #expect(request["seed"]?.number == "-9223372036854776000")
    #expect(request.members?.count == 31)
    let response = api.operations[0].responses[0].contents[0].examples[0].value
    #expect(response["usage"]?["prompt_tokens_details"]?["cached_tokens"]?.number == "0")
    #expect(!report.diagnostics.contains { $0.severity > .note })
    #expect(report.diagnostics.contains { $0.id == .ignoredText })
  }

  @Test func flattenedFields() throws {
    let (description, report) = Documents.describe(try Documents.spec("api-docs"))
    let api = try #require(description)
    #expect(
      DescriptionText.text(api) == """
        POST /v1/chat/completions '聊天接口(图片分析)'
          body!
            application/json 1 examples
              object
                model! string
                messages! array[object]
                  role! string
                  content! string
                temperature integer
                top_p integer
                max_tokens number
                stream boolean
                n number
                presence_penalty integer
                frequency_penalty integer
                logit_bias null~
                user string
          response code(200)
            application/json 1 examples
              object
                id! string
                object! string
                created! integer
                model! string
                choices! array[object]
                  index integer
                  message object
                  logprobs null~
                  finish_reason string
                usage! object
                  prompt_tokens! integer
                  completion_tokens! integer
                  total_tokens! integer
                  completion_tokens_details! object
                system_fingerprint! string
        """
    )
    let properties = try #require(api.operations[0].requestBody?.contents[0].schema?.properties)
    #expect(properties[0].schema.description == "模型名称")
    #expect(properties[2].schema.description?.hasPrefix("温度\n使用什么采样温度") == true)
    #expect(!report.diagnostics.contains { $0.severity > .note })
  }

  @Test func modelTables() throws {
    let (description, report) = Documents.describe(try Documents.spec("chat-completion-models"))
    let api = try #require(description)
    let names = ["ResponseFormat", "ChatCompletionRequest", "ToolCall", "Tool", "MessageContent", "Message"]
    #expect(api.schemas.map(\.name) == names)
    #expect(api.title == "ChatCompletionRequest")
    let request = DescriptionText.lines(api.schemas[1].schema, indent: "").dropFirst().joined(separator: "\n")
    #expect(
      request == """
          model! string
          messages! array[~]
          temperature number
          top_p number
          n integer
          stream boolean
          stream_options object
            include_usage boolean
          stop ~
          max_tokens integer
          max_completion_tokens integer
          presence_penalty number
          frequency_penalty number
          logit_bias object
          user string
          tools array[~]
          tool_choice ~
          response_format ~
          seed integer
          reasoning_effort string
          modalities array[string]
          audio object
            voice string
            format string
        """
    )
    #expect(api.schemas.allSatisfy { $0.schema.examples.count == 1 })
    #expect(api.schemas[1].schema.examples[0].value.members?.count == 21)
    #expect(report.diagnostics.isEmpty)
  }

  @Test func rawJSON() throws {
    let (description, report) = Documents.describe(try Documents.spec("gpt-4o-audio"))
    let api = try #require(description)
    #expect(
      DescriptionText.text(api) == """
        scheme bearer bearer
        POST /v1/chat/completions 'GPT-4o-audio'
          security bearer
          body!
            application/json 1 examples
              object
                model! string
                modalities array[string]
                audio object
                  voice! string
                  format! string
                messages! array[object]
                  role! string
                  content! string
          response code(200)
            application/json 0 examples
              object{}
        """
    )
    let example = try #require(api.operations[0].requestBody?.contents[0].examples[0].value)
    #expect(example["messages"]?.elements?[0]["content"]?.string == "Is a golden retriever a good family dog?")
    #expect(report.diagnostics.map(\.id) == [.ignoredText, .ignoredText])
  }
}
