import SchemaDescription
import SchemaEmit
import SchemaFrontends
import SchemaIR
import SchemaSource
import Testing

@testable import SchemaLower

/// Several documents of one API become one description, whatever their order and whoever joins them.
@Suite struct MergePagesTests {
  /// An OpenAPI page of one operation; `key` is the one that a tool gave it.
  private struct Page {
    var route = "POST /chat"
    var title: String?
    var id: String?
    var key: String?
    var server = ""
    var body = "{}"
    var schemas = "{}"

    /// What the page says.
    func description(_ index: Int) -> APIDescription {
      let parts = route.split(separator: " ")
      let text = """
        {"openapi":"3.0.3","info":{"title":"t","version":"1"},"servers":[\(server.isEmpty ? "" : "{\"url\":\"\(server)\"}")],
        "paths":{"\(parts[1])":{"\(parts[0].lowercased())":{
        \(title.map { "\"summary\":\"\($0)\"," } ?? "")\(id.map { "\"operationId\":\"\($0)\"," } ?? "")
        "requestBody":{"content":{"application/json":\(body)}},"responses":{}}}},"components":{"schemas":\(schemas)}}
        """
      var report = Report()
      let file = SourceFile(id: FileID(index), path: "\(index).json", bytes: Array(text.utf8))
      var description = Frontends.describe(file, report: &report) ?? APIDescription()
      for index in description.operations.indices { description.operations[index].stableKey = key }
      return description
    }
  }

  /// The IR of some pages, as text.
  private func dump(_ pages: [Page], _ options: LowerOptions = LowerOptions()) -> (text: String, report: Report) {
    var report = Report()
    let api = lower(pages, options, &report)
    return (api.dump(), report)
  }

  /// The IR of some pages.
  private func lower(_ pages: [Page], _ options: LowerOptions, _ report: inout Report) -> API {
    let descriptions = pages.enumerated().map { $1.description($0) }
    return Lowering.lower(descriptions, name: "test", options: options, report: &report)
  }

  /// The names of the client's methods, in order.
  private func methods(_ pages: [Page], separate: Bool = false) -> [String] {
    var options = LowerOptions()
    if separate { options.operations = .separate }
    var report = Report()
    let api = lower(pages, options, &report)
    var naming = NamingOptions()
    naming.tellsOperationsApart = separate
    return AssignNames.assign(api, options: naming, report: &report).operations.map(\.text)
  }

  private static let object = #"{"schema":{"type":"object","required":["a"],"properties":{"a":{"type":"string"}}}}"#
  private static let other = #"{"schema":{"type":"object","required":["b"],"properties":{"b":{"type":"string"}}}}"#

  @Test(arguments: [
    ("https://h/v1", "POST /chat", "https://h", "POST /v1/chat", "/chat"),
    ("https://h", "POST /v1/chat", "https://h/v1", "POST /chat", "/v1/chat"),
    ("https://h/v1/", "POST /chat/{id}", "", "POST /chat/{key}/", "/chat/{id}"),
    ("https://h/v1", "POST /chat", "https://other/v1", "POST /chat", "/chat"),
  ])
  func `one operation may be spelled in two ways`(
    base: String,
    route: String,
    otherBase: String,
    otherRoute: String,
    path: String
  ) {
    let pages = [
      Page(route: route, server: base, body: Self.object), Page(route: otherRoute, server: otherBase, body: Self.other),
    ]
    let text = dump(pages).text
    #expect(text.split(separator: "\n").filter { $0.hasPrefix("operation ") } == ["operation POST \(path) authorized"])
    #expect(text.contains("\"a\": string optional\n  \"b\": string optional"))
  }

  @Test func `what another base URL serves keeps it`() {
    let pages = [
      Page(route: "POST /chat", server: "https://h/v1"), Page(route: "POST /chat", server: "https://h/v2"),
    ]
    var report = Report()
    let operations = lower(pages, LowerOptions(), &report).operations
    #expect(operations.map(\.server?.url) == [nil, "https://h/v2"])
  }

  /// The operations of some pages: where they are asked, and what they are.
  private func asked(_ pages: [Page]) -> (operations: [String], report: Report) {
    var report = Report()
    let operations = lower(pages, LowerOptions(), &report).operations
    return (operations.map { "\($0.method) \($0.server?.url ?? "")\($0.path)" }, report)
  }

  @Test func `an operation that only another host answers is asked there`() {
    let first = Page(route: "GET /a", server: "https://h/v1")
    let second = Page(route: "GET /b", server: "https://h/v1")
    let other = Page(route: "GET /c", server: "https://other/v1")
    #expect(asked([first, second, other]).operations == ["GET /a", "GET /b", "GET https://other/v1/c"])
    // The host that most have is the API's, whichever document comes first.
    #expect(asked([other, first, second]).operations == ["GET https://other/v1/c", "GET /a", "GET /b"])
    // Another scheme or another spelling is no other host, and what only one machine reaches is none.
    for server in ["http://h/v1", "https://H/v1", "http://localhost:8080/v1", "http://127.0.0.1/v1", "/v1", ""] {
      #expect(asked([first, second, Page(route: "GET /c", server: server)]).operations.last == "GET /c")
    }
  }

  @Test func `one operation of two hosts is merged and told`() {
    let first = Page(server: "https://h/v1")
    let other = Page(server: "https://other/v1")
    for pages in [[first, other], [other, first]] {
      let host = pages[0].server == first.server ? "h" : "other"
      let (operations, report) = asked(pages)
      #expect(operations == ["POST /chat"])
      let told = report.diagnostics.filter { $0.id == .conflictingPages && $0.severity == .warning }
      #expect(told.count == 1 && told[0].message.contains("`\(host)` is asked"))
    }
    let (operations, report) = asked([other, Page(route: "GET /x", server: "https://h"), first])
    #expect(operations == ["POST /v1/chat", "GET /x"])
    #expect(report.diagnostics.filter { $0.id == .duplicateOperation }.allSatisfy { $0.severity == .note })
    #expect(report.diagnostics.contains { $0.message.contains("`h` is asked") })
    #expect(
      !asked([first, Page(server: "http://localhost:80/v1")]).report.diagnostics.contains { $0.severity > .note }
    )
  }

  @Test func `two operations of one document that two hosts answer stay two`() throws {
    let text = """
      {"openapi":"3.0.3","info":{"title":"t","version":"1"},"servers":[{"url":"https://a"}],"paths":{
      "/health":{"get":{"operationId":"a","responses":{}}},
      "/health/":{"get":{"operationId":"b","servers":[{"url":"https://b"}],"responses":{}}}}}
      """
    var report = Report()
    let file = SourceFile(id: FileID(0), path: "x.json", bytes: Array(text.utf8))
    let description = try #require(Frontends.describe(file, report: &report))
    let merged = Lowering.mergePages([description], report: &report)
    #expect(merged.operations.map(\.id) == ["a", "b"])
  }

  @Test func `the oldest page names the operation`() {
    let old = Page(title: "Create chat", key: "apifox:9")
    let new = Page(title: "Ask with images", key: "apifox:12")
    #expect(methods([old, new]) == ["createChat"])
    #expect(methods([new, old]) == ["createChat"])
  }

  @Test func `a page that is saved again is the same operation`() {
    let saved = Page(route: "POST /chat", title: "Chat", key: "apifox:9", body: Self.object)
    let renamed = Page(route: "POST /v2/chat", title: "Conversation", key: "apifox:9", body: Self.other)
    for options in [OperationPolicy.merge, .separate] {
      var choice = LowerOptions()
      choice.operations = options
      let (text, report) = dump([saved, renamed], choice)
      #expect(text.split(separator: "\n").filter { $0.hasPrefix("operation ") } == ["operation POST /chat authorized"])
      #expect(report.diagnostics.contains { $0.id == .duplicateOperation && $0.severity == .warning })
    }
  }

  @Test func `pages that are added rename nothing`() {
    let first = Page(title: "聊天", key: "apifox:9")
    let second = Page(title: "聊天 GPT-4o", key: "apifox:10")
    let third = Page(title: "识图", key: "apifox:100")
    #expect(methods([first], separate: true) == ["postChat"])
    #expect(methods([second, first], separate: true) == ["postChatGPT4o", "postChat"])
    #expect(methods([third, second, first], separate: true) == ["postChat100", "postChatGPT4o", "postChat"])
  }

  @Test func `operations that are kept apart are named by title or id`() {
    let pages = [Page(title: "Ask a question"), Page(id: "chat"), Page(title: "聊天", key: "apifox:7")]
    #expect(methods(pages, separate: true) == ["askAQuestion", "chat", "postChat"])
    // Without a key, nothing would tell which of two is older: each has a name of its own from the start.
    #expect(methods([Page(title: "聊天 GPT-4o"), Page()], separate: true) == ["postChatGPT4oFD7CFD28", "postChat"])
    #expect(methods([Page(title: "聊天")], separate: true) == ["postChatE77273DF"])
    #expect(methods([Page(title: "聊天")]) == ["postChat"])
  }

  @Test func `a page without a key takes no name from another`() {
    let first = Page(title: "聊天", key: "apifox:9")
    for title in ["Post chat", "post chat", "聊", "聊天", nil] {
      let added = Page(title: title)
      #expect(methods([first, added], separate: true).first == "postChat")
      #expect(methods([added, first], separate: true).last == "postChat")
    }
    let other = Page(title: "识图")
    let name = methods([other], separate: true)[0]
    for title in ["Post chat", "识", "识图 GPT-4o", nil] {
      #expect(methods([Page(title: title), other], separate: true).last == name)
    }
    // Of two that share the words of their titles, the older one keeps them.
    let pages = ["apifox:1", "apifox:20", "apifox:30"].map { Page(title: "聊天 GPT", key: $0) }
    #expect(methods(Array(pages[...1]), separate: true) == ["postChat", "postChatGPT"])
    #expect(methods(pages, separate: true).prefix(2) == ["postChat", "postChatGPT"])
  }

  @Test func `models of one name are one`() {
    let schemas = [
      #"{"Error":{"type":"object","required":["code","m"],"properties":{"code":{"type":"integer"},"m":{"type":"string"}}}}"#,
      ##"{"Error":{"type":"object","required":["code"],"properties":{"code":{"type":"integer"},"n":{"$ref":"#/components/schemas/Error"}}}}"##,
      #"{"Error":{"type":"string"}}"#,
    ]
    let body = ##"{"schema":{"$ref":"#/components/schemas/Error"}}"##
    let pages = zip(["POST /a", "POST /b", "POST /c"], schemas).map { Page(route: $0, body: body, schemas: $1) }
    let (text, report) = dump(pages)
    #expect(text.contains("  \"code\": int\n  \"m\": string optional\n  \"n\": boxed #0 optional\n"))
    // What only has the same name stays apart.
    #expect(text.contains("operation POST /c authorized\n  body application/json as json: string optional"))
    #expect(report.diagnostics.map(\.id) == [.duplicateSchema])
  }

  @Test func `a reference stays where the other page adds nothing`() {
    let schemas = #"{"Chat":{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}}}}"#
    let reference = Page(body: ##"{"schema":{"$ref":"#/components/schemas/Chat"}}"##, schemas: schemas)
    let inline = Page(body: #"{"schema":{"type":"object","properties":{"a":{"type":"string"}}}}"#)
    #expect(dump([reference, inline]).text.contains("body application/json as json: #0 optional"))
    #expect(dump([inline, reference]).text.contains("body application/json as json: #0 optional"))
  }

  @Test func `two models of one place meet, even where they lead back to themselves`() {
    let list = { (name: String, key: String) in
      ##"{"\##(name)":{"type":"object","properties":{"\##(key)":{"type":"string"},"next":{"$ref":"#/components/schemas/\##(name)"}}}}"##
    }
    let page = { (name: String, key: String) in
      Page(body: ##"{"schema":{"$ref":"#/components/schemas/\##(name)"}}"##, schemas: list(name, key))
    }
    let (text, report) = dump([page("Left", "l"), page("Right", "r")])
    #expect(text.contains("component \"Left or Right\""))
    #expect(report.diagnostics.allSatisfy { $0.severity == .note })
  }

  @Test func `the order of the pages changes no type`() {
    let first = Page(body: #"{"schema":{"type":"object","properties":{"v":{"type":"integer"},"e":{"enum":["x"]}}}}"#)
    let second = Page(body: #"{"schema":{"type":"object","properties":{"v":{"type":"number"},"e":{"enum":["y"]}}}}"#)
    for pages in [[first, second], [second, first]] {
      let text = dump(pages).text
      #expect(text.contains("\"v\": double optional"))
      #expect(text.contains("\"x\"") && text.contains("\"y\""))
    }
  }

  @Test func `long chains of models end`() {
    let chain = { (name: String, key: String) in
      let links = (0..<100).map {
        ##""\##(name)\##($0)":{"type":"object","properties":{"\##(key)":{"type":"string"},"n":{"$ref":"#/components/schemas/\##(name)\##($0 + 1)"}}}"##
      }
      return "{\(links.joined(separator: ",")),\"\(name)100\":{\"type\":\"string\"}}"
    }
    let page = { (name: String, key: String) in
      Page(body: ##"{"schema":{"$ref":"#/components/schemas/\##(name)0"}}"##, schemas: chain(name, key))
    }
    #expect(dump([page("A", "a"), page("B", "b")]).text.contains("A1 or B1"))
  }
}
