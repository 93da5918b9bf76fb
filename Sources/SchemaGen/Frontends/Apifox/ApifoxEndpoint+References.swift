import SchemaDescription
import SchemaDocument

extension ApifoxEndpoint {
  /// The schemas that references within one schema name, such as `#/$defs/Part`, and those that these name in turn.
  mutating func localSchemas() -> [NamedSchema] {
    var found: [NamedSchema] = []
    var position = 0
    while position < schemas.targets.count {
      let target = schemas.targets[position]
      position += 1
      guard case .local(let node, let scope) = target.place else { continue }
      let schema = schemas.read(node, within: scope, report: &report)
      found.append(NamedSchema(key: target.key, name: nil, schema: schema))
    }
    return found
  }
}
