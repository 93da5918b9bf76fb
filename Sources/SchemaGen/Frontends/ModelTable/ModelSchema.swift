import SchemaDescription
import SchemaDocument
import SchemaSource

/// Makes schemas of model tables.
struct ModelSchema {
  /// The page's file.
  let file: SourceFile
  /// The names of all models of the page.
  let names: Set<String>

  /// The schema of a model with its example.
  func schema(of model: ModelPage.Model, report: inout Report) -> RawSchema {
    var schema = RawSchema(at: model.name.span(in: file))
    schema.types = [.object]
    for row in model.rows {
      guard let path = ModelPath(row.name.text) else {
        report.add(.ignoredText, "'\(row.name.text)' is no name of a field", at: row.name.span(in: file))
        continue
      }
      add(row, path.steps[...], to: &schema, depth: 0, report: &report)
    }
    if let example = model.example, !example.isTruncated || model.rows.isEmpty {
      schema.examples = [RawExample(example.node)]
    }
    return schema
  }

  /// Adds a row below a schema.
  private func add(
    _ row: ModelPage.Row,
    _ steps: ArraySlice<ModelPath.Step>,
    to schema: inout RawSchema,
    depth: Int,
    report: inout Report
  ) {
    let rest = steps.dropFirst()
    let span = row.name.span(in: file)
    switch steps.first {
    case nil:
      var stated = self.schema(ofType: row.type.text, at: row.type.span(in: file), depth: 0)
      stated.description = row.description.map { HTMLEntities.decode($0.text.replacing("\\|", with: "|")) }
      // Rows below this one may have come first.
      if schema.properties.isEmpty, schema.items == nil {
        schema = stated
      } else {
        schema.description = stated.description
      }
    case .property(let key):
      let position: Int
      if let known = schema.properties.firstIndex(where: { $0.key == key }) {
        position = known
      } else {
        if !schema.types.contains(.object) { schema.types.append(.object) }
        schema.isTypeLost = false
        schema.properties.append(RawProperty(key: key, keySpan: span, schema: RawSchema(at: span)))
        position = schema.properties.count - 1
      }
      if rest.isEmpty, row.isRequired, !schema.required.contains(where: { $0.name == key }) {
        schema.required.append(RequiredName(key, at: span))
      }
      add(row, rest, to: &schema.properties[position].schema, depth: depth + 1, report: &report)
    case .element:
      if !schema.types.contains(.array) { schema.types = [.array] }
      schema.isTypeLost = false
      var items = schema.items?.value ?? RawSchema(at: span)
      add(row, rest, to: &items, depth: depth + 1, report: &report)
      schema.items = Indirect(items)
    case .value:
      if !schema.types.contains(.object) { schema.types.append(.object) }
      var values = RawSchema(at: span)
      if case .schema(let known) = schema.additionalProperties { values = known.value }
      add(row, rest, to: &values, depth: depth + 1, report: &report)
      schema.additionalProperties = .schema(Indirect(values))
    }
  }

  /// The schema of a type as tables write it: `string`, `array of object`, `map of string`, `string | null`, a model.
  private func schema(ofType text: Substring, at span: SourceSpan, depth: Int) -> RawSchema {
    var schema = RawSchema(at: span)
    guard depth < 16 else {
      schema.isTypeLost = true
      return schema
    }
    let text = text.replacing("\\|", with: "|")[...].trimmed
    for part in text.split(separator: "|").map({ $0.trimmed }) {
      add(part, to: &schema, at: span, depth: depth)
    }
    return schema
  }

  /// Adds one alternative of a type.
  private func add(_ text: Substring, to schema: inout RawSchema, at span: SourceSpan, depth: Int) {
    let lower = text.lowercased()
    for caption in ["array of ", "list of "] where lower.hasPrefix(caption) {
      schema.types.append(.array)
      let element = text.dropping(bytes: caption.utf8.count)
      schema.items = Indirect(self.schema(ofType: element, at: span, depth: depth + 1))
      return
    }
    for caption in ["map of ", "dict of ", "object of "] where lower.hasPrefix(caption) {
      schema.types.append(.object)
      let value = text.dropping(bytes: caption.utf8.count)
      schema.additionalProperties = .schema(Indirect(self.schema(ofType: value, at: span, depth: depth + 1)))
      return
    }
    if text.hasSuffix("[]"), !text.hasPrefix("[") {
      schema.types.append(.array)
      schema.items = Indirect(self.schema(ofType: text.dropLast(2), at: span, depth: depth + 1))
      return
    }
    if names.contains(String(text)) {
      schema.reference = RawReference(SchemaKey(HTMLEntities.decode(text)), at: span)
      return
    }
    let word = lower.prefix { $0 != "<" && $0 != "(" && $0 != "（" }
    let format = text.dropping(bytes: word.utf8.count).trimmed.drop { "<(（".contains($0) }.prefix {
      !">)）".contains($0)
    }
    guard let type = Self.types[String(word[...].trimmed)] else {
      schema.isTypeLost = true
      return
    }
    if !schema.types.contains(type) { schema.types.append(type) }
    if !format.isEmpty { schema.format = String(format) }
    if schema.types == [.null] { schema.isTypeLost = true }
  }

  /// The names of types.
  private static let types: [String: RawType] = [
    "string": .string, "str": .string, "enum": .string, "integer": .integer, "int": .integer, "int32": .integer,
    "int64": .integer, "long": .integer, "number": .number, "float": .number, "double": .number, "boolean": .boolean,
    "bool": .boolean, "object": .object, "map": .object, "dict": .object, "array": .array, "list": .array,
    "null": .null,
    "file": .file,
  ]
}
