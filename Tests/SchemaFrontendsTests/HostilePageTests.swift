import Foundation
import SchemaDescription
import SchemaSource
import Testing

@testable import SchemaFrontends

/// Pages that are cut, shuffled or made to do harm.
@Suite struct HostilePageTests {
  /// All pages at hand.
  static let pages: [SourceFile] = {
    let specs = ["wenwen", "uniapi", "api-docs", "chat-completion-models", "gpt-4o-audio"]
    let names = [
      "share-text/cn-aigcapi-whisper-examples-first.txt", "share-text/en-llm-api.net-gpt-image-2.txt",
      "share-text/glued-cn-4sapi-tts.txt", "share-text/noschema-cursorai-chat.txt",
      "share-text/old-cn-api-get7-mj-imagine.txt",
      "share-text/vitepress-airoutix-ChatCompletionResponse.TRUNCATED.txt", "apifox/gpt-4o-audio.apifox-md.md",
      "apifox/cloudreve-events-stream-413501323e0.md",
    ]
    return specs.compactMap { try? Documents.spec($0) } + names.compactMap { Documents.corpus($0) }
      + OwnDocumentation.all.map { Documents.source([UInt8]($0.utf8)) }
      + OwnPages.all.map { page in
        var report = Report()
        let file = Documents.source([UInt8](page.utf8))
        // As the pipeline does, which reads a page that is escaped through its text.
        return Frontends.text(of: file, report: &report).map { Documents.source($0.bytes) } ?? file
      }
  }()

  /// How often each part of a page is damaged in each way; the long form tries each page at two hundred places.
  private static let tries = ProcessInfo.processInfo.environment["SCHEMAGEN_FUZZ"] == nil ? 6 : 50

  /// The pages in parts that run side by side.
  static let parts = pages.indices.flatMap { page in (0..<4).map { (page, $0) } }

  /// What is left of a page is read, or said to be unreadable at a place within it.
  private func expectEnd(_ bytes: [UInt8]) {
    let (description, report) = Documents.describe(Documents.source(bytes))
    let isRead = description != nil || report.hasErrors
    #expect(isRead)
    #expect(report.diagnostics.allSatisfy { ($0.span?.end ?? Int.max) <= bytes.count })
  }

  /// Cuts of each part of a page, wherever they fall.
  @Test(arguments: parts)
  func cuts(page: Int, part: Int) {
    let bytes = Self.pages[page].bytes
    var random = SplitMix(state: UInt64(page * 4 + part))
    for _ in 0..<Self.tries { expectEnd(Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &random)))) }
  }

  /// Lines in another order, doubled or dropped.
  @Test(arguments: parts)
  func shuffledLines(page: Int, part: Int) {
    var random = SplitMix(state: UInt64(42 + part))
    let lines = Self.pages[page].bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for step in 0..<Self.tries {
      var mixed = lines
      for _ in 0..<(1 << (step % 5)) {
        let first = Int.random(in: mixed.indices, using: &random)
        let second = Int.random(in: mixed.indices, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: mixed.swapAt(first, second)
        case 1: mixed.insert(mixed[second], at: first)
        default: mixed[first] = []
        }
      }
      expectEnd(Array(mixed.joined(separator: [0x0A])))
    }
  }

  /// The same for what stands in the text of a page in HTML.
  @Test func nothingIsLostOfHTML() throws {
    guard HTMLText.isAvailable else { return print("skipped: built without libxml2") }
    let lines = HTMLTextTests.sharePage.split(separator: "\n", omittingEmptySubsequences: false)
    let body = try #require(lines.firstIndex { $0.contains("<body>") })
    for position in (body + 1)..<lines.count {
      // Within a tag or preformatted code a paragraph is no paragraph.
      let before = lines[..<position].joined(separator: "\n")
      let isCode = before.components(separatedBy: "<pre").count > before.components(separatedBy: "</pre>").count
      if isCode { continue }
      let page = (lines[..<position] + ["<p>Qzxv wmkj plth!</p>"] + lines[position...]).joined(separator: "\n")
      var report = Report()
      let text = try #require(Frontends.text(of: Documents.source([UInt8](page.utf8)), report: &report))
      let description = Frontends.describe(text, report: &report)
      let isTold = report.diagnostics.contains { diagnostic in
        diagnostic.span.map { text.text($0.start, $0.end).contains("Qzxv") } ?? false
      }
      var dumped = ""
      if let description { dump(description, to: &dumped) }
      #expect(isTold || dumped.contains("Qzxv"), "behind line \(position)")
    }
  }

  /// Cuts of a page in HTML, wherever they fall: in a tag, in an attribute, in text.
  @Test func cutsOfHTML() {
    guard HTMLText.isAvailable else { return print("skipped: built without libxml2") }
    let bytes = [UInt8](HTMLTextTests.sharePage.utf8)
    var random = SplitMix(state: 7)
    for _ in 0..<(Self.tries * 4) {
      let cut = Documents.source(Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &random))))
      var report = Report()
      guard let text = Frontends.text(of: cut, report: &report) else {
        #expect(report.hasErrors)
        continue
      }
      let description = Frontends.describe(text, report: &report)
      let isRead = description != nil || report.hasErrors
      #expect(isRead)
    }
  }

  /// A line that says nothing is a part of a description, or there is a note of it, wherever it stands.
  @Test(arguments: parts)
  func nothingIsLostInSilence(page: Int, part: Int) throws {
    let word = "Qzxv wmkj plth!"
    let lines = Self.pages[page].bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for position in stride(from: part, to: lines.count, by: Self.tries > 6 ? 4 : 16) {
      let bytes = Array((lines[..<position] + [ArraySlice(word.utf8)] + lines[position...]).joined(separator: [0x0A]))
      let file = Documents.source(bytes)
      let (description, report) = Documents.describe(file)
      let isTold = report.diagnostics.contains { diagnostic in
        diagnostic.span.map { file.text($0.start, $0.end).contains(word) } ?? false
      }
      if isTold { continue }
      var text = ""
      if let description { dump(description, to: &text) }
      let isKept = description == nil ? report.hasErrors : text.contains("Qzxv")
      #expect(isKept, "behind line \(position)")
    }
  }

  /// Deep and long input.
  static let floods: [String] = [
    "T\nPOST\n/x\nBody 参数application/json\n" + String(repeating: "a\nobject {9}\n", count: 20_000),
    "T\nPOST\n/x\nBody 参数application/json\na\n" + String(repeating: "array[", count: 50_000),
    "T\nPOST\n/x\nBody 参数application/json\n" + String(repeating: "astring 必需", count: 20_000),
    "T\nPOST\n/x\n" + String(repeating: "[", count: 100_000),
    "T\nPOST\n/x\n" + String(repeating: "{\n", count: 50_000),
    "T\nPOST\n/x\n" + String(repeating: "curl 'h", count: 20_000),
    "T\nPOST\n/x\n返回响应\n" + String(repeating: "🟢200成功", count: 20_000),
    "T\nPOST\n/x\n返回响应\n" + String(repeating: "Body 参数", count: 20_000),
    "M\n| Field | Type |\n|---|---|\n" + String(repeating: "| a.b.c[].d | string |\n", count: 20_000),
    "M\n| Field | Type |\n|---|---|\n| " + String(repeating: "a.", count: 50_000) + "a | string |\n",
    "M\n| Field | Type |\n|---|---|\n| a | " + String(repeating: "array of ", count: 20_000) + "string |\n",
    "# T\nPOST /x\n## 请求参数\n| 字段 | 类型 |\n|---|---|\n" + String(repeating: "| > a | object |\n", count: 20_000),
    "# T\nPOST /x\n## Parameters\n" + String(repeating: "  - `a` (object)\n", count: 20_000),
    "# T\nPOST /x\n" + String(repeating: "## Response\n### 200\n", count: 20_000),
    "# T\nPOST /x\n## Body\n" + String(repeating: "{\"a\": [...,", count: 20_000),
    "T\nPOST /x\n请求体\n" + String(repeating: "{\"jsonSchema\":", count: 50_000),
  ]

  /// Deep and long input ends, and in reasonable memory.
  @Test(arguments: floods.indices)
  func flood(index: Int) {
    let (description, report) = Documents.describe(Documents.source([UInt8](Self.floods[index].utf8)))
    let isRead = description != nil || report.hasErrors
    #expect(isRead)
  }

  /// Characters that are no text for a page.
  @Test(arguments: ["\r", "\u{2028}", "*/", "\"\"\"", "\\(x)", "\u{FEFF}", "\u{202E}", "🟢", "&#0;", "&#x110000;", "&;"])
  func oddCharacters(text: String) {
    let page = "T\(text)\nPOST\n/x\nBody 参数application/json\na\(text)\nstring\n\(text)\nb\nstring\n示例值:\(text)\n"
    let (description, _) = Documents.describe(Documents.source([UInt8](page.utf8)))
    #expect(description?.operations.count == 1)
    #expect(description?.operations[0].requestBody?.contents[0].schema?.properties.contains { $0.key == "b" } == true)
  }
}

/// Numbers that are the same in every run.
private struct SplitMix: RandomNumberGenerator {
  /// The state.
  var state: UInt64

  /// The next number.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
