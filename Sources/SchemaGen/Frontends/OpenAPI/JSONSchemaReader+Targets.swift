import SchemaDescription
import SchemaSource

extension JSONSchemaReader {
  /// Reads the next schema that a reference led to and that is not known; nil once there is none, until others are read.
  /// What names nothing in the document is left out: the lowering tells of it, which knows whether the reference is used.
  func readNextTarget(unless isKnown: (SchemaKey) -> Bool, report: inout Report) -> NamedSchema? {
    while targetsRead < targets.count {
      let target = targets[targetsRead]
      targetsRead += 1
      if isKnown(target.key) { continue }
      switch target.place {
      case .spelled: continue
      case .broken(let node): return NamedSchema(key: target.key, name: nil, schema: RawSchema(at: node.span))
      case .local(let node, let scope):
        guard node.members != nil || node.boolean != nil else { continue }
        return NamedSchema(key: target.key, name: nil, schema: read(node, within: scope, report: &report))
      case .located(let place, let scope, let name):
        return NamedSchema(key: target.key, name: name, schema: read(place.node, within: scope, report: &report))
      }
    }
    return nil
  }
}
