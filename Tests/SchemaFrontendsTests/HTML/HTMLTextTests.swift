import SchemaDescription
import SchemaSource
import Testing

@testable import SchemaFrontends

/// Pages saved as HTML; without libxml2 they are refused with an error, and there is nothing to test.
@Suite struct HTMLTextTests {
  /// The text of a page and what it says; nil, with a line on the console, where there is no parser.
  private func read(_ html: String) throws -> (text: SourceFile, api: APIDescription?, report: Report)? {
    guard HTMLText.isAvailable else {
      print("skipped: built without libxml2")
      return nil
    }
    var report = Report()
    let text = try #require(Frontends.text(of: Documents.source([UInt8](html.utf8)), report: &report))
    return (text, Frontends.describe(text, report: &report), report)
  }

  /// The text of a page.
  private func lines(_ body: String) throws -> [String]? {
    try read("<!doctype html><html><body>\(body)</body></html>").map { page in
      page.text.text(0, page.text.bytes.count).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// A share page: each element of a row is a line of its own, inline code is a part of its sentence.
  static let sharePage = """
    <!DOCTYPE html>
    <!-- saved from url=(0020)https://host.example/ -->
    <html><head><title>T</title><script>var a = "<p>curl 'x'</p>"</script><style>p { }</style></head>
    <body><nav><a href="/">首页</a><a href="/b">文档</a></nav>
    <h1>语音合成</h1><div><span>POST</span><span>/v1/audio/speech</span></div>
    <p>支持 <code>mp3</code>、<code>wav</code>&nbsp;&amp; 其他。</p>
    <h2>请求参数</h2><div><span>Body 参数</span><span>application/json</span></div>
    <div><div><span>model</span><span>string&nbsp;</span><span>必需</span></div><div>模型</div></div>
    <div><div><span>voice</span><span>enum&lt;string&gt;</span><span>可选</span></div>
    <div><span>枚举值:</span><span>alloy</span><span>echo</span></div></div>
    <div>示例</div>
    <pre><code class="language-json">{
      <span>"model"</span>: "tts-1"
    }</code></pre>
    <h2>返回响应</h2><div><span>🟢</span><span>200</span><span>成功</span></div><div>application/json</div><div>Body</div>
    <div><span>id</span><span>string</span><span>必需</span></div><p>??</p><div>示例</div><pre>{"id": "a &lt; b"}</pre>
    </body></html>
    """

  @Test func sharePage() throws {
    guard let (_, api, report) = try read(Self.sharePage) else { return }
    #expect(
      api.map { DescriptionText.text($0) } == """
        POST /v1/audio/speech '语音合成'
          body!
            application/json 1 examples
              object
                model! string
                voice string("alloy","echo")
          response code(200)
            application/json 1 examples
              object
                id! string
        """
    )
    #expect(api?.operations[0].description == "支持 mp3、wav\u{A0}& 其他。")
    #expect(api?.operations[0].responses[0].contents[0].examples[0].value["id"]?.string == "a < b")
    #expect(report.diagnostics.allSatisfy { $0.severity == .note })
  }

  /// Places are those of the page in HTML.
  @Test func places() throws {
    guard let (text, api, _) = try read(Self.sharePage) else { return }
    let body = try #require(api?.operations[0].requestBody?.contents[0])
    let model = try #require(body.schema?.properties[0])
    let place = text.location(of: model.keySpan.start)
    #expect(place.line == 8 && place.column == 17)
    #expect(text.location(of: body.examples[0].value["model"]!.span.start).line == 13)
    // The line of an excerpt is that of the text.
    #expect(text.line(at: model.keySpan.start) == "model")
  }

  @Test func tables() throws {
    let html = """
      <h2>Chat <a class="header-anchor" href="#chat">\u{200B}</a></h2><table><thead><tr><th>字段</th><th>类型</th><th>必选</th>
      <th>描述</th></tr></thead><tbody><tr><td>model</td><td>string</td><td>是</td><td>模型 <code>a|b</code><br>或
      别的</td></tr><tr><td>n</td><td>integer</td><td>否</td><td></td></tr></tbody></table>
      <div class="language-json"><button class="copy"></button><span class="lang">json</span><pre><code><span>{</span>
      <span>"model"</span><span>: "x"}</span></code></pre>
      <div class="line-numbers-wrapper"><span>1</span><br><span>2</span></div></div>
      """
    guard let lines = try lines(html) else { return }
    #expect(
      lines == [
        "Chat \u{200B}", "| 字段 | 类型 | 必选 | 描述 |", "|---|---|---|---|", #"| model | string | 是 | 模型 a\|b 或 别的 |"#,
        "| n | integer | 否 |  |", "json", "```json", "{", #""model": "x"}"#, "```",
      ]
    )
    let api = try read("<html><body>\(html)</body></html>")?.api
    #expect(
      api.map { DescriptionText.text($0) }
        == "model Chat\n  object e.g. {\"model\":\"x\"}\n    model! string\n    n integer"
    )
    #expect(api?.schemas[0].schema.properties[0].schema.description == "模型 a|b 或 别的")
  }

  /// A table that holds code is layout: its cells are blocks.
  @Test func layoutTables() throws {
    let html = "<table><tr><td><pre>1\n2</pre></td><td><pre>{\n}</pre></td></tr></table>"
    guard let lines = try lines(html) else { return }
    #expect(lines == ["```", "1", "2", "```", "```", "{", "}", "```"])
  }

  /// Whatever is broken has a text all the same.
  @Test func brokenPages() throws {
    guard let lines = try lines("<div>a<p>b<b>c</div></p></i>d &unknown; &#xFFFFFF; <x-y>e</x-y><br/>f<p") else {
      return
    }
    #expect(lines.prefix(3) == ["a", "bc", "d &unknown; e"] || lines.count >= 3)
    #expect(lines.last?.contains("f") == true)
  }

  /// How pages in HTML begin.
  @Test(
    arguments: [
      ("<!DOCTYPE html><p>", true), ("\u{FEFF}\n<!doctype HTML>", true), ("<HTML lang='de'>", true),
      ("<!-- a --> <html>", true), ("<?xml version='1.0'?><html>", true), ("<body>", true), ("<htmlx>", false),
      ("<p>", false), ("# T\n<html>", false), ("<!-- a", false), ("", false), ("{\"a\": \"<html>\"}", false),
    ] as [(String, Bool)]
  )
  func recognizing(text: String, isHTML: Bool) {
    #expect(HTMLText.recognizes(Documents.source([UInt8](text.utf8))) == isHTML)
  }

  /// Hostile pages end, in reasonable memory, with a text or an error.
  @Test(
    arguments: [
      String(repeating: "<div>", count: 100_000), String(repeating: "<table><tr><td>", count: 20_000),
      String(repeating: "</p>", count: 100_000), String(repeating: "<a b='", count: 50_000),
      "<p>" + String(repeating: "&amp;", count: 100_000), "<!--" + String(repeating: "-", count: 500_000),
      "<pre>" + String(repeating: "\r\n\u{0B}", count: 100_000), "<script>" + String(repeating: "<", count: 500_000),
      "<!DOCTYPE html [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><p>&a;</p>",
    ]
  )
  func hostile(body: String) throws {
    guard HTMLText.isAvailable else { return }
    var report = Report()
    let text = Frontends.text(of: Documents.source([UInt8](("<html>" + body).utf8)), report: &report)
    let isTold = text != nil || report.hasErrors
    #expect(isTold)
    #expect(text.map { !$0.text(0, $0.bytes.count).contains("root:") } ?? true)
    if let text { _ = Frontends.describe(text, report: &report) }
  }

  /// A page that a script would fill says how to save it.
  @Test func emptyPage() {
    guard HTMLText.isAvailable else { return }
    var report = Report()
    let html = "<!doctype html><html><body><div id='app'></div><script>go()</script></body></html>"
    #expect(Frontends.text(of: Documents.source([UInt8](html.utf8)), report: &report) == nil)
    #expect(report.diagnostics.map(\.id) == [.unknownFormat])
  }
}
