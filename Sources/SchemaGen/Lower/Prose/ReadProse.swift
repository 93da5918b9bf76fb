import SchemaDescription
import SchemaDocument
import SchemaSource

extension Lowering {
  /// Adds to the schemas what their descriptions say in prose: the values of strings, fractions of numbers, defaults,
  /// bounds and lengths.
  ///
  /// Each schema is read by itself, on all processors.
  static func readProse(_ description: inout APIDescription, report: inout Report) {
    let schemas = description.schemas
    for (range, changes, part) in Workers.map(ranges(of: schemas.count), { read(schemas, $0) }) {
      for (index, schema) in zip(range, changes) {
        if let schema { description.schemas[index].schema = schema }
      }
      report.merge(part)
    }
    let operations = description.operations
    for (range, changes, part) in Workers.map(ranges(of: operations.count), { read(operations, $0) }) {
      for (index, operation) in zip(range, changes) {
        if let operation { description.operations[index] = operation }
      }
      report.merge(part)
    }
  }

  /// The indices of a list in pieces that are worth a thread.
  private static func ranges(of count: Int) -> [Range<Int>] {
    let size = max(128, (count + 7) / 8)
    return stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
  }

  /// The schemas of a range with what their prose says, nil for those whose prose says nothing.
  private static func read(_ schemas: [NamedSchema], _ range: Range<Int>) -> (Range<Int>, [RawSchema?], Report) {
    var pass = ProsePass()
    let changes = range.map { pass.reading(schemas[$0].schema) }
    return (range, changes, pass.report)
  }

  /// The same for operations.
  private static func read(
    _ operations: [OperationDescription],
    _ range: Range<Int>
  ) -> (Range<Int>, [OperationDescription?], Report) {
    var pass = ProsePass()
    let changes = range.map { pass.reading(operations[$0]) }
    return (range, changes, pass.report)
  }
}

/// The way through all schemas; those whose prose says nothing are not copied.
private struct ProsePass {
  /// How deep schemas are followed into each other.
  private static let depthLimit = 256

  private(set) var report = Report()

  /// An operation with what its prose says; nil where that is nothing.
  mutating func reading(_ operation: OperationDescription) -> OperationDescription? {
    var changed: OperationDescription?
    if let parameters = reading(operation.parameters) {
      changed = operation
      changed?.parameters = parameters
    }
    if let contents = operation.requestBody.flatMap({ reading($0.contents) }) {
      changed = changed ?? operation
      changed?.requestBody?.contents = contents
    }
    for (index, response) in operation.responses.enumerated() {
      if let headers = reading(response.headers) {
        changed = changed ?? operation
        changed?.responses[index].headers = headers
      }
      if let contents = reading(response.contents) {
        changed = changed ?? operation
        changed?.responses[index].contents = contents
      }
    }
    return changed
  }

  /// Parameters, which describe their schemas, with what their prose says; nil where that is nothing.
  private mutating func reading(_ parameters: [ParameterDescription]) -> [ParameterDescription]? {
    var changed: [ParameterDescription]?
    for (index, parameter) in parameters.enumerated() {
      guard let schema = parameter.schema, let inner = reading(schema, text: parameter.description) else { continue }
      changed = changed ?? parameters
      changed?[index].schema = inner
    }
    return changed
  }

  /// The media types of a body with what their prose says; nil where that is nothing.
  private mutating func reading(_ contents: [MediaTypeDescription]) -> [MediaTypeDescription]? {
    var changed: [MediaTypeDescription]?
    for (index, content) in contents.enumerated() {
      guard let schema = content.schema, let inner = reading(schema) else { continue }
      changed = changed ?? contents
      changed?[index].schema = inner
    }
    return changed
  }

  /// A schema with what its prose, and that of everything in it, says; nil where it says nothing. `text` is a
  /// description that stands beside the schema.
  mutating func reading(_ schema: RawSchema, text: String? = nil, depth: Int = 0) -> RawSchema? {
    guard depth < Self.depthLimit else { return nil }
    var changed = readingValues(of: schema, text: text)
    for index in schema.properties.indices {
      guard let inner = reading(schema.properties[index].schema, depth: depth + 1) else { continue }
      changed = changed ?? schema
      changed?.properties[index].schema = inner
    }
    if let items = schema.items?.value, let inner = reading(items, depth: depth + 1) {
      changed = changed ?? schema
      changed?.items = Indirect(inner)
    }
    if case .schema(let values) = schema.additionalProperties, let inner = reading(values.value, depth: depth + 1) {
      changed = changed ?? schema
      changed?.additionalProperties = .schema(Indirect(inner))
    }
    for path in [\RawSchema.allOf, \.anyOf, \.oneOf, \.prefixItems] where !schema[keyPath: path].isEmpty {
      for (index, part) in schema[keyPath: path].enumerated() {
        guard let inner = reading(part, depth: depth + 1) else { continue }
        changed = changed ?? schema
        changed?[keyPath: path][index] = inner
      }
    }
    for (index, pattern) in schema.patternProperties.enumerated() {
      guard let inner = reading(pattern.schema, depth: depth + 1) else { continue }
      changed = changed ?? schema
      changed?.patternProperties[index].schema = inner
    }
    return changed
  }

  /// A scalar schema with what its own prose says; nil where that is nothing.
  private mutating func readingValues(of schema: RawSchema, text: String?) -> RawSchema? {
    guard schema.title != nil || schema.description != nil || text != nil,
      schema.reference == nil, schema.constant == nil, schema.format == nil || schema.format?.isNumeric == true,
      let subject = schema.proseSubject
    else { return nil }
    let values = schema.enumeration.compactMap(\.value.string)
    guard values.count == schema.enumeration.count else { return nil }
    var changed: RawSchema?
    for prose in [schema.title, schema.description, text] {
      guard let prose, let reader = ProseReader(prose) else { continue }
      add(reader.reading(of: subject, values: values), to: &changed, schema)
    }
    return changed
  }

  /// Adds what one text says.
  private mutating func add(_ reading: ProseReading, to changed: inout RawSchema?, _ schema: RawSchema) {
    if !reading.values.isEmpty, (changed ?? schema).enumeration.isEmpty {
      changed = changed ?? schema
      changed?.enumeration = reading.values.map { RawEnumValue(Node(.string($0), at: schema.span)) }
      changed?.valuesAreFromProse = true
      report.add(
        .valuesFromProse,
        "the description lists the values \(reading.values.joined(separator: ", "))",
        at: schema.span
      )
    }
    // An integer in a format says that it is one.
    if let number = reading.fraction, schema.format == nil, (changed ?? schema).types.contains(.integer) {
      changed = changed ?? schema
      changed?.types = schema.types.map { $0 == .integer ? .number : $0 }
      changed?.isTypeFromProse = true
      report.add(
        .typeFromProse,
        "the type is integer, but the description speaks of \(number); the type becomes number",
        at: schema.span
      )
    }
    if let standard = reading.standard, (changed ?? schema).defaultValue == nil,
      let value = (changed ?? schema).value(spelled: standard)
    {
      changed = changed ?? schema
      changed?.defaultValue = Node(value, at: schema.span)
      changed?.isDefaultFromProse = true
      report.add(.defaultFromProse, "the description says that the default is \(standard)", at: schema.span)
    }
    let limits = reading.limits.filter { (changed ?? schema).allows($0) }
    if !limits.isEmpty {
      changed = changed ?? schema
      for limit in limits {
        let value = Node(.number(limit.number), at: schema.span)
        changed?.constraints.append(RawConstraint(limit.keyword, value, isFromProse: true))
      }
      let list = limits.map { "\($0.keyword) \($0.number)" }.joined(separator: ", ")
      report.add(.limitsFromProse, "the description limits the value: \(list)", at: schema.span)
    }
  }
}

extension RawSchema {
  /// What the prose of the schema can speak of; nil where that is nothing that is read.
  fileprivate var proseSubject: ProseSubject? {
    var subject: RawType?
    for type in types where type != .null {
      guard subject == nil else { return nil }
      subject = type
    }
    switch subject {
    case .string where format == nil: return .string
    case .integer: return .integer
    case .number: return .number
    case .boolean: return .boolean
    default: return nil
    }
  }

  /// A value of the schema's type by its spelling; nil for one that breaks a bound which the document states.
  fileprivate func value(spelled text: String) -> Node.Value? {
    if types.contains(.string) { return .string(text) }
    if types.contains(.boolean) { return .boolean(text == "true") }
    guard let number = Double(text) else { return nil }
    for constraint in constraints {
      guard let bound = constraint.value.number.flatMap(Double.init) else { continue }
      if constraint.keyword == "minimum" ? number < bound : constraint.keyword == "maximum" && number > bound {
        return nil
      }
    }
    return .number(text)
  }

  /// Whether the schema has no such bound yet, and its default keeps this one.
  fileprivate func allows(_ limit: ProseReading.Limit) -> Bool {
    guard !constraints.contains(where: { $0.keyword.isTwin(of: limit.keyword) }) else { return false }
    return defaultValue?.number.flatMap(Double.init).map(limit.allows) ?? true
  }
}

extension String {
  /// Whether a keyword bounds the same end of the same thing.
  fileprivate func isTwin(of other: String) -> Bool {
    if self == other { return true }
    switch (self, other) {
    case ("minimum", "exclusiveMinimum"), ("exclusiveMinimum", "minimum"): return true
    case ("maximum", "exclusiveMaximum"), ("exclusiveMaximum", "maximum"): return true
    default: return false
    }
  }

  /// Whether a format is one of numbers.
  fileprivate var isNumeric: Bool { ["int32", "int64", "float", "double", "decimal", "integer"].contains(self) }
}
