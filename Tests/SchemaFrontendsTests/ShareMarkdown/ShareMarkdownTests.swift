import SchemaDescription
import SchemaSource
import Testing

@testable import SchemaFrontends

/// Markdown pages of share sites, and the index beside them.
@Suite struct ShareMarkdownTests {
  /// A page's document with one operation, indented as asked.
  private func document(_ path: String, indent: String = "", extra: String = "") -> String {
    """
    openapi: 3.0.1
    info: {title: '', version: 1.0.0}
    paths:
      \(path):
        get:
          summary: Title of \(path)
          description: |-
            Text.
            ```js
            openapi: no
            ```
          responses:
            '200': {description: ok}
    \(extra)
    """.split(separator: "\n", omittingEmptySubsequences: false).map { indent + $0 }.joined(separator: "\n")
  }

  /// What a text says under a name.
  private func read(_ text: String, path: String = "page.md") -> (api: APIDescription?, report: Report) {
    let file = SourceFile(id: FileID(0), path: path, bytes: [UInt8](text.utf8))
    let (description, report) = Documents.describe(file)
    return (description, report)
  }

  /// Fences within descriptions end nothing, whatever the marks and the indentation of the block.
  @Test(
    arguments: [
      ("", "```yaml", "```"), ("  ", "```yaml", "```"), ("", "~~~~yml", "~~~~"), ("", "````YAML title=x", "````"),
      ("    ", "```yaml", "```"),
    ]
  )
  func fences(indent: String, open: String, close: String) throws {
    let text =
      "intro\n\n# T\n\n<details>\n\(indent)\(open)\n\(document("/a", indent: indent))\n\(indent)\(close)\n</details>\n"
    let (api, report) = read(text)
    #expect(api?.operations.map(\.path) == ["/a"])
    #expect(api?.operations[0].description == "Text.\n```js\nopenapi: no\n```")
    #expect(api?.title == "T")
    // What stands outside is noted.
    #expect(report.diagnostics.map(\.id) == [.ignoredText])
  }

  @Test func severalPages() {
    let pages = ["/a", "/b", "/c"].map { "# Page \($0)\n\n## OpenAPI Specification\n\n```yaml\n\(document($0))\n```\n" }
    let (api, report) = read(pages.joined(separator: "\n"))
    #expect(api?.operations.map(\.path) == ["/a", "/b", "/c"])
    #expect(api?.title == nil)
    #expect(report.diagnostics.isEmpty)
  }

  @Test func json() {
    let (api, _) = read("# T\n```json\n{\"openapi\": \"3.0.0\", \"paths\": {\"/a\": {\"get\": {}}}}\n```\n")
    #expect(api?.operations.map(\.path) == ["/a"])
    #expect(read("# T\n```json\n{\"a\": 1}\n```\n").api == nil)
  }

  /// A block that is cut keeps what came before, wherever it is cut, and says so.
  @Test func cuts() {
    let text =
      "# T\n```yaml\n" + document("/a", extra: "components: {schemas: {A: {type: string, description: \"a\n  b\"}}}")
    let start = text.utf8.count - document("/a").utf8.count
    var read = 0
    for count in stride(from: start, to: text.utf8.count, by: 7) {
      let (api, report) = self.read(String(decoding: text.utf8.prefix(count), as: UTF8.self))
      #expect(report.diagnostics.contains { $0.id == .truncatedDocument && ($0.span?.end ?? .max) <= count })
      if api?.operations.isEmpty == false { read += 1 }
    }
    #expect(read > 20)
  }

  /// The number in a file's name is what the endpoint is known by.
  @Test(
    arguments: [
      ("list-files-300233178e0.md", "apifox:300233178"), ("a/b/300233178e0.md", "apifox:300233178"),
      ("list-300233178d0.md", nil), ("list.md", nil), ("v2e0.md", nil),
    ] as [(String, String?)]
  )
  func stableKeys(path: String, key: String?) {
    let (api, _) = read("# T\n```yaml\n\(document("/a"))\n```\n", path: path)
    #expect(api?.operations[0].stableKey == key)
  }

  /// The index of a site.
  static let index = """
    # Site

    > What it is.

    ## Docs
    - [Welcome](https://host/welcome-1234567m0.md): Hello
    ## API
    - Files [Get (b) [new]](https://host/get-b-300000002e0.md): The second
    - Files > Lists / All [Get a](/get-a-300000001e0.md?x=1)
    - Files [Gone](https://host/gone-300000009e0.md)
    """

  @Test func index() throws {
    let (description, report) = read(Self.index)
    let index = try #require(description?.index)
    #expect(index.entries.map(\.title) == ["Welcome", "Get (b) [new]", "Get a", "Gone"])
    #expect(index.entries.map(\.folders) == [[], ["Files"], ["Files", "Lists", "All"], ["Files"]])
    #expect(index.entries.map(\.slug).last == "gone-300000009e0")
    #expect(index.entries[1].description == "The second")
    #expect(report.diagnostics.map(\.id) == [.ignoredText])
    #expect(description?.operations.isEmpty == true)
    // Links in prose are none.
    #expect(read("# T\n- [a](https://host/a.md)\n- text\n").api == nil)
  }

  /// The documents come in the order of the index, named by it whatever their files are called.
  @Test func order() throws {
    let index = try #require(read(Self.index).api)
    let first = try #require(read("```yaml\n\(document("/a"))\n```\n", path: "x/get-a-300000001e0.md").api)
    let second = try #require(read("```yaml\n\(document("/b"))\n```\n", path: "300000002e0.md").api)
    let other = try #require(read("```yaml\n\(document("/c"))\n```\n", path: "c.md").api)
    var report = Report()
    let pages = [("c.md", other), ("get-a-300000001e0.md", first), ("300000002e0.md", second), ("llms.txt", index)]
    let ordered = SiteOrder.arrange(pages.map { (path: $0.0, description: $0.1) }, report: &report)
    #expect(ordered.flatMap(\.operations).map(\.path) == ["/b", "/a", "/c"])
    #expect(ordered.flatMap(\.operations).map(\.folders) == [["Files"], ["Files", "Lists", "All"], []])
    #expect(ordered.flatMap(\.operations).map(\.stableKey) == ["apifox:300000002", "apifox:300000001", nil])
    #expect(report.diagnostics.map(\.message) == ["1 page of the index is not among the documents"])
  }

  /// An index alone says nothing, and that is an error with its place.
  @Test func indexAlone() throws {
    let index = try #require(read(Self.index).api)
    var report = Report()
    #expect(SiteOrder.arrange([(path: "llms.txt", description: index)], report: &report).isEmpty)
    #expect(report.diagnostics.map(\.id) == [.noDocuments])
    #expect(report.diagnostics.allSatisfy { $0.span != nil })
  }
}
