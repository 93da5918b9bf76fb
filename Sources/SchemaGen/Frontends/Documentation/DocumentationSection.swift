import SchemaDescription

/// What a heading or a caption of API documentation opens.
enum DocumentationSection: Equatable {
  /// What a request carries; the method says where.
  case request
  case parameters(ParameterLocation)
  case body(mediaType: String?)
  case response
  /// A response that says what went wrong.
  case failure
  case requestExample
  case responseExample
  case failureExample
  /// An example of what stands above.
  case example
  case description
  /// The method, the address and what else is told of the endpoint as a whole.
  case facts
  /// A list of error codes, a history: nothing that a type could be made of.
  case other

  /// The section that some words name, nil where they name none.
  init?(_ words: Substring) {
    let plain = words.unicodeScalars.filter { !$0.isPageSpace && !"*`:：-_()（）".unicodeScalars.contains($0) }
    guard plain.count <= 40, let known = Self.words[String(String.UnicodeScalarView(plain)).lowercased()] else {
      return nil
    }
    self = known
  }

  /// What is about the response rather than the request, nil for what is about neither.
  var isResponse: Bool? {
    switch self {
    case .request, .parameters, .body, .requestExample: false
    case .response, .failure, .responseExample, .failureExample: true
    case .example, .description, .facts, .other: nil
    }
  }

  /// The words for the sections, in lower case and without spaces.
  private static let spellings: [(section: DocumentationSection, words: [String])] = [
    (
      .request,
      [
        "请求参数", "参数", "参数说明", "入参", "请求参数说明", "请求", "输入参数", "参数列表", "请求字段", "请求字段说明", "请求说明", "入参说明", "请求参数列表", "接口参数",
        "request", "requestparameters", "parameters", "params", "arguments", "input", "requestparams", "requestfields",
        "inputparameters", "requestarguments", "parameterlist", "fields",
      ]
    ),
    (
      .parameters(.query),
      [
        "query", "query参数", "查询参数", "queryparameters", "queryparams", "urlparameters", "urlparams", "url参数",
        "querystring",
        "请求query", "get参数", "请求参数query", "query请求参数", "querystringparameters",
      ]
    ),
    (
      .parameters(.path),
      [
        "path参数", "路径参数", "pathparameters", "pathparams", "pathvariables", "路径变量", "pathparameter", "请求参数path",
        "path请求参数",
        "路由参数",
      ]
    ),
    (
      .parameters(.header),
      [
        "请求头", "header", "headers", "requestheaders", "header参数", "请求头参数", "headerparameters", "headerparams",
        "httpheaders",
        "请求header", "公共请求头", "请求头部", "请求头说明", "httpheader", "请求headers", "header请求参数", "请求参数header",
      ]
    ),
    (.parameters(.cookie), ["cookie参数", "cookies", "cookieparameters", "cookieparams"]),
    (
      .body(mediaType: nil),
      [
        "请求体", "body", "body参数", "请求体参数", "requestbody", "bodyparameters", "bodyparams", "jsonbody", "payload",
        "请求body",
        "requestpayload", "bodyfields", "请求体说明", "body请求参数", "请求参数body", "bodyschema", "requestbodyparameters",
        "bodydata",
        "requestbodyschema", "dataconstraints", "json参数",
      ]
    ),
    (
      .body(mediaType: "application/x-www-form-urlencoded"),
      ["form", "form参数", "表单参数", "formdata", "formparameters", "formparams", "formfields", "form表单", "请求表单"]
    ),
    (
      .response,
      [
        "返回参数", "返回参数说明", "响应参数", "返回", "返回结果", "响应", "返回数据", "返回值", "出参", "响应参数说明", "返回字段", "返回字段说明", "响应体", "返回内容",
        "响应内容", "响应结果", "响应数据", "成功响应", "成功返回", "返回说明", "响应说明", "响应字段", "响应字段说明", "输出参数", "返回体", "出参说明", "返回响应",
        "返回参数列表",
        "返回值说明", "返回结果说明", "响应格式", "返回格式", "response", "responses", "responsebody", "responseparameters",
        "responsefields",
        "returns", "result", "successresponse", "responseschema", "responsedata", "output", "successfulresponse",
        "returnvalue",
        "outputparameters", "responseformat", "returnvalues", "responseparams", "successresponses",
      ]
    ),
    (
      .failure,
      [
        "错误响应", "失败响应", "失败返回", "错误返回", "异常返回", "异常响应", "errorresponse", "errorresponses", "failureresponse",
        "errorresponsebody",
      ]
    ),
    (
      .requestExample,
      [
        "请求示例", "示例请求", "调用示例", "请求样例", "示例代码", "请求代码", "请求参数示例", "请求示例代码", "请求体示例", "请求例子", "入参示例", "代码示例", "请求报文",
        "curl示例", "exampleRequest", "examplerequest", "requestexample", "samplerequest", "requestsample",
        "requestsamples",
        "samplecall", "codeexample", "codeexamples", "codesamples", "requestexamples", "examplerequests", "usage",
        "curl",
        "curlexample", "exampleusage", "dataexample", "requestbodyexample",
      ]
    ),
    (
      .responseExample,
      [
        "返回示例", "响应示例", "示例响应", "返回样例", "成功返回示例", "返回结果示例", "返回参数示例", "成功示例", "响应样例", "返回例子", "出参示例", "响应报文", "返回值示例",
        "成功响应示例", "正确返回示例", "返回数据示例", "响应体示例", "exampleresponse", "responseexample", "sampleresponse", "responsesample",
        "contentexample", "responsesamples", "responseexamples", "exampleresponses", "successexample",
        "successresponseexample",
      ]
    ),
    (
      .failureExample,
      [
        "失败返回示例", "错误返回示例", "失败示例", "错误示例", "失败响应示例", "错误响应示例", "异常示例", "errorexample", "errorresponseexample",
        "exampleerror", "errorresponsebodyexample",
      ]
    ),
    (.example, ["示例", "样例", "example", "examples", "examplevalue", "sample", "json示例", "jsonexample"]),
    (
      .description,
      [
        "简要描述", "接口描述", "接口说明", "描述", "说明", "功能说明", "接口简介", "功能描述", "概述", "简介", "备注", "注意", "注意事项", "接口功能", "简要说明",
        "description", "overview", "summary", "notes", "note", "remarks", "introduction", "about",
      ]
    ),
    (
      .facts,
      ["基本信息", "接口信息", "基础信息", "接口详情", "basicinfo", "basicinformation", "endpoint", "httprequest", "接口", "请求信息"]
    ),
    (
      .other,
      [
        "错误码", "错误码说明", "错误代码", "状态码", "状态码说明", "返回码", "返回码说明", "更新日志", "变更记录", "修改记录", "errorcodes", "errors",
        "statuscodes", "changelog", "ratelimits", "seealso", "相关链接", "常见问题", "faq", "httpstatuscodes", "errorhandling",
      ]
    ),
  ]

  /// The same by words.
  private static let words: [String: DocumentationSection] = Dictionary(
    spellings.flatMap { section, words in words.map { ($0, section) } },
    uniquingKeysWith: { first, _ in first }
  )
}
