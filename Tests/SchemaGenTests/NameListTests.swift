import SchemaEmit
import SchemaGen
import SchemaSource
import Testing

/// The names of operations as a block for the configuration.
@Suite struct NameListTests {
  /// Operations with titles in Chinese, with and without a tool's key, and one that its document names.
  private static let document = """
    {"openapi": "3.0.3", "info": {"title": "t", "version": "1"}, "paths": {
    "/v1/images": {"post": {"summary": "创建\\n图片", "x-run-in-apifox": "https://a/web/apis/api-12-run", "responses": {}},
      "get": {"summary": "图片列表 # \\"x\\"", "responses": {}}},
    "/v1/chat": {"post": {"operationId": "chat", "summary": "聊天", "responses": {}}},
    "/v1/files": {"get": {"summary": "List files", "responses": {}}}}}
    """

  /// What a run with a configuration makes of the document.
  private static func run(_ configuration: String = "", api: String = "api") -> GenerationResult {
    var options = Generator.Options(module: "M")
    options.listsNames = true
    var report = Report()
    var sources = SourceMap()
    let file = sources.add(path: "schemagen.yaml", bytes: Array(configuration.utf8))
    let settings = configuration.isEmpty ? Configuration() : Configuration(reading: file, report: &report)
    let generator = Generator(configuration: settings, options: options, templates: TemplateSet())
    let input = InputDocument(api: api, path: "a.json", bytes: Array(document.utf8))
    return generator.generate([input], sources: sources, report: report)
  }

  @Test func block() {
    let result = Self.run()
    let text = NameList.yaml(of: result.names, isWhole: false)
    #expect(
      text.split(separator: "\n").dropFirst(2).joined(separator: "\n") == """
        apis:
          api:
            naming:
              operations:
                names:
                  # 创建 图片, POST /v1/images
                  "apifox:12": postImages
                  # 图片列表 # "x", GET /v1/images
                  "GET /v1/images": getImages
        """
    )
    let whole = NameList.yaml(of: result.names, isWhole: true)
    #expect(whole.contains("\"POST /v1/chat\": chat\n") && whole.contains("\"GET /v1/files\": listFiles\n"))
  }

  @Test("pasting the block changes nothing, changing a name changes that name", arguments: ["api", "no", "聊天 API"])
  func pasted(_ api: String) {
    let result = Self.run(api: api)
    let text = NameList.yaml(of: result.names, isWhole: true)
    let pasted = Self.run(text, api: api)
    #expect(pasted.files == result.files)
    #expect(pasted.report.diagnostics == result.report.diagnostics)
    let changed = Self.run(text.replacing(": postImages", with: ": createImage"), api: api)
    #expect(changed.names.flatMap(\.names).map(\.method).contains("createImage"))
    #expect(changed.report.diagnostics == result.report.diagnostics)
  }

  @Test func `methods beside an operation's follow it`() {
    let operation = EmittedName(
      method: "getImages",
      key: "GET /images",
      label: "GET /images",
      isUnnamed: true,
      siblings: [("stream", "streamImages"), ("pages", "getImagesPages")]
    )
    let text = NameList.yaml(of: [("api", [operation])], isWhole: false)
    #expect(
      text.hasSuffix(
        """
                  "GET /images": getImages
                  "GET /images.stream": streamImages
                  "GET /images.pages": getImagesPages

        """
      )
    )
  }

  @Test func `an operation that nothing tells from others is a comment`() {
    let names = [EmittedName(method: "postA", key: nil, label: "同名, POST /a", isUnnamed: true)]
    let text = NameList.yaml(of: [("api", names)], isWhole: false)
    #expect(text.contains("          # postA: give it an operationId"))
    #expect(NameList.yaml(of: [("api", [])], isWhole: true).isEmpty)
  }
}
