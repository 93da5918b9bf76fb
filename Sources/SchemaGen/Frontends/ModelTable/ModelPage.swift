import SchemaDocument
import SchemaSource

/// The models of a page as they stand there.
struct ModelPage {
  /// One model.
  struct Model {
    /// The heading above the table.
    var name: PageLine
    var table: FieldTable
    var rows: [TableRow] = []
    /// The value below the table.
    var example: JSONPrefix?
  }

  /// The page.
  private let page: PageText
  /// What the page calls itself.
  private(set) var title: String?
  /// The line that says so, for a table without a heading of its own.
  private var titleLine: PageLine?
  /// The models in order.
  private(set) var models: [Model] = []

  /// Begins with no model.
  init(_ page: PageText) { self.page = page }

  /// Reads the whole page.
  mutating func read(_ report: inout Report) {
    var ignored = IgnoredLines(page.file)
    let elements = PageScanner.elements(of: page, report: &report)
    var isInTable = false
    var heading: PageLine?
    var index = 0
    while index < elements.count {
      defer { index += 1 }
      switch elements[index] {
      case .fence: isInTable = false
      case .curl(let curl): ignored.add(curl.span.start, curl.span.end, report: &report)
      case .json(let json, _):
        isInTable = false
        takeExample(json, ignored: &ignored, report: &report)
      case .line(let line):
        if let json = value(at: line) {
          // A value of one line with the next heading glued to it.
          isInTable = false
          takeExample(json, ignored: &ignored, report: &report)
          let rest = line.dropping(bytes: json.end - line.start)
          takeText(rest, heading: &heading, ignored: &ignored, report: &report)
        } else if TableRow.isRule(line.text) {
          continue
        } else if isInTable, let row = models.last?.table.row(line) {
          takeRow(row, isLast: index == elements.count - 1, ignored: &ignored, report: &report)
        } else if let table = FieldTable.beginning(at: line), let name = heading ?? (models.isEmpty ? titleLine : nil) {
          isInTable = true
          heading = nil
          models.append(Model(name: name, table: table))
        } else if line.text.begins(with: "|") {
          ignored.add(line, report: &report)
        } else {
          isInTable = false
          takeText(line, heading: &heading, ignored: &ignored, report: &report)
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
    let text = HeadingText.plain(line)
    guard !text.text.isEmpty else { return }
    if let mark = text.text.firstIndex(where: { $0 == ":" || $0 == "：" }) {
      let caption = text.text[..<mark].trimmed.lowercased()
      if ["数据模型", "data model", "model", "schema"].contains(caption) {
        let name = text.part(text.text[text.text.index(after: mark)...])
        title = HTMLEntities.decode(name.text)
        titleLine = name
        return
      }
    }
    let captions = ["数据模型示例", "示例", "json", "example", "data model example", "model example", "schema example"]
    let caption = text.text.drop { $0 == "#" }.trimmed.lowercased()
    if captions.contains(caption) || PageNoise.isButton(text.text) { return }
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
    isLast: Bool,
    ignored: inout IgnoredLines,
    report: inout Report
  ) {
    if models[models.count - 1].table.holds(row) {
      models[models.count - 1].rows.append(row)
    } else if isLast {
      PageSectionReader.reportCut(at: row.line.end, in: page.file, report: &report)
    } else {
      ignored.add(row.line, report: &report)
    }
  }
}
