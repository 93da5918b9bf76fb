import SchemaDocument
import SchemaSource

/// The models of a page as they stand there.
struct ModelPage {
  /// One row of a model's table.
  struct Row {
    /// The dotted name.
    var name: PageLine
    var type: PageLine
    var isRequired: Bool
    var description: PageLine?
  }

  /// One model.
  struct Model {
    /// The heading above the table.
    var name: PageLine
    var rows: [Row] = []
    /// The value below the table.
    var example: JSONPrefix?
  }

  /// The page.
  private let page: PageText
  /// What the page calls itself.
  private(set) var title: String?
  /// The models in order.
  private(set) var models: [Model] = []

  /// Begins with no model.
  init(_ page: PageText) { self.page = page }

  /// Reads the whole page.
  mutating func read(_ report: inout Report) {
    var ignored = IgnoredLines(page.file)
    let elements = PageScanner.elements(of: page, report: &report)
    var columns: TableColumns?
    var heading: PageLine?
    var index = 0
    while index < elements.count {
      defer { index += 1 }
      switch elements[index] {
      case .fence: continue
      case .curl(let curl): ignored.add(curl.span.start, curl.span.end, report: &report)
      case .json(let json, _):
        columns = nil
        takeExample(json, ignored: &ignored, report: &report)
      case .line(let line):
        let row = TableRow(line)
        if let json = value(at: line) {
          // A value of one line with the next heading glued to it.
          columns = nil
          takeExample(json, ignored: &ignored, report: &report)
          let rest = line.dropping(bytes: json.end - line.start)
          takeText(rest, heading: &heading, ignored: &ignored, report: &report)
        } else if row.cells.isEmpty {
          columns = nil
          takeText(line, heading: &heading, ignored: &ignored, report: &report)
        } else if TableRow.isRule(line.text) {
          continue
        } else if let current = columns {
          takeRow(row, current, isLast: index == elements.count - 1, ignored: &ignored, report: &report)
        } else if let found = TableColumns(row), let name = heading {
          columns = found
          heading = nil
          models.append(Model(name: name))
        } else {
          ignored.add(line, report: &report)
        }
      }
    }
    if let heading { ignored.add(heading, report: &report) }
    ignored.flush(&report)
  }

  /// The value with which a line begins, nil where it begins with none.
  private func value(at line: PageLine) -> JSONPrefix? {
    guard line.text.begins(with: "{"), let json = JSONReader.readPrefix(page.file, at: line.start), json.end < line.end
    else { return nil }
    return json
  }

  /// Takes a line outside tables: the page's title, a caption, or the heading of the next model.
  private mutating func takeText(
    _ line: PageLine,
    heading: inout PageLine?,
    ignored: inout IgnoredLines,
    report: inout Report
  ) {
    let text = line.part(line.text.drop { $0 == "#" })
    if let mark = text.text.firstIndex(where: { $0 == ":" || $0 == "：" }) {
      let caption = text.text[..<mark].trimmed.lowercased()
      if ["数据模型", "data model", "model", "schema"].contains(caption) {
        title = HTMLEntities.decode(text.text[text.text.index(after: mark)...].trimmed)
        return
      }
    }
    let captions = ["数据模型示例", "示例", "json", "example", "data model example", "model example", "schema example"]
    if captions.contains(text.text.lowercased()) || PageNoise.isButton(text.text) { return }
    if let unused = heading { ignored.add(unused, report: &report) }
    heading = text
  }

  /// Takes an example of the model above it.
  private mutating func takeExample(_ json: JSONPrefix, ignored: inout IgnoredLines, report: inout Report) {
    if json.isTruncated { PageSectionReader.reportCut(at: json.end, in: page.file, report: &report) }
    guard !models.isEmpty, models[models.count - 1].example == nil else {
      return ignored.add(json.node.span.start, json.end, report: &report)
    }
    models[models.count - 1].example = json
  }

  /// Takes a row. The last one of a page may lack its bar; one that lacks its type as well was cut off.
  private mutating func takeRow(
    _ row: TableRow,
    _ columns: TableColumns,
    isLast: Bool,
    ignored: inout IgnoredLines,
    report: inout Report
  ) {
    let needed = max(columns.name, columns.type)
    guard row.cells.count > needed, row.cells.count > needed + 1 || row.isClosed,
      !row.cells[columns.name].text.isEmpty
    else {
      if isLast {
        PageSectionReader.reportCut(at: row.line.end, in: page.file, report: &report)
      } else {
        ignored.add(row.line, report: &report)
      }
      return
    }
    /// The cell of a column, nil where it is empty or missing.
    func cell(_ column: Int?) -> PageLine? {
      guard let column, row.cells.indices.contains(column), !row.cells[column].text.isEmpty else { return nil }
      return row.cells[column]
    }
    let requirement = cell(columns.isRequired)?.text.lowercased() ?? ""
    let isRequired = ["是", "yes", "true", "y", "✓", "✔", "✅", "必需", "必填", "必选", "required", "1"].contains(requirement)
    models[models.count - 1].rows.append(
      Row(
        name: row.cells[columns.name],
        type: row.cells[columns.type],
        isRequired: isRequired,
        description: cell(columns.description)
      )
    )
  }
}
