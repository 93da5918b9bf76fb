import SchemaDescription
import SchemaDocument

extension Lowering {
  /// States as files those properties of forms in parts that are files by the media type of their content, or because
  /// nothing is said of them (OpenAPI 3.1, sections 4.8.14.3 and 4.8.15): from here on they are what `format: binary`
  /// is.
  ///
  /// A named schema that is more than a form stays as it is: elsewhere such a property is text or any JSON.
  static func stateFileParts(_ description: inout APIDescription) {
    let indices = Dictionary(
      description.schemas.enumerated().map { ($0.element.key, $0.offset) },
      uniquingKeysWith: { first, _ in first }
    )
    var named: [SchemaKey: FileParts] = [:]
    for operation in description.operations.indices {
      for content in description.operations[operation].requestBody?.contents.indices ?? 0..<0 {
        guard let form = description.operations[operation].requestBody?.contents[content],
          form.kind == .multipart, let schema = form.schema
        else { continue }
        let parts = FileParts(form)
        for key in schema.keysOfForm { named[key, default: FileParts()].add(parts) }
        if let changed = parts.stated(schema) {
          description.operations[operation].requestBody?.contents[content].schema = changed
        }
      }
    }
    var changes: [SchemaKey: RawSchema] = [:]
    for (key, parts) in named {
      guard let index = indices[key] else { continue }
      changes[key] = parts.stated(description.schemas[index].schema)
    }
    guard !changes.isEmpty else { return }
    for key in description.keysOutsideForms where changes[key] != nil { changes[key] = nil }
    for (key, schema) in changes {
      if let index = indices[key] { description.schemas[index].schema = schema }
    }
  }
}

/// Tells which properties of a form are files.
private struct FileParts {
  /// The media types that the document states of properties, by their keys.
  private var mediaTypes: [String: String] = [:]
  /// Documented values of the form.
  private var examples: [Node] = []

  init() {}

  init(_ form: MediaTypeDescription) {
    examples = form.examples.map(\.value)
    for field in form.fields { mediaTypes[field.property] = field.mediaType }
  }

  /// Adds what another body says of the same form.
  mutating func add(_ other: FileParts) {
    mediaTypes.merge(other.mediaTypes) { first, _ in first }
    examples += other.examples
  }

  /// The schema of a form with its files stated; nil where there are none to state.
  func stated(_ schema: RawSchema) -> RawSchema? {
    let examples = examples + schema.examples.map(\.value)
    var changed: RawSchema?
    for (index, property) in schema.properties.enumerated() {
      let values = examples.compactMap { $0[property.key] }
      guard let inner = stated(property.schema, mediaType: mediaTypes[property.key], values) else { continue }
      changed = changed ?? schema
      changed?.properties[index].schema = inner
    }
    for (index, part) in schema.allOf.enumerated() {
      guard let inner = stated(part) else { continue }
      changed = changed ?? schema
      changed?.allOf[index] = inner
    }
    return changed
  }

  /// The schema of a property, of its alternatives or of its elements as that of files; nil where it is none of files.
  private func stated(_ schema: RawSchema, mediaType: String?, _ values: [Node]) -> RawSchema? {
    if isFile(schema, mediaType: mediaType, values) {
      var file = schema
      file.types = [.string] + (schema.types.contains(.null) ? [.null] : [])
      file.format = "binary"
      return file
    }
    var changed: RawSchema?
    if schema.effectiveTypes == [.array], let items = schema.items?.value, items.effectiveTypes != [.array],
      let file = stated(
        items,
        mediaType: mediaType,
        (values + schema.examples.map(\.value)).flatMap { $0.elements ?? [] }
      )
    {
      changed = schema
      changed?.items = Indirect(file)
    }
    for path in [\RawSchema.anyOf, \.oneOf] {
      for (index, alternative) in schema[keyPath: path].enumerated() where !alternative.types.isEmpty {
        guard let file = stated(alternative, mediaType: mediaType, values) else { continue }
        changed = changed ?? schema
        changed?[keyPath: path][index] = file
      }
    }
    return changed
  }

  /// Whether a schema is of files and does not say so by its format.
  private func isFile(_ schema: RawSchema, mediaType: String?, _ values: [Node]) -> Bool {
    guard schema.saysNoMoreThanContent, mediaType?.isOfBytes != false else { return false }
    let content = schema.constraints.last { $0.keyword == "contentMediaType" }?.value.string
    if let content {
      return content.isOfBytes && (schema.types.isEmpty || schema.effectiveTypes == [.string])
    }
    guard schema.types.isEmpty, !schema.isTypeLost else { return false }
    // Examples tell: what is shown as an object is one, and where nothing else is said, any value tells of no file.
    let values = values + schema.examples.map(\.value)
    if mediaType != nil { return values.allSatisfy { $0.string != nil } }
    return schema.allowsAnything && values.isEmpty
  }
}

extension String {
  /// Whether a list of media types, as a document spells them, is of bytes alone: no text, no JSON, no XML.
  fileprivate var isOfBytes: Bool {
    split(separator: ",").allSatisfy { type in
      let bare = type.prefix { $0 != ";" }.filter { !$0.isWhitespace }.lowercased()
      return MediaTypeKind(bare) == .binary && !MediaTypeKind.isXML(bare)
    }
  }
}

extension RawSchema {
  /// The named schemas that a form is, or is composed of.
  fileprivate var keysOfForm: [SchemaKey] {
    [reference].compactMap { $0?.key } + allOf.flatMap(\.keysOfForm)
  }

  /// What stands within a form, but not what it is composed of.
  fileprivate var partsOfForm: [RawSchema] {
    var own = self
    own.allOf = []
    return own.parts + allOf.flatMap(\.partsOfForm)
  }

  /// Whether the schema says at most that it is a string and what its content is.
  fileprivate var saysNoMoreThanContent: Bool {
    reference == nil && format == nil && enumeration.isEmpty && constant == nil && defaultValue == nil
      && parts.isEmpty && !hasEmptyProperties && additionalProperties == nil && !isNever
      && constraints.allSatisfy { ["contentMediaType", "minLength", "maxLength"].contains($0.keyword) }
  }

  /// All keys that the schema and what stands within it refer to.
  fileprivate var allKeys: [SchemaKey] {
    var keys: [SchemaKey] = []
    var pending = [self]
    while let schema = pending.popLast() {
      keys += schema.referencedKeys
      pending += schema.parts
    }
    return keys
  }
}

extension APIDescription {
  /// The keys that something else refers to than forms in parts as a whole.
  fileprivate var keysOutsideForms: Set<SchemaKey> {
    var keys: Set<SchemaKey> = []
    for named in schemas { keys.formUnion(named.schema.allKeys) }
    for operation in operations {
      let fields = (operation.requestBody?.contents ?? []).flatMap(\.fields)
      let parameters = operation.parameters + operation.responses.flatMap(\.headers) + fields.flatMap(\.headers)
      for schema in parameters.compactMap(\.schema) { keys.formUnion(schema.allKeys) }
      for schema in operation.responses.flatMap(\.contents).compactMap(\.schema) { keys.formUnion(schema.allKeys) }
      for content in operation.requestBody?.contents ?? [] {
        guard let schema = content.schema else { continue }
        guard content.kind == .multipart else {
          keys.formUnion(schema.allKeys)
          continue
        }
        for part in schema.partsOfForm { keys.formUnion(part.allKeys) }
      }
    }
    return keys
  }
}
