import SchemaDescription
import SchemaDocument
import SchemaSource

/// Reads pages that document data models as tables with dotted names.
enum ModelTableReader {
  /// Whether a page has a table of fields.
  static func recognizes(_ page: PageText) -> Bool {
    zip(page.lines, page.lines.dropFirst()).contains { header, next in
      guard let table = FieldTable.beginning(at: header) else { return false }
      return TableRow.isRule(next.text) || table.style == .tabulators && table.row(next) != nil
    }
  }

  /// The models of a page; nil, with an error in the report, where it has none.
  static func read(_ file: SourceFile, report: inout Report) -> APIDescription? {
    var reader = ModelPage(PageText(file))
    reader.read(&report)
    guard !reader.models.isEmpty else {
      report.add(.unknownFormat, "the page has no table of fields with a name above it", at: file.span(0, 0))
      return nil
    }
    var description = APIDescription()
    description.title = reader.title
    let names = Set(reader.models.map { String($0.name.text) })
    let schemas = ModelSchema(file: file)
    for model in reader.models {
      let name = HTMLEntities.decode(model.name.text)
      let schema = schemas.schema(of: model, models: names, report: &report)
      guard !description.schemas.contains(where: { $0.key.text == name }) else {
        report.add(.duplicateKey, "the model '\(name)' is there twice, the first one is used", at: schema.span)
        continue
      }
      description.schemas.append(NamedSchema(key: SchemaKey(name), name: name, schema: schema))
    }
    return description
  }
}
