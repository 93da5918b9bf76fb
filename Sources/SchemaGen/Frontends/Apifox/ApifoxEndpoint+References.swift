import SchemaDescription

extension ApifoxEndpoint {
  /// The schemas that references within one schema name, such as `#/$defs/Part`, and those that these name in turn.
  mutating func localSchemas() -> [NamedSchema] {
    var found: [NamedSchema] = []
    while let schema = schemas.readNextTarget(unless: { _ in false }, report: &report) { found.append(schema) }
    return found
  }
}
