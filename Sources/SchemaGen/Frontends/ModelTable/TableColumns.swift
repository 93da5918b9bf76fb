/// Which column of a table of fields holds what.
struct TableColumns {
  /// The column of the names.
  var name: Int
  /// The column of the types.
  var type: Int
  /// The column that says whether a field is required.
  var isRequired: Int?
  /// The column of the descriptions.
  var description: Int?

  /// How headers call the names.
  private static let names = ["字段", "字段名", "名称", "参数", "参数名", "属性", "field", "name", "property", "parameter"]
  /// How headers call the types.
  private static let types = ["类型", "数据类型", "type", "data type"]
  /// How headers call the requirement.
  private static let requirements = ["必选", "必填", "必需", "是否必填", "是否必需", "是否必须", "required", "mandatory"]
  /// How headers call the descriptions.
  private static let descriptions = ["描述", "说明", "备注", "description", "notes"]

  /// Reads a header row; nil where it lacks a name or a type.
  init?(_ row: TableRow) {
    let titles = row.cells.map { $0.text.lowercased() }
    guard let name = titles.firstIndex(where: Self.names.contains),
      let type = titles.firstIndex(where: Self.types.contains)
    else { return nil }
    self.name = name
    self.type = type
    isRequired = titles.firstIndex(where: Self.requirements.contains)
    description = titles.firstIndex(where: Self.descriptions.contains)
  }
}
