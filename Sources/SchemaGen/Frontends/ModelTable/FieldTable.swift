import SchemaDescription
import SchemaDocument
import SchemaSource

/// A table of fields that is being read row by row.
struct FieldTable {
  /// What the columns hold.
  let columns: TableColumns
  /// What parts the cells.
  let style: TableRow.Style
  /// The names of the fields that the last row lies within, by the depth that marks before the names show.
  private var parents: [String] = []

  /// Begins a table.
  init(_ columns: TableColumns, style: TableRow.Style) {
    self.columns = columns
    self.style = style
  }

  /// The table that a header row begins. Without bars every title must be known, so that no sentence is a header.
  static func beginning(at line: PageLine, ofHeaders: Bool = false) -> FieldTable? {
    guard line.text.utf8.count <= 600 else { return nil }
    for style in TableRow.Style.allCases {
      let row = TableRow(line, style)
      guard row.cells.count >= 2, let columns = TableColumns(row) ?? (ofHeaders ? TableColumns(ofHeaders: row) : nil)
      else { continue }
      if style == .bars || columns.contents.allSatisfy({ $0 != nil }) { return FieldTable(columns, style: style) }
    }
    return nil
  }

  /// The cells of a line, nil where the line is no row of the table.
  func row(_ line: PageLine) -> TableRow? {
    let row = TableRow(line, style)
    switch style {
    case .bars: return row.cells.isEmpty ? nil : row
    case .innerBars, .tabulators, .spaces:
      // Of what lies open only a name that can be one begins a row.
      guard row.cells.indices.contains(columns.name), !line.text.begins(with: "#") else { return nil }
      let name = row.cells[columns.name].text
      return name.utf8.count <= 100 && !name.isEmpty && !name.contains("。") ? row : nil
    }
  }

  /// Whether a row reaches as far as the type: a cut in the middle of that cell leaves a word that is none.
  func holds(_ row: TableRow) -> Bool {
    let needed = max(columns.name, columns.index(of: .type) ?? 0)
    guard row.cells.count > needed, row.cells.count > needed + 1 || row.isClosed else { return false }
    return !row.cells[columns.name].text.isEmpty
  }

  /// The field of a row with its name as a path; nil where the row lacks its name, or its type where there is a column.
  mutating func field(_ row: TableRow, models: Set<String> = [], in file: SourceFile, report: inout Report) -> FieldRow?
  {
    guard holds(row), var name = FieldName(row.cells[columns.name]) else { return nil }
    place(&name)
    let type = TypeSpelling(cell(.type, of: row), models: models)
    let nameLine = name.line
    let typeSpan = cell(.type, of: row)?.span(in: file)
    let span = typeSpan.map { nameLine.span(in: file).union($0) } ?? nameLine.span(in: file)
    var field = FlatField(name: nameLine, type: type.type, span: span)
    field.isRequired = name.isRequired ?? type.isRequired
    let description = cell(.description, of: row).map { CellText.lines($0) } ?? []
    field.details = description
    takeRequirement(of: row, into: &field)
    if let values = cell(.enumeration, of: row) { takeValues(values, into: &field) }
    if field.enumeration.isEmpty, !type.values.isEmpty { field.enumeration = type.values }
    settleEnumeration(of: &field)
    if let value = cell(.defaultValue, of: row), !CellText.isNothing(value.text) {
      field.defaults = [.text(CellText.plain(value))]
    }
    if let value = cell(.example, of: row), !CellText.isNothing(value.text) {
      field.examples = [.text(CellText.plain(value))]
    }
    if let unknown = type.unknown {
      let message = "'\(unknown.text)' is no type that is known; examples decide where there are any"
      report.add(.ignoredText, message, at: unknown.span(in: file))
    }
    for (index, content) in columns.contents.enumerated() where content == nil {
      guard row.cells.indices.contains(index), !CellText.isNothing(row.cells[index].text) else { continue }
      field.details.append(row.cells[index])
    }
    let location = cell(.location, of: row).flatMap { Self.locations[$0.text.lowercased()] } ?? type.location
    return FieldRow(field: field, path: name.path, location: location)
  }

  /// Gives a name that stands below another one, by the marks before it, the path of that.
  private mutating func place(_ name: inout FieldName) {
    guard name.depth > 0 else {
      parents = [name.path]
      return
    }
    let depth = min(name.depth, parents.count)
    parents.removeSubrange(depth...)
    parents.append(name.path)
    if depth > 0 { name.path = parents.joined(separator: ".") }
  }

  /// The cell of a column, nil where it is empty or missing.
  private func cell(_ content: TableColumns.Content, of row: TableRow) -> PageLine? {
    guard let column = columns.index(of: content), row.cells.indices.contains(column),
      !row.cells[column].text.isEmpty
    else { return nil }
    return row.cells[column]
  }

  /// Takes what a row says of whether its field must be there.
  private func takeRequirement(of row: TableRow, into field: inout FlatField) {
    if let requirement = cell(.requirement, of: row) {
      if let isRequired = CellText.answer(requirement.text) {
        field.isRequired = isRequired
      } else if !CellText.isNothing(requirement.text) {
        // `required if stream is set` is something that no type says.
        field.details.append(requirement)
      }
    }
    if let option = cell(.option, of: row) {
      if let isOptional = CellText.answer(option.text) {
        field.isRequired = !isOptional
      } else {
        field.details.append(option)
      }
    }
    guard field.isRequired == nil, let first = field.details.first?.text.drop(while: { "*【[(（".contains($0) }) else {
      return
    }
    let marker = ["必填", "必需", "必选", "Required", "REQUIRED"].first { first.begins(with: $0) }
    if let marker, let next = first.dropping(bytes: marker.utf8.count).first, "*】])）。.,，:：;； ".contains(next) {
      field.isRequired = true
    }
  }

  /// Takes a cell of listed values; a sentence or a range is a part of the description.
  private func takeValues(_ cell: PageLine, into field: inout FlatField) {
    guard !CellText.isNothing(cell.text) else { return }
    guard let values = ListedValues(cell) else { return field.details.append(cell) }
    field.enumeration = values.values
    field.explanations = values.explanations
  }

  /// Says what the values of an enumeration are of which the table names no type: whole numbers, or texts.
  private func settleEnumeration(of field: inout FlatField) {
    guard field.type.kinds.count == 1, case .enumeration(nil)? = field.type.kinds.first else { return }
    let isNumeric = !field.enumeration.isEmpty && field.enumeration.allSatisfy { Int($0.text) != nil }
    field.type = FieldType(kinds: [.scalar(isNumeric ? .integer : .string, format: nil)])
  }

  /// How cells call the places of parameters.
  private static let locations: [String: FieldRow.Location] = [
    "path": .parameter(.path), "路径": .parameter(.path), "query": .parameter(.query), "url": .parameter(.query),
    "查询": .parameter(.query), "header": .parameter(.header), "请求头": .parameter(.header),
    "headers": .parameter(.header),
    "cookie": .parameter(.cookie), "body": .body, "json": .body, "form": .body, "formdata": .body, "form-data": .body,
    "请求体": .body,
  ]
}
