import SchemaDescription

/// Follows references from what is written to all that it needs.
struct ReachableSchemas {
  /// The schemas that were reached.
  private(set) var keys: Set<SchemaKey> = []
  private let schemas: [SchemaKey: RawSchema]
  /// Schemas that are to be looked through.
  private var pending: [RawSchema] = []

  init(_ description: APIDescription) {
    schemas = Dictionary(description.schemas.map { ($0.key, $0.schema) }, uniquingKeysWith: { first, _ in first })
  }

  /// Follows everything that an operation refers to.
  mutating func follow(_ operation: OperationDescription) {
    let contents = (operation.requestBody?.contents ?? []) + operation.responses.flatMap(\.contents)
    let fields = contents.flatMap(\.fields) + operation.parameters.flatMap(\.fields)
    let headers = operation.responses.flatMap(\.headers) + fields.flatMap(\.headers)
    for parameter in operation.parameters + headers {
      if let schema = parameter.schema { pending.append(schema) }
    }
    for content in contents {
      if let schema = content.schema { pending.append(schema) }
    }
    followPending()
  }

  /// Follows a named schema.
  mutating func follow(_ key: SchemaKey) {
    reach(key)
    followPending()
  }

  /// Notes a schema and looks through it the first time.
  private mutating func reach(_ key: SchemaKey) {
    guard let schema = schemas[key], keys.insert(key).inserted else { return }
    pending.append(schema)
  }

  /// Looks through schemas until none is left.
  private mutating func followPending() {
    while let schema = pending.popLast() {
      for key in schema.referencedKeys { reach(key) }
      pending += schema.parts
    }
  }
}
