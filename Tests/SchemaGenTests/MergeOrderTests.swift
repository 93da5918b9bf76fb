import SchemaEmit
import SchemaGen
import SchemaSource
import Testing

/// Pages are merged in whatever order they come, and a page that is added changes nothing but its own names: random
/// sets of pages, the same in every run.
@Suite struct MergeOrderTests {
  /// Random numbers that are the same in every run (SplitMix64).
  private struct Random: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  /// A saved page of one operation.
  private struct Page: Hashable {
    var path: String
    var route: String
    var title: String
    /// The number that a tool gave the page.
    var key: Int?
    var body: String
    var server: String

    /// The page as a document.
    var document: InputDocument {
      let parts = route.split(separator: " ")
      let link = key.map { #""x-run-in-apifox": "https://app.apifox.com/web/project/1/apis/api-\#($0)-run","# } ?? ""
      let text = """
        {"openapi": "3.0.3", "info": {"title": "t", "version": "1"}, "servers": [{"url": "\(server)"}],
        "paths": {"\(parts[1])": {"\(parts[0].lowercased())": {"summary": "\(title)", \(link)
        "requestBody": {"content": {"application/json": \(body)}}, "responses": {"200": {"description": "ok",
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Reply"}}}}}}}},
        "components": {"schemas": {"Reply": {"type": "object", "properties": {"p\(title.utf8.count % 3)": {"type": "string"},
        "id": {"type": "integer"}}}}}}
        """
      return InputDocument(api: "api", path: path, bytes: Array(text.utf8))
    }
  }

  /// A set of pages; `keyed` says which of them have a number of a tool.
  private static func pages(_ random: inout Random, count: Int, keyed: (Int) -> Bool) -> [Page] {
    let types = [#"{"type": "string"}"#, #"{"type": "integer"}"#, #"{"type": "number"}"#, #"{"enum": ["a", "b"]}"#]
    let names = ["model", "n", "kind", "input"]
    return (0..<count).map { index in
      let properties = names.filter { _ in Bool.random(using: &random) }.map { name in
        #""\#(name)": \#(types.randomElement(using: &random) ?? "{}")"#
      }
      let schema = #"{"type": "object", "required": [], "properties": {\#(properties.joined(separator: ", "))}}"#
      let words = ["", " GPT-4o", " SD", " mini"].randomElement(using: &random) ?? ""
      return Page(
        path: "pages/\(Int.random(in: 0..<1000, using: &random))-\(index).json",
        route: ["POST /v1/chat", "POST /v1/images", "GET /v1/models", "POST /v2/chat"].randomElement(using: &random)
          ?? "",
        // Titles differ, as those of pages do.
        title: "页面\(String(repeating: "甲", count: index + 1))\(words)",
        key: keyed(index) ? 100 + index : nil,
        body: #"{"schema": \#(schema), "example": {"model": "m\#(index)"}}"#,
        server: ["https://h.example.com", "https://h.example.com", "https://other.example.com"]
          .randomElement(using: &random) ?? ""
      )
    }
  }

  /// What becomes of pages.
  private static func generate(_ pages: [Page], separate: Bool) -> GenerationResult {
    var options = Generator.Options(module: "M")
    options.listsNames = true
    var report = Report()
    var sources = SourceMap()
    let text = "operations: \(separate ? "separate" : "merge")\n"
    let configuration = Configuration(
      reading: sources.add(path: "schemagen.yaml", bytes: Array(text.utf8)),
      report: &report
    )
    let generator = Generator(configuration: configuration, options: options, templates: TemplateSet())
    return generator.generate(pages.map(\.document), sources: sources, report: report)
  }

  /// The names of the methods by what the operations are.
  private static func names(_ pages: [Page], separate: Bool) -> [String: String] {
    let names = generate(pages, separate: separate).names.flatMap(\.names)
    return Dictionary(names.map { ($0.label, $0.method) }, uniquingKeysWith: { first, _ in first })
  }

  @Test("the order in which pages are given changes nothing", arguments: [1, 2, 3, 4], [false, true])
  func order(seed: UInt64, separate: Bool) {
    var random = Random(state: seed)
    let pages = Self.pages(&random, count: 9) { $0 % 3 != 0 }
    let first = Self.generate(pages, separate: separate)
    #expect(!first.files.isEmpty && !first.report.hasErrors)
    for _ in 0..<3 {
      let next = Self.generate(pages.shuffled(using: &random), separate: separate)
      #expect(next.files == first.files)
      #expect(next.report.diagnostics == first.report.diagnostics)
    }
  }

  @Test("where the files of numbered pages lie changes no type and no name", arguments: [5, 6, 7, 8], [false, true])
  func places(seed: UInt64, separate: Bool) {
    var random = Random(state: seed)
    let pages = Self.pages(&random, count: 8) { _ in true }
    // The order of methods and cases follows the files; what they are does not.
    func lines(_ pages: [Page]) -> [String: [Substring]] {
      let files = Self.generate(pages, separate: separate).files
      return Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.contents.split(separator: "\n").sorted()) })
    }
    var moved = pages
    for (index, path) in pages.map(\.path).shuffled(using: &random).enumerated() { moved[index].path = path }
    let (before, after) = (lines(pages), lines(moved))
    #expect(before.keys.sorted() == after.keys.sorted())
    #expect(Self.names(pages, separate: separate) == Self.names(moved, separate: separate))
  }

  @Test("a numbered page that is added renames nothing", arguments: [9, 10, 11, 12, 13, 14], [false, true])
  func addedWithKey(seed: UInt64, separate: Bool) {
    var random = Random(state: seed)
    var pages = Self.pages(&random, count: 10) { _ in true }
    // The newest has the largest number; where its file lies is chance.
    while pages.count > 1 {
      let before = Self.names(Array(pages.dropLast()), separate: separate)
      let after = Self.names(pages, separate: separate)
      for (operation, name) in before { #expect(after[operation] == name, "\(operation)") }
      pages.removeLast()
    }
  }

  @Test("a page without a number that is added or removed renames no other that is kept apart", arguments: 15...20)
  func addedWithoutKey(seed: UInt64) {
    var random = Random(state: seed)
    let pages = Self.pages(&random, count: 8) { $0 % 2 == 0 }
    let all = Self.names(pages, separate: true)
    #expect(all.count == pages.count && Set(all.values).count == pages.count)
    for index in pages.indices where pages[index].key == nil {
      var fewer = pages
      fewer.remove(at: index)
      let names = Self.names(fewer, separate: true)
      for (operation, name) in names { #expect(all[operation] == name, "\(operation) without \(pages[index].title)") }
    }
  }

  @Test("a numbered page keeps its name when it is renamed or moved", arguments: 21...24)
  func renamed(seed: UInt64) {
    var random = Random(state: seed)
    let pages = Self.pages(&random, count: 6) { _ in true }
    let methods = { (pages: [Page]) in
      let names = Self.generate(pages, separate: false).names.flatMap(\.names)
      return Dictionary(names.map { ($0.key ?? "", $0.method) }, uniquingKeysWith: { first, _ in first })
    }
    var renamed = pages
    for index in renamed.indices { renamed[index].title = "改名\(index)" }
    #expect(methods(renamed) == methods(pages))
  }
}
