import SchemaDescription
import SchemaSource
import Testing

@testable import SchemaFrontends

/// How tables spell types, names, requirements and values.
@Suite struct TypeSpellingTests {
  /// The one field of a table with some columns, and the report.
  private func field(_ header: String, _ row: String) throws -> (line: String, report: Report) {
    let count = header.split(separator: "|").count
    let rule = "|" + String(repeating: "---|", count: count)
    let text =
      "Thing\n\n| 字段 | \(header) |\n\(rule)---|\n| f | \(row) |\n\nThing2\n\n| 字段 | 类型 |\n|---|---|\n| g | string |"
    let (description, report) = Documents.describe(Documents.source([UInt8](text.utf8)))
    let schema = try #require(description?.schemas.first?.schema)
    return (String(DescriptionText.lines(schema, indent: "")[1].drop { $0 == " " }), report)
  }

  @Test(arguments: [
    ("string", "string"), ("String", "string"), ("字符串", "string"), ("整数", "integer"), ("整型", "integer"),
    ("int64", "integer"),
    ("Long", "integer"), ("数字", "number"), ("浮点数", "number"), ("Float", "number"), ("布尔值", "boolean"),
    ("Bool", "boolean"),
    ("对象", "object"), ("数组", "array"), ("文件", "file"), ("object[]", "array[object]"),
    ("array[object]", "array[object]"),
    ("array<string>", "array[string]"), ("List<String>", "array[string]"), ("对象数组", "array[object]"),
    ("字符串数组", "array[string]"), ("数组<整数>", "array[integer]"), ("array of objects", "array[object]"),
    ("string array", "array[string]"), ("[string]", "array[string]"), ("string [ ]", "array[string]"),
    ("string[][]", "array[array[string]]"), ("map[string]integer", "object"), ("Record\\<string, any\\>", "object"),
    ("`string`", "string"), ("**string**", "string"), ("integer (int64)", "integer<int64>"),
    ("string<date-time>", "string<date-time>"),
    ("string \\| null", "string|null"), ("string / integer", "string|integer"), ("string or array", "string|array"),
    ("string 或 array", "string|array"), ("string?", "string|null"), ("Thing2", "->Thing2"),
    ("Thing2[]", "array[->Thing2]"),
    ("Thing2 object", "->Thing2"), ("object (Thing2)", "->Thing2"), ("List<Thing2>", "array[->Thing2]"), ("any", "~"),
    ("枚举", "string"), ("enum<integer>", "integer"), ("\"a\" \\| \"b\"", #"string("a","b")"#), ("string(64)", "string"),
    ("`a` \\| `b`", #"string("a","b")"#), ("`string` \\| `null`", "string|null"),
    ("string, required", "string"), ("", "~"), ("-", "~"), ("Wat", "~"),
  ])
  func types(spelling: String, type: String) throws {
    let isRequired = spelling.hasSuffix("required")
    let (line, report) = try field("类型 | 说明", "\(spelling) | x")
    #expect(line == "f\(isRequired ? "!" : "") \(type)")
    // Nothing but a word that nobody knows is told.
    #expect(report.diagnostics.map(\.id) == (spelling == "Wat" ? [.ignoredText] : []))
  }

  @Test(arguments: [
    ("是", true), ("必填", true), ("必需", true), ("必选", true), ("必须", true), ("Y", true), ("yes", true), ("TRUE", true),
    ("required", true), ("**Yes**", true), ("✅", true), ("✓", true), ("√", true), ("1", true), ("是（图生图时）", true),
    ("否", false),
    ("可选", false), ("选填", false), ("非必填", false), ("N", false), ("no", false), ("false", false), ("optional", false),
    ("❌", false), ("×", false), ("0", false), ("-", false), ("", false), ("sometimes", false),
  ])
  func requirements(spelling: String, isRequired: Bool) throws {
    for title in ["必填", "是否必须", "Required", "**Required?**"] {
      #expect(try field("类型 | \(title)", "string | \(spelling)").line == "f\(isRequired ? "!" : "") string")
    }
  }

  /// A column that says what may be missing is the opposite.
  @Test func options() throws {
    #expect(try field("类型 | 可选", "string | 否").line == "f! string")
    #expect(try field("Type | Optional", "string | yes").line == "f string")
  }

  @Test(arguments: [
    ("a, b, c", #"("a","b","c")"#), ("a、b", #"("a","b")"#), ("`a` `b`", #"("a","b")"#), ("a/b", #"("a","b")"#),
    ("\"a\", \"b\"", #"("a","b")"#), ("a: 甲, b: 乙", #"("a","b")"#), ("a<br>b", #"("a","b")"#), ("见下文说明。", ""),
    ("0~100", ""),
    ("[0, 1]", ""), ("-", ""), ("无", ""),
  ])
  func listedValues(cell: String, values: String) throws {
    #expect(try field("类型 | 可选值", "string | \(cell)").line == "f string\(values)")
  }

  @Test func numbersAndDefaults() throws {
    #expect(try field("类型 | 枚举 | 默认值", "integer | 0:否 1:是 | 1").line == "f integer(0,1)=1")
    #expect(try field("Type | Default | Example", "number | `0.5` | 0.7").line == "f number=0.5 e.g. 0.7")
    #expect(try field("Type | Default", "string | -").line == "f string")
  }

  /// What stands around names, and what puts a row below another one.
  @Test func names() {
    let text = """
      M

      | Name | Type | Required |
      |---|---|---|
      | `a` | object | Yes |
      | └ b | array | No |
      | └─ c\\_d* | string | |
      | e (deprecated) | string | No |
      | h | object[] | No |
      | > i | object | No |
      | >> j | string | Yes |
      | > k | string | No |
      """
    #expect(
      Documents.text(text) == """
        model M
          object
            a! object
              b array
              c_d! string
            e string
            h array[object]
              i object
                j! string
              k string
        """
    )
  }

  /// Tables copied from a browser have tabulators, those from a PDF file spaces; some lack the outer bars.
  @Test(arguments: ["\t", "    ", " | "])
  func otherTables(mark: String) {
    func row(_ cells: String...) -> String { cells.joined(separator: mark) }
    var lines = ["M", row("参数名", "类型", "必填", "说明")]
    if mark != "\t" { lines.append(mark == " | " ? "--- | --- | --- | ---" : "") }
    lines += [row("a", "string", "是", "甲"), row("b.c", "int", "否", "乙"), "N", row("名称", "类型"), row("d", "string")]
    if mark == "    " { return }
    #expect(
      Documents.text(lines.joined(separator: "\n"))
        == "model M\n  object\n    a! string\n    b object\n      c integer\nmodel N\n  object\n    d string"
    )
  }

  /// Without a column for types the examples say what they are.
  @Test func tablesWithoutTypes() {
    let text = "M\n\n| 字段 | 必填 | 描述 |\n|---|---|---|\n| a | 是 | 甲 |\n| b | 否 | 乙 |\n\n{\"a\": 1}"
    #expect(Documents.text(text) == "model M\n  object e.g. {\"a\":1}\n    a! ~\n    b ~")
  }
}
