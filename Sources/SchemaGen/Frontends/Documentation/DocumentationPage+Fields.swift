import SchemaDescription
import SchemaDocument
import SchemaSource

extension DocumentationPage {
  /// Takes a line of a table; false where the line is none.
  mutating func takeTable(_ line: PageLine, isLast: Bool, report: inout Report) -> Bool {
    if TableRow.isRule(line.text) { return true }
    if var current = table {
      guard let row = current.row(line) else {
        (table, suspended) = (nil, current)
        return takeTable(line, isLast: isLast, report: &report)
      }
      if let field = current.field(row, models: modelNames, in: file, report: &report) {
        namedModels.formUnion(field.field.type.models)
        add(field, report: &report)
      } else if isLast {
        PageSectionReader.reportCut(at: line.end, in: file, report: &report)
      } else {
        ignored.add(line, report: &report)
      }
      table = current
      return true
    }
    if isOtherTable, line.text.begins(with: "|") {
      ignoreRow(line, report: &report)
      return true
    }
    isOtherTable = false
    if let open = suspended, open.style == .bars, TableRow(line).cells.count == open.columns.contents.count,
      FieldTable.beginning(at: line) == nil
    {
      (table, suspended) = (open, nil)
      return takeTable(line, isLast: isLast, report: &report)
    }
    let isHeader = section == .parameters(.header) || section == .parameters(.path) || section == .parameters(.query)
    if section != .other, endpoints.last?.isComplete == true,
      let found = FieldTable.beginning(at: line, ofHeaders: isHeader)
    {
      table = found
      if section == nil { openTable(&report) }
      return true
    }
    let row = TableRow(line)
    guard !row.cells.isEmpty else { return false }
    if let fact = DocumentationFact(row: row), take(fact, line: line, next: nil, report: &report) != nil { return true }
    // Two columns of words and values go on as facts.
    if row.cells.count > 2
      || DocumentationFact(row: row) == nil && section != .facts && endpoints.last?.isComplete == true
    {
      isOtherTable = true
    }
    ignoreRow(line, report: &report)
    return true
  }

  /// Notes a row that says nothing of a field.
  private mutating func ignoreRow(_ line: PageLine, report: inout Report) { ignored.add(line, report: &report) }

  /// Finds what a table below a heading of its own is about: a field of what stands above it, or a model.
  private mutating func openTable(_ report: inout Report) {
    closeModel(&report)
    guard let heading, let endpoint = endpoints.last else { return }
    let isNamed = namedModels.contains(String(heading.text))
    if !isNamed, let path = parent(named: heading.text, in: endpoint) {
      bullets = [(column: -1, path: path)]
      section = isResponse ? .response : .request
    } else if isNamed || endpoint.hasContents {
      let name = HTMLEntities.decode(heading.text)
      var schema = RawSchema(at: heading.span(in: file))
      schema.types = [.object]
      models.append(NamedSchema(key: SchemaKey(name), name: name, schema: schema))
      modelRows = []

    } else {
      section = .request
    }
    self.heading = nil
  }

  /// Makes the schema of the model whose table has ended.
  mutating func closeModel(_ report: inout Report) {
    guard let rows = modelRows, let last = models.indices.last else { return }
    modelRows = nil
    models[last].schema = ModelSchema(file: file).schema(of: rows, at: models[last].schema.span, report: &report)
  }

  /// The path of the field that a heading names, among those of the request's body or of the response.
  func parent(named text: Substring, in endpoint: DocumentationEndpoint) -> String? {
    let response = endpoint.contents.responses.last
    let answer = streamLevel == nil ? response?.section : response?.stream
    let rows = isResponse ? answer?.rows : endpoint.contents.bodies.last?.rows
    let words = text.split { !$0.isASCII || !$0.unicodeScalars.allSatisfy { $0.isNamePart } }
    return rows?.last { row in
      words.contains { word in row.path == word || row.path.hasSuffix(".\(word)") } && !row.field.type.isScalar
    }?.path
  }

  /// Adds a field where the reader stands.
  mutating func add(_ row: FieldRow, report: inout Report) {
    var row = row
    if let parent = bullets.first, parent.column == -1 { row.path = "\(parent.path).\(row.path)" }
    if section == nil, modelRows != nil {
      modelRows?.append(row)
      return
    }
    guard let target = target(of: row) else { return ignored.add(row.field.name, report: &report) }
    let span = row.field.name.span(in: file)
    switch target.place {
    case .parameter(let location):
      endpoints[endpoints.count - 1].contents.parameters.append((location, row.field.asText))
    case .body: body(target.mediaType ?? fileType(of: row), at: span) { $0.rows.append(row) }
    case nil: content(at: span) { $0.rows.append(row) }
    }
  }

  /// Where a field is sent in the last endpoint, and what that says its body is; nil where there is no endpoint.
  ///
  /// Who adds the field holds no copy of the endpoint: with one, each field would copy those before it.
  private func target(of row: FieldRow) -> (place: FieldRow.Location?, mediaType: String?)? {
    endpoints.last.map { (place(of: row, in: $0), $0.mediaType) }
  }

  /// A form is what files are sent in.
  private func fileType(of row: FieldRow) -> String? {
    row.field.type.kinds.contains { if case .scalar(.file, _) = $0 { true } else { false } }
      ? "multipart/form-data" : nil
  }

  /// Where a field is sent; nil for one that comes back.
  private func place(of row: FieldRow, in endpoint: DocumentationEndpoint) -> FieldRow.Location? {
    switch section {
    case .response, .responseExample, .failure, .failureExample: return nil
    case .parameters(let location): return .parameter(location)
    case .body: return .body
    case .example where isResponse: return nil
    default: break
    }
    if let location = row.location { return location }
    if endpoint.url?.pathParameters.contains(row.path) == true { return .parameter(.path) }
    if row.path.lowercased() == "authorization" || row.path.lowercased() == "content-type" {
      return .parameter(.header)
    }
    let method = endpoint.method ?? "POST"
    return ["GET", "HEAD", "DELETE"].contains(method) ? .parameter(.query) : .body
  }

  /// Takes an item of a list that documents a field.
  mutating func take(_ bullet: BulletField, at line: PageLine, report: inout Report) {
    while let last = bullets.last, last.column >= line.column { bullets.removeLast() }
    let name = String(bullet.name.text)
    let path = bullets.last.map { "\($0.path).\(name)" } ?? name
    bullets.append((line.column, path))
    let spelling = TypeSpelling(bullet.type, models: [])
    var field = FlatField(
      name: bullet.name,
      type: spelling.type,
      span: bullet.name.span(in: file).union(bullet.type.span(in: file))
    )
    field.isRequired = bullet.isRequired ?? spelling.isRequired
    field.details = bullet.description.map { [$0] } ?? []
    field.defaults = bullet.defaultValue.map { [.text($0)] } ?? []
    add(FieldRow(field: field, path: path, location: nil), report: &report)
  }

  /// Takes a line below a parameter's name, type and place; false where none of these is above.
  mutating func takeDetail(_ line: PageLine) -> Bool {
    guard let last = endpoints.indices.last, let parameter = endpoints[last].contents.parameters.indices.last else {
      return false
    }
    let captions = ["Default value :", "Default value:", "默认值：", "默认值:"]
    if let caption = captions.first(where: { line.text.begins(with: $0) }) {
      let value = line.dropping(bytes: caption.utf8.count)
      endpoints[last].contents.parameters[parameter].field.defaults = [.text(value)]
    } else {
      endpoints[last].contents.parameters[parameter].field.details.append(line)
    }
    return true
  }

  /// Takes a parameter whose name, type and place stand on three lines; false where the type is none.
  mutating func takeListed(_ line: PageLine, _ type: PageLine, _ place: FieldRow.Location, report: inout Report) -> Bool
  {
    let spelling = TypeSpelling(type, models: [])
    guard spelling.unknown == nil, let name = FieldName(line) else { return false }
    var field = FlatField(name: name.line, type: spelling.type, span: line.span(in: file).union(type.span(in: file)))
    field.isRequired = name.isRequired
    guard endpoints.last != nil else { return false }
    switch place {
    case .parameter(let location):
      endpoints[endpoints.count - 1].contents.parameters.append((location, field))
      isListed = true
    case .body: body(nil, at: field.span) { $0.rows.append(FieldRow(field: field, path: name.path, location: .body)) }
    }
    return true
  }
}

extension FlatField {
  /// The field as a parameter: what states no type is sent as text.
  fileprivate var asText: FlatField {
    guard type.kinds.count == 1, case .any? = type.kinds.first else { return self }
    var field = self
    field.type = FieldType(kinds: [.scalar(.string, format: nil)])
    return field
  }
}
