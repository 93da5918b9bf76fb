import SchemaDescription
import SchemaDocument
import SchemaSource
import Testing

@testable import SchemaFrontends

/// Pages of the corpus.
@Suite struct CorpusPageTests {
  /// The lines of a page's description; nil where the corpus is absent.
  private func read(_ path: String) throws -> (api: APIDescription, report: Report)? {
    guard let file = Documents.corpus(path) else { return nil }
    let (description, report) = Documents.describe(file)
    return (try #require(description), report)
  }

  @Test func examplesFirst() throws {
    guard let (api, _) = try read("share-text/cn-aigcapi-whisper-examples-first.txt") else { return }
    #expect(
      DescriptionText.text(api) == """
        server https://aigcapi.top
        scheme bearer bearer
        POST /v1/audio/transcriptions '语音转文本(STT)whisper-1'
          security bearer
          body!
            multipart/form-data 0 examples
              object
                file! file
                model! string e.g. "whisper-1"
                response_format string e.g. "verbose_json"
                temperature number e.g. 0
                language string
          response code(200)
            application/json 1 examples
        """
    )
    let model = api.operations[0].requestBody?.contents[0].schema?.properties[1].schema
    #expect(model?.description == "whisper-1当前可用。")
  }

  @Test func english() throws {
    guard let (api, _) = try read("share-text/en-llm-api.net-gpt-image-2.txt") else { return }
    #expect(
      DescriptionText.text(api) == """
        server https://llm-api.net
        scheme bearer bearer
        POST /v1/images/generations '创建 gpt-image-2'
          security bearer
          body!
            application/json 1 examples
              object
                modal! string
                prompt! string
                size string
                format string
                quality string
                n! integer
          response code(200)
            application/json 1 examples
              object
                id! string
                object! string
                created! integer
                choices! array[object]
                  index integer
                  message object
                  finish_reason string
                usage! object
                  prompt_tokens! integer
                  completion_tokens! integer
                  total_tokens! integer
        """
    )
    let properties = try #require(api.operations[0].requestBody?.contents[0].schema?.properties)
    #expect(properties[3].schema.description == "图片格式\n可选：png 、 jpeg 、 webp")
    #expect(api.operations[0].requestBody?.contents[0].examples[0].value["size"]?.string == "1024x1024")
  }

  @Test func gluedLines() throws {
    guard let (api, _) = try read("share-text/glued-cn-4sapi-tts.txt") else { return }
    #expect(
      DescriptionText.text(api) == """
        server https://4sapi.com
        scheme Authorization apiKey(name: "Authorization", location: SchemaDescription.ParameterLocation.header)
        POST /v1/audio/speech '文本转语音 / TTS'
          security Authorization
          body!
            application/json 1 examples
              object
                model! string
                input! string
                voice! string
                response_format string
                encoding_format string
          response code(200)
            application/json 1 examples
              object
        """
    )
    let properties = try #require(api.operations[0].requestBody?.contents[0].schema?.properties)
    #expect(properties[0].schema.description == "可用的 TTS 模型之一:tts-1 或 tts-1-hd")
    #expect(properties[3].schema.description == "默认为 mp3 音频的格式。支持的格式有:mp3、opus、aac 和 flac。")
  }

  @Test func valuesWithoutNames() throws {
    guard let (api, report) = try read("share-text/noschema-cursorai-chat.txt") else { return }
    #expect(
      DescriptionText.text(api) == """
        scheme bearer bearer
        POST /v1/chat/completions ''
          security bearer
          body!
            application/json 1 examples
          response code(200)
            application/json 1 examples
        """
    )
    #expect(api.operations[0].responses[0].contents[0].examples[0].value["usage"]?["total_tokens"]?.number == "21")
    #expect(report.diagnostics.isEmpty)
  }

  @Test func oldLayout() throws {
    guard let (api, _) = try read("share-text/old-cn-api-get7-mj-imagine.txt") else { return }
    #expect(
      DescriptionText.text(api) == """
        scheme bearer bearer
        POST /mj/submit/imagine '提交Imagine任务(文生图、文图生图)'
          security bearer
          body!
            application/json 1 examples
              object
                base64Array array[string]
                notifyHook string
                prompt string e.g. "Cat"
                state string
          response code(200)
            application/json 0 examples
              object
                code! integer<int32> e.g. 1
                description string e.g. "提交成功"
                properties object
                result string e.g. "1320098173412546"
          response code(201)
          response code(401)
          response code(403)
          response code(404)
        """
    )
  }

  @Test func truncatedModels() throws {
    guard let (api, report) = try read("share-text/vitepress-airoutix-ChatCompletionResponse.TRUNCATED.txt") else {
      return
    }
    #expect(api.schemas.map(\.name) == ["ChatCompletionResponse", "ToolCall", "MessageContent"])
    let choices = try #require(api.schemas[0].schema.properties.first { $0.key == "choices" })
    #expect(choices.schema.items?.value.properties.map(\.key) == ["index", "message", "finish_reason"])
    #expect(choices.schema.items?.value.properties[1].schema.isTypeLost == true)
    #expect(api.schemas[2].schema.properties.last?.schema.properties.map(\.key) == ["filename", "file_data"])
    #expect(report.diagnostics.map(\.id) == [.truncatedDocument])
  }

  /// The Markdown page and the raw JSON of one endpoint say the same.
  @Test func differentialPair() throws {
    guard let (markdown, _) = try read("apifox/gpt-4o-audio.apifox-md.md") else { return }
    let (description, _) = Documents.describe(try Documents.spec("gpt-4o-audio"))
    let raw = try #require(description)
    /// The operation's lines without the parts in which the two exports differ.
    func body(_ api: APIDescription) throws -> [String] {
      DescriptionText.lines(try #require(api.operations.first)).filter {
        !$0.contains("body") && !$0.contains("security")
      }
    }
    #expect(try body(markdown) == body(raw))
  }

  @Test(arguments: [
    ("cloudreve-events-stream-413501323e0.md", 1, 0), ("cloudreve-schema-fileactivitiesresponse-170781519d0.md", 0, 1),
    ("kie-claude-haiku-4.5.apidog.md", 1, 0), ("kie-gpt-5.5-responses.apidog.md", 1, 0),
    ("cloudreve-get-thumbnail-url-306622263e0.md", 1, 0), ("v2ex.openapi.yaml", 4, 0),
    ("sora2-default-module.openapi31.json", 1, 0),
  ])
  func documentsWithOpenAPI(name: String, operations: Int, schemas: Int) throws {
    guard let (api, _) = try read("apifox/" + name) else { return }
    #expect(api.operations.count >= operations)
    #expect(api.schemas.count >= schemas)
  }
}
