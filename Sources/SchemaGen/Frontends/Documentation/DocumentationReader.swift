import SchemaDescription
import SchemaDocument
import SchemaSource

/// Reads API documentation that people write or tools export: headings, tables of fields, examples.
enum DocumentationReader {
  /// Whether a page names an endpoint and documents it as share pages do not: in tables or lists of fields, or with
  /// captions for the method and the address.
  static func recognizes(_ page: PageText) -> Bool {
    var hasFacts: Set<DocumentationFact.Kind> = []
    var hasHead = false
    var hasFields = false
    for (index, line) in page.lines.enumerated() {
      if isSharePage(line) { return false }
      let next = index + 1 < page.lines.count ? page.lines[index + 1] : nil
      if let head = DocumentationHead(line, next: next) {
        hasHead = true
        // `POST Create speech` above an address is what Postman's pages have.
        hasFields = hasFields || head.title != nil
      }
      let bars = TableRow(line)
      let fact = bars.cells.isEmpty ? DocumentationFact(line) : DocumentationFact(row: bars)
      if let fact, fact.kind == .method || fact.kind == .url {
        let value = fact.value.text.isEmpty ? next.map { DocumentationFact.value($0) } : fact.value
        let isMethod = value.map { HTTPMethod.prefix(of: Substring($0.text.uppercased())) != nil } ?? false
        let isURL = value.map { DocumentationHead.url(DocumentationHead.bare($0)) != nil } ?? false
        if fact.kind == .method ? isMethod : isURL { hasFacts.insert(fact.kind) }
      }
      if !hasFields {
        hasFields = FieldTable.beginning(at: line) != nil || BulletField(line) != nil || Self.place(of: line) != nil
      }
    }
    return hasFacts.count == 2 || hasHead && hasFields
  }

  /// What a page says of its API; nil, with an error in the report, where it names no method and path.
  static func read(_ file: SourceFile, report: inout Report) -> APIDescription? {
    let page = PageText(file)
    let elements = PageScanner.elements(of: page, report: &report)
    var reader = DocumentationPage(file, elements)
    reader.read(elements, report: &report)
    var assembler = PageAssembler(file: file)
    for endpoint in reader.endpoints {
      assembler.add(endpoint.contents, head: endpoint.head, title: nil, report: &report)
    }
    var description = assembler.description
    for model in reader.models where !description.schemas.contains(where: { $0.key == model.key }) {
      description.schemas.append(model)
    }
    guard !description.operations.isEmpty else {
      report.add(.unknownFormat, "the page names no method and path", at: file.span(0, min(1, file.bytes.count)))
      return nil
    }
    return description
  }

  /// Where a parameter is sent, as one line in parentheses says it: `(query)`.
  static func place(of line: PageLine) -> FieldRow.Location? {
    switch line.text {
    case "(query)": .parameter(.query)
    case "(path)": .parameter(.path)
    case "(header)": .parameter(.header)
    case "(cookie)": .parameter(.cookie)
    case "(body)", "(formData)": .body
    default: nil
    }
  }

  /// Whether a line is one that only share pages have.
  private static func isSharePage(_ line: PageLine) -> Bool {
    if case .status = PageLabel.whole(line.text), line.text.unicodeScalars.first.map({ $0.value > 0x1F000 }) ?? false {
      return true
    }
    if case .body(let mediaType, _)? = PageLabel.prefix(of: line.text)?.label, mediaType != nil { return true }
    return false
  }
}
