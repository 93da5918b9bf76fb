import SchemaDescription
import SchemaDocument
import SchemaSource

/// Makes schemas of the rows of tables.
struct ModelSchema {
  /// The page's file.
  let file: SourceFile

  /// The schema of a model with its example.
  func schema(of model: ModelPage.Model, models: Set<String>, report: inout Report) -> RawSchema {
    var table = model.table
    let rows = model.rows.compactMap { row -> FieldRow? in
      if let field = table.field(row, models: models, in: file, report: &report) { return field }
      report.add(.ignoredText, "this row names no field and is left out", at: row.line.span(in: file))
      return nil
    }
    var schema = self.schema(of: rows, at: model.name.span(in: file), report: &report)
    if let example = model.example, !example.isCut || model.rows.isEmpty {
      schema.examples = [RawExample(example.node)]
    }
    return schema
  }

  /// The schema of an object with the fields of some rows.
  func schema(of rows: [FieldRow], at span: SourceSpan, report: inout Report) -> RawSchema {
    var schema = RawSchema(at: span)
    schema.types = [.object]
    for row in rows {
      guard let path = ModelPath(row.path[...]) else {
        report.add(.ignoredText, "'\(row.path)' is no name of a field", at: row.field.name.span(in: file))
        continue
      }
      add(row.field, path.steps[...], to: &schema, report: &report)
    }
    return schema
  }

  /// Adds a row below a schema.
  private func add(
    _ field: FlatField,
    _ steps: ArraySlice<ModelPath.Step>,
    to schema: inout RawSchema,
    report: inout Report
  ) {
    let rest = steps.dropFirst()
    let span = field.name.span(in: file)
    switch steps.first {
    case nil: state(field, of: &schema, report: &report)
    case .property(let key):
      // Rows that go on below an array without brackets are about its elements.
      if schema.types.first == .array, !schema.types.contains(.object) {
        var items = schema.items?.value ?? RawSchema(at: span)
        add(field, steps, to: &items, report: &report)
        schema.items = Indirect(items)
        return
      }
      let position: Int
      if let known = schema.properties.firstIndex(where: { $0.key == key }) {
        position = known
      } else {
        if !schema.types.contains(.object) { schema.types.append(.object) }
        schema.isTypeLost = false
        schema.properties.append(RawProperty(key: key, keySpan: span, schema: RawSchema(at: span)))
        position = schema.properties.count - 1
      }
      if rest.isEmpty, field.isRequired == true, !schema.required.contains(where: { $0.name == key }) {
        schema.required.append(RequiredName(key, at: span))
      }
      add(field, rest, to: &schema.properties[position].schema, report: &report)
    case .element:
      if !schema.types.contains(.array) { schema.types = [.array] }
      schema.isTypeLost = false
      var items = schema.items?.value ?? RawSchema(at: span)
      add(field, rest, to: &items, report: &report)
      schema.items = Indirect(items)
    case .value:
      if !schema.types.contains(.object) { schema.types.append(.object) }
      var values = RawSchema(at: span)
      if case .schema(let known) = schema.additionalProperties { values = known.value }
      add(field, rest, to: &values, report: &report)
      schema.additionalProperties = .schema(Indirect(values))
    }
  }

  /// Says of a schema what its own row says.
  private func state(_ field: FlatField, of schema: inout RawSchema, report: inout Report) {
    var stated = FieldSchema(file: file).schema(of: FieldTree(field: field), report: &report)
    stated.description = stated.description?.replacing("\\|", with: "|")
    // Rows below this one may have come first.
    if schema.properties.isEmpty, schema.items == nil, schema.additionalProperties == nil {
      schema = stated
    } else {
      schema.description = stated.description
      if stated.types.contains(.null), !schema.types.contains(.null) { schema.types.append(.null) }
    }
  }
}
