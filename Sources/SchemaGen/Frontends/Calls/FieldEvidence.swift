import SchemaDescription
import SchemaDocument
import SchemaSource

/// What several calls show of one named value.
struct FieldEvidence {
  let name: String
  /// The place of the first value.
  let span: SourceSpan
  private(set) var description: String?
  private var values: [(text: String, span: SourceSpan)] = []
  private var kinds: Set<FieldKind> = []
  private var known: Set<String> = []
  /// The last call that has the value, by its position.
  private var lastCall: Int?
  private var callCount = 0
  private var isStatedRequired = true
  private var isRepeated: Bool
  private var isFile = false
  private(set) var mediaType: String?

  /// Begins with the first field of a name.
  init(_ field: CallField) {
    name = field.name
    span = field.span
    isRepeated = field.name.hasSuffix("[]")
  }

  /// The fields of several calls by their names, in the order in which the names come up.
  static func gather(_ calls: [[CallField]]) -> [FieldEvidence] {
    var evidence: [FieldEvidence] = []
    var positions: [String: Int] = [:]
    for (call, fields) in calls.enumerated() {
      for field in fields where !field.name.isEmpty {
        let position = positions[field.name] ?? evidence.count
        if position == evidence.count {
          positions[field.name] = position
          evidence.append(FieldEvidence(field))
        }
        evidence[position].add(field, of: call)
      }
    }
    return evidence
  }

  /// Adds what one call shows.
  private mutating func add(_ field: CallField, of call: Int) {
    description = description ?? field.description
    mediaType = mediaType ?? field.mediaType
    isFile = isFile || field.isFile
    isStatedRequired = isStatedRequired && field.isRequired
    if !field.isLeftOut {
      if lastCall == call { isRepeated = true } else { callCount += 1 }
      lastCall = call
    }
    guard !field.isSecret, !field.isFile else { return }
    let kind = isJSON ? .string : FieldKind(field.value)
    kinds.insert(kind)
    if case .placeholder = kind { return }
    if known.insert(field.value).inserted { values.append((field.value, field.span)) }
  }

  /// Whether the value must be there: the document says so, or each of several calls has it.
  func isRequired(in count: Int) -> Bool { isStatedRequired || count > 1 && callCount == count }

  /// Whether the values are JSON by themselves, as parts of a form may be.
  private var isJSON: Bool { !isFile && mediaType.map { MediaTypeKind($0) == .json } ?? false }

  /// The type that fits all values, with the values as its examples.
  var schema: RawSchema {
    var schema = RawSchema(at: span)
    if isJSON {
      schema.isTypeLost = true
      schema.examples = values.compactMap { text, span in
        var failure = Report()
        return JSONReader.readEmbedded(text, at: span, report: &failure).map { RawExample($0) }
      }
      return schema
    }
    let type = self.type
    schema.types = [type]
    schema.examples = examples(of: type)
    guard isRepeated else { return schema }
    var array = RawSchema(at: span)
    array.types = [.array]
    array.items = Indirect(schema)
    return array
  }

  /// The type of one value.
  private var type: RawType {
    if isFile { return .file }
    var stated: Set<RawType> = []
    var shown: Set<FieldKind> = []
    for kind in kinds {
      if case .placeholder(let type) = kind {
        if let type, type != .object, type != .array { stated.insert(type) }
      } else {
        shown.insert(kind)
      }
    }
    switch shown {
    case []: return stated.count == 1 ? stated.first ?? .string : .string
    case [.integer]: return stated.contains(.number) ? .number : .integer
    case [.number], [.integer, .number]: return .number
    case [.boolean]: return .boolean
    default: return .string
    }
  }

  /// The values as JSON of a type.
  private func examples(of type: RawType) -> [RawExample] {
    values.map { text, span in
      let value: Node.Value =
        switch type {
        case .integer, .number: .number(text)
        case .boolean: .boolean(text == "true")
        default: .string(text)
        }
      return RawExample(Node(value, at: span))
    }
  }
}
