/// Something that documentation tells of an endpoint as a whole, behind a caption: `请求方式：POST`, `**URL**: /v1/chat`.
struct DocumentationFact {
  /// What is told.
  enum Kind {
    case method
    case url
    case title
    case mediaType
    case description
    case status
  }

  /// What is told.
  var kind: Kind
  /// What stands behind the caption; empty where it stands on the next line.
  var value: PageLine

  /// The captions, in lower case and without spaces.
  private static let captions: [String: Kind] = {
    let spellings: [(Kind, [String])] = [
      (
        .method,
        [
          "请求方式", "请求方法", "http方法", "提交方式", "http请求方式", "方法", "请求类型", "method", "httpmethod", "requestmethod",
          "http请求方法", "调用方式",
        ]
      ),
      (
        .url,
        [
          "请求url", "请求地址", "接口地址", "请求路径", "接口路径", "url", "path", "endpoint", "请求uri", "requesturl", "api地址", "接口url",
          "uri",
          "路径", "apiendpoint", "requestpath", "请求链接", "调用地址", "接口uri", "地址", "apiurl", "fullurl", "route",
        ]
      ),
      (.title, ["接口名称", "接口名", "apiname", "名称"]),
      (.mediaType, ["contenttype", "请求格式", "请求数据格式", "mediatype", "数据类型", "请求数据类型", "提交格式", "数据格式"]),
      (.description, ["接口描述", "接口说明", "功能描述", "描述", "说明", "description", "简要描述", "功能说明"]),
      (.status, ["code", "status", "statuscode", "httpcode", "http状态码", "状态码", "httpstatus"]),
    ]
    return Dictionary(uniqueKeysWithValues: spellings.flatMap { kind, words in words.map { ($0, kind) } })
  }()

  /// The fact that a line tells or whose caption it is; nil where it is neither.
  init?(_ line: PageLine) {
    guard line.text.utf8.count <= 400 else { return nil }
    let text = line.part(line.text.drop { "#-*+>•◦ ".contains($0) })
    let mark = text.text.firstIndex { ":：".contains($0) }
    let caption = mark.map { text.text[..<$0] } ?? text.text
    guard caption.utf8.count <= 60, let kind = Self.kind(caption) else { return nil }
    self.kind = kind
    let behind = mark.map { text.text[text.text.index(after: $0)...] } ?? text.text[text.text.endIndex...]
    value = Self.value(text.part(behind.drop { "* ".contains($0) }))
  }

  /// The fact of a row of two cells.
  init?(row: TableRow) {
    guard row.cells.count == 2, let kind = Self.kind(CellText.plain(row.cells[0]).text) else { return nil }
    self.kind = kind
    value = Self.value(row.cells[1])
    guard !value.text.isEmpty else { return nil }
  }

  /// What a caption announces.
  private static func kind(_ caption: Substring) -> Kind? {
    let plain = caption.unicodeScalars.filter { !$0.isPageSpace && !"*`-_".unicodeScalars.contains($0) }
    return captions[String(String.UnicodeScalarView(plain)).lowercased()]
  }

  /// A value without the marks of a list, of code and of emphasis.
  static func value(_ line: PageLine) -> PageLine {
    var value = line
    for _ in 0..<3 {
      value = value.part(value.text.drop { "-+•◦ ".contains($0) })
      value = CellText.plain(value)
    }
    return value
  }
}
