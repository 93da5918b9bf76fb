import SchemaDescription
import SchemaDocument
import SchemaSource

/// Makes schemas from the fields of a page.
struct FieldSchema {
  /// The page's file.
  let file: SourceFile

  /// The schema of a whole body: of its root type, where the page gives one, and its fields.
  func schema(root: FieldType?, trees: [FieldTree], at span: SourceSpan, report: inout Report) -> RawSchema {
    // A root that can hold no fields was a stray word.
    let stated = trees.isEmpty || root?.children != nil ? root : nil
    let type = stated ?? FieldType(kinds: [.object(count: nil)])
    var schema = self.schema(of: type, trees: trees, at: span, report: &report)
    if trees.isEmpty, case .object(0)? = root?.kinds.first { schema.hasEmptyProperties = true }
    return schema
  }

  /// The schema of one field with its description and its values.
  func schema(of tree: FieldTree, report: inout Report) -> RawSchema {
    let field = tree.field
    var schema = self.schema(of: field.type, trees: tree.children, at: field.span, report: &report)
    schema.description = field.description
    schema.constraints = field.bounds.flatMap { $0.constraints(of: schema, in: file) }
    schema.isDeprecated = field.isDeprecated
    let values = FieldValues(file: file, type: field.type)
    for (index, line) in field.enumeration.enumerated() {
      guard let value = values.node(line, report: &report) else { continue }
      let explanation = field.explanations.indices.contains(index) ? field.explanations[index] : nil
      schema.enumeration.append(RawEnumValue(value, description: explanation.map { HTMLEntities.decode($0.text) }))
    }
    schema.examples = field.examples.compactMap { values.node($0, report: &report) }.map { RawExample($0) }
    schema.defaultValue = field.defaults.first.flatMap { values.node($0, report: &report) }
    return schema
  }

  /// The schema of a type with the fields within it; they go to the first object, however deep it lies within arrays.
  private func schema(
    of type: FieldType,
    trees: [FieldTree],
    at span: SourceSpan,
    report: inout Report
  ) -> RawSchema {
    var schema = RawSchema(at: span)
    var trees = trees
    if type.kinds.count > 1, type.namesModel {
      // A reference stands for itself alone: beside other types it is an alternative.
      schema.oneOf = type.kinds.map {
        self.schema(of: FieldType(kinds: [$0]), trees: [], at: span, report: &report)
      }
      return schema
    }
    for kind in type.kinds {
      switch kind {
      case .scalar(let name, let format):
        add(name, to: &schema)
        schema.format = schema.format ?? format
      case .object:
        add(.object, to: &schema)
        add(trees, to: &schema, report: &report)
        trees = []
      case .array(let element):
        add(.array, to: &schema)
        guard let element, schema.items == nil else { continue }
        let inner = element.children == nil ? [] : trees
        schema.items = Indirect(self.schema(of: element, trees: inner, at: span, report: &report))
        if element.children != nil { trees = [] }
      case .map(let value):
        add(.object, to: &schema)
        guard let value, schema.additionalProperties == nil else { continue }
        let inner = value.children == nil ? [] : trees
        schema.additionalProperties = .schema(Indirect(self.schema(of: value, trees: inner, at: span, report: &report)))
        if value.children != nil { trees = [] }
      case .enumeration(let base):
        guard let base else { continue }
        for case .scalar(let name, _) in base.kinds { add(name, to: &schema) }
      case .model(let name): schema.reference = RawReference(SchemaKey(HTMLEntities.decode(name)), at: span)
      case .any: schema.isTypeLost = true
      }
    }
    // A field that is nothing but null was an object, a map or anything else whose example was null.
    if schema.types == [.null] { schema.isTypeLost = true }
    return schema
  }

  /// Adds a type once.
  private func add(_ type: RawType, to schema: inout RawSchema) {
    if !schema.types.contains(type) { schema.types.append(type) }
  }

  /// Adds fields as properties; of two with one name the first one counts.
  private func add(_ trees: [FieldTree], to schema: inout RawSchema, report: inout Report) {
    var known: Set<String> = []
    for tree in trees {
      let name = tree.field.name
      let key = HTMLEntities.decode(name.text)
      guard known.insert(key).inserted else {
        let message = "the field '\(key)' is there twice, the first one is used"
        report.add(.duplicateKey, message, at: tree.field.extent(in: file))
        continue
      }
      let property = self.schema(of: tree, report: &report)
      schema.properties.append(RawProperty(key: key, keySpan: name.span(in: file), schema: property))
      if tree.field.isRequired == true { schema.required.append(RequiredName(key, at: name.span(in: file))) }
    }
  }
}
