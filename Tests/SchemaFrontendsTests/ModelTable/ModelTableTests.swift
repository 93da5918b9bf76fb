import SchemaDescription
import SchemaSource
import Testing

@testable import SchemaFrontends

/// What model tables become.
@Suite struct ModelTableTests {
  /// The lines of the models of a page.
  private func lines(_ text: String) -> [String] { Documents.text(text).split(separator: "\n").map(String.init) }

  @Test func englishHeadings() {
    let text = """
      Data Model: Order
      ## Order
      | Field | Type | Required | Description |
      | --- | :---: | --- | --- |
      | id | integer (int64) | Yes | The id |
      | lines | array of object | No | |
      | lines[].sku | string | Yes | a \\| b |
      | lines[].owner | Person | no | |
      | tags | map of string | No | |
      | meta.*.level | number | No | |
      | note | string \\| null | No | |
      | unknown | Whatever | No |
      Example
      json
      {}Person
      | Field | Type |
      |---|---|
      | name | string |
      """
    #expect(
      lines(text) == [
        "model Order", "  object e.g. {}", "    id! integer<int64>", "    lines array[object]", "      sku! string",
        "      owner ->Person", "    tags object", "    meta object", "    note string|null", "    unknown ~",
        "model Person", "  object", "    name string",
      ]
    )
  }

  /// A nested field may come before its parent, and its parent may be missing.
  @Test func parents() {
    let text =
      "M\n| 字段 | 类型 | 必选 | 描述 |\n|---|---|---|---|\n| a.b | string | 是 | |\n| a | object | 是 | 父 |\n| c[].d | any | 否 | |"
    #expect(
      lines(text) == ["model M", "  object", "    a! object", "      b! string", "    c array[object]", "      d ~"]
    )
  }

  /// A row that ends before its type is a cut, any other row may lack its last bar.
  @Test func lastRow() {
    let table = "M\n| 字段 | 类型 | 必选 | 描述 |\n|---|---|---|---|\n| a | string | 否 | |\n"
    for (row, names, isCut) in [
      ("| b | string | 否 | x", ["a", "b"], false), ("| b", ["a"], true), ("| b | str", ["a"], true),
      ("| b | string |", ["a", "b"], false),
    ] {
      let (description, report) = Documents.describe(Documents.source([UInt8]((table + row).utf8)))
      #expect(description?.schemas[0].schema.properties.map(\.key) == names)
      #expect(report.diagnostics.map(\.id) == (isCut ? [.truncatedDocument] : []))
    }
  }

  @Test func doubledModel() {
    let table = "M\n| 字段 | 类型 |\n|---|---|\n| a | string |\n"
    let (description, report) = Documents.describe(Documents.source([UInt8]((table + table).utf8)))
    #expect(description?.schemas.count == 1)
    #expect(report.diagnostics.map(\.id) == [.duplicateKey])
  }
}
