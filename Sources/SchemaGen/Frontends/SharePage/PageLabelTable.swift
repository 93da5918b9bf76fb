import SchemaDescription

/// How pages spell their labels, in Chinese and in English.
enum PageLabelTable {
  /// Labels that stand alone on their line.
  static let whole: [String: PageLabel] = [
    "Request": .request, "Request Parameters": .request, "Request Params": .request, "请求": .request,
    "Body": .schema, "Data Schema": .schema, "Schema": .schema, "数据结构": .schema, "返回数据结构": .schema,
    "Header": .responseHeaders, "Headers": .responseHeaders, "响应头": .responseHeaders,
    "Response Headers": .responseHeaders, "返回 Header": .responseHeaders,
    "Path 参数": .parameters(.path), "路径参数": .parameters(.path), "Path Parameters": .parameters(.path),
    "Query 参数": .parameters(.query), "查询参数": .parameters(.query), "Query Parameters": .parameters(.query),
    "Header 参数": .parameters(.header), "请求头": .parameters(.header), "Header Parameters": .parameters(.header),
    "Cookie 参数": .parameters(.cookie), "Cookie Parameters": .parameters(.cookie),
    "请求体": .body(mediaType: nil, isRequired: nil), "Request Body": .body(mediaType: nil, isRequired: nil),
    "Request samples": .requestSamples, "Request Samples": .requestSamples, "Request Example": .requestSamples,
    "Request Examples": .requestSamples, "Code Samples": .requestSamples, "代码示例": .requestSamples,
    "Request Code Samples": .requestSamples, "Request RequestExample": .requestSamples,
    "Request Request Example": .requestSamples, "Request ExampleRequest Example": .requestSamples,
    "Request Example Request Example": .requestSamples, "RequestRequest": .requestSamples,
    "Response Response Example": .responseSamples, "Response ExampleResponse Example": .responseSamples,
    "Response Example Response Example": .responseSamples, "Response ResponseExample": .responseSamples,
    "ResponseResponse": .responseSamples, "示例请求": .requestSamples, "示例响应": .responseSamples,
    "Response": .responseSamples, "Response Example": .responseSamples, "Response Examples": .responseSamples,
    "Response samples": .responseSamples, "返回示例": .responseSamples,
    "Responses": .responses, "响应": .responses, "返回结果": .responses,
    "未设置": .unset, "Not set": .unset, "Not Set": .unset, "无": .unset, "None": .unset,
    "授权": .authorization, "Authorization": .authorization, "鉴权": .authorization, "Auth": .authorization,
    "上一页": .neighbour, "下一页": .neighbour, "Previous": .neighbour, "Next": .neighbour,
    "枚举值": .enumeration, "Allowed values": .enumeration, "Enum": .enumeration, "Enum values": .enumeration,
  ]

  /// The label that a whole line is, whatever white space parts its words.
  static func label(ofWhole line: Substring) -> PageLabel? {
    if let label = whole[String(line)] { return label }
    guard line.utf8.count <= 64,
      line.unicodeScalars.contains(where: { $0 != " " && $0.isPageSpace }) || line.contains("  ")
    else { return nil }
    let words = line.split { $0.unicodeScalars.allSatisfy(\.isPageSpace) }
    return whole[words.joined(separator: " ")]
  }

  /// A caption with every kind of white space that pages put between its words: none behind Latin letters before
  /// Chinese ones, a space, or one that does not break.
  private static func spaced(_ caption: String) -> [String] {
    guard caption.contains(" ") else { return [caption] }
    let unspaced = caption.hasSuffix("参数") ? [caption.replacing(" ", with: "")] : []
    return [caption, caption.replacing(" ", with: "\u{A0}")] + unspaced
  }

  /// Labels that other text may be glued to where that text is a label, a field or a media type itself.
  static let glued: [(text: String, label: PageLabel)] = gluedCaptions.flatMap { caption, label in
    spaced(caption).map { ($0, label) }
  }

  /// The same, in the spelling that most pages have.
  private static let gluedCaptions: [(text: String, label: PageLabel)] = [
    ("请求示例请求示例", .requestSamples), ("请求示例代码", .requestSamples), ("示例代码", .requestSamples), ("请求示例", .requestSamples),
    ("响应示例响应示例", .responseSamples), ("返回示例返回示例", .responseSamples), ("响应示例", .responseSamples),
    ("请求参数", .request), ("返回响应", .responses),
    ("Path 参数", .parameters(.path)), ("Query 参数", .parameters(.query)), ("Header 参数", .parameters(.header)),
    ("Cookie 参数", .parameters(.cookie)), ("Path Params", .parameters(.path)), ("Query Params", .parameters(.query)),
    ("Header Params", .parameters(.header)), ("Cookie Params", .parameters(.cookie)),
    ("数据结构", .schema), ("Data Schema", .schema), ("Body", .schema),
  ]

  /// Captions behind which a field's value follows on the same line or the next.
  static let values: [(text: String, label: PageLabel)] = [
    ("示例值:", .exampleValue), ("示例值：", .exampleValue), ("默认值:", .defaultValue), ("默认值：", .defaultValue),
    ("枚举值:", .enumeration), ("枚举值：", .enumeration), ("示例:", .exampleValue), ("示例：", .exampleValue),
    ("Example:", .exampleValue), ("Examples:", .exampleValue), ("Example value:", .exampleValue),
    ("Default:", .defaultValue), ("Default value:", .defaultValue), ("Allowed values:", .enumeration),
    ("Enum values:", .enumeration), ("Enum:", .enumeration), ("Allowed value:", .enumeration),
  ]

  /// What a page's footer begins with.
  static let footers = [
    "修改于", "最后修改时间", "最近修改", "更新于", "Last modified", "Modified at", "Last updated", "Built with", "Powered by",
  ]

  /// The captions of bodies, behind which a media type may stand.
  static let bodies = ["Body 参数", "Body Params", "Body Parameters"].flatMap(spaced)

  /// What may stand in the middle of a line, where a new line begins.
  static let cuts = cutCaptions.flatMap(spaced)

  /// The same, in the spelling that most pages have.
  private static let cutCaptions = [
    "请求示例请求示例", "响应示例响应示例", "请求示例代码", "示例代码", "请求参数", "返回响应", "数据结构",
    "Path 参数", "Query 参数", "Header 参数", "Cookie 参数", "Body 参数",
    "Path Params", "Query Params", "Header Params", "Cookie Params", "Body Params",
    "示例值:", "示例值：", "默认值:", "默认值：", "枚举值:", "枚举值：", "修改于", "最后修改时间", "HTTP 状态码", "内容格式",
    "🟢", "🟠", "🔴", "🟡", "🔵", "⚪", "🟣",
  ]

  /// Words of buttons and menus that say nothing, also in one with each other.
  static let buttons = [
    "生成代码", "Generate Code", "Generate code", "复制", "Copy", "运行", "调试", "Run", "Debug", "Try it", "展开全部",
    "Expand all", "收起", "Collapse all", "Appearance", "JSON", "XML", "Raw", "Text", "自动生成", "Auto-generated",
  ]

  /// The languages of code samples, longest names first where one begins another.
  static let languages = [
    "cURL-Windows", "PowerShell", "Objective-C", "JavaScript", "TypeScript", "Node.js", "Python", "Kotlin", "Httpie",
    "Shell", "Swift", "OCaml", "Ruby", "Rust", "Dart", "cURL", "curl", "HTTP", "Java", "wget", "PHP", "C++", "Go", "C#",
    "json", "JSON", "bash", "http", "C", "R",
  ]

  /// The words for a field that must be there and for one that may be missing.
  static let markers: [(text: String, isRequired: Bool)] = [
    ("必需", true), ("必填", true), ("可选", false), ("required", true), ("optional", false), ("Required", true),
    ("Optional", false), ("非必需", false), ("选填", false),
  ]

  /// States of an endpoint that stand beside its title; true where it must not be used any more.
  static let statuses: [String: Bool] = [
    "已发布": false, "开发中": false, "测试中": false, "设计中": false, "待确定": false, "已完成": false, "联调中": false,
    "对接中": false, "已废弃": true, "将废弃": true, "有异常": false, "Released": false, "Developing": false, "Testing": false,
    "Designing": false, "Pending": false, "Deprecated": true, "Obsolete": true, "Integrating": false, "Tested": false,
    "In use": false, "Deprecating": true, "released": false, "developing": false, "deprecated": true,
  ]
}
