/// Which column of a table of fields holds what.
struct TableColumns {
  /// What a column holds.
  enum Content: CaseIterable {
    case name
    case type
    case requirement
    /// The opposite of a requirement: whether a field may be missing.
    case option
    case description
    case defaultValue
    case enumeration
    case example
    /// Where a parameter is sent.
    case location
  }

  /// What each column holds, nil where its title is not known.
  let contents: [Content?]
  /// The titles of the columns.
  let titles: [PageLine]
  /// The column of the names.
  let name: Int

  /// How headers call the names of fields, in lower case.
  private static let names: Set<String> = [
    "字段", "字段名", "字段名称", "名称", "参数", "参数名", "参数名称", "参数字段", "属性", "属性名", "属性名称", "变量", "变量名", "键", "键名", "英文名",
    "请求头", "header名", "field", "fields", "fieldname", "name", "property", "propertyname", "parameter", "parameters",
    "parametername", "param", "paramname", "argument", "attribute", "key", "header", "headername",
  ]
  /// Those of them that nothing but a table of fields has.
  private static let plainNames: Set<String> = [
    "字段", "字段名", "字段名称", "参数", "参数名", "参数名称", "参数字段", "属性", "属性名", "属性名称", "field", "fieldname", "property",
    "propertyname", "parameter", "parameters", "parametername", "param", "paramname", "argument", "attribute",
  ]
  /// How headers call everything else, in lower case and without spaces.
  private static let others: [(content: Content, titles: Set<String>)] = [
    (.type, ["类型", "数据类型", "参数类型", "字段类型", "值类型", "type", "datatype", "fieldtype", "valuetype"]),
    (
      .requirement,
      [
        "必选", "必填", "必需", "必传", "必须", "必要", "必输", "是否必选", "是否必填", "是否必需", "是否必须", "是否必传", "是否必要", "必填项", "必须项",
        "required", "mandatory", "requirement", "isrequired", "必填/选填", "必填/可选", "必选/可选", "required/optional", "m/o",
      ]
    ),
    (.option, ["可选", "是否可选", "可空", "是否可空", "可否为空", "optional", "nullable"]),
    (
      .description,
      [
        "描述", "说明", "备注", "含义", "解释", "介绍", "参数说明", "参数描述", "字段说明", "字段描述", "中文名", "注释", "description", "notes", "note",
        "remark", "remarks", "meaning", "desc", "explanation", "comment", "comments", "details",
      ]
    ),
    (.defaultValue, ["默认值", "默认", "缺省值", "缺省", "default", "defaultvalue", "defaults"]),
    (
      .enumeration,
      [
        "枚举", "枚举值", "可选值", "取值", "取值范围", "可选项", "允许值", "enum", "enumvalues", "allowedvalues", "possiblevalues",
        "values",
        "options",
      ]
    ),
    (
      .example,
      [
        "示例", "示例值", "例子", "举例", "样例", "参数值", "值", "example", "examples", "examplevalue", "sample", "samplevalue",
        "value",
      ]
    ),
    (.location, ["位置", "参数位置", "所在位置", "传参方式", "in", "location", "parameterlocation", "paramtype", "parametertype"]),
  ]

  /// Reads a header row; nil where it is none of a table of fields: one with names, and with types, with what is required,
  /// or with what fields of that name are about.
  init?(_ row: TableRow) {
    let words = row.cells.map { Self.word($0.text) }
    guard let name = words.firstIndex(where: Self.names.contains) else { return nil }
    var found: Set<Content> = [.name]
    self.name = name
    titles = row.cells
    contents = words.enumerated().map { index, word in
      guard index != name else { return .name }
      guard let content = Self.others.first(where: { $0.titles.contains(word) })?.content,
        found.insert(content).inserted
      else { return nil }
      return content
    }
    let isPlain = Self.plainNames.contains(words[name]) && found.contains(.description)
    guard found.contains(.type) || found.contains(.requirement) || isPlain else { return nil }
  }

  /// Reads the header row of a table of headers and the values that they have.
  init?(ofHeaders row: TableRow) {
    let words = row.cells.map { Self.word($0.text) }
    guard let name = words.firstIndex(where: Self.names.contains), words.count <= 4 else { return nil }
    self.name = name
    titles = row.cells
    var found: Set<Content> = [.name]
    contents = words.enumerated().map { index, word in
      guard index != name else { return .name }
      guard let content = Self.others.first(where: { $0.titles.contains(word) })?.content,
        found.insert(content).inserted
      else { return nil }
      return content
    }
    guard found.contains(.example) || found.contains(.description) else { return nil }
  }

  /// The column that holds something, nil where there is none.
  func index(of content: Content) -> Int? { contents.firstIndex(of: content) }

  /// A title without emphasis, spaces and question marks, in lower case.
  private static func word(_ title: Substring) -> String {
    let plain = title.unicodeScalars.filter { !$0.isPageSpace && !"*`?？:：_".unicodeScalars.contains($0) }
    return String(String.UnicodeScalarView(plain)).lowercased()
  }
}
