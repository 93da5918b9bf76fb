import SchemaDescription

/// Which named schemas are written, and the components that they become.
struct ComponentTable {
  /// The schemas in the document's order, each with the key of its component.
  let schemas: [(schema: NamedSchema, key: String)]
  /// The keys of components by the schemas' own.
  private let keys: [SchemaKey: String]
  /// What schemas refer to that are references.
  private let aliases: [SchemaKey: SchemaKey]

  /// Names the schemas that are wanted for themselves (all that have a name where `wanted` is nil), and all that operations
  /// and these refer to.
  init(_ description: APIDescription, wanted: Set<SchemaKey>?) {
    var reachable = ReachableSchemas(description)
    for operation in description.operations { reachable.follow(operation) }
    for named in description.schemas where named.name != nil && wanted?.contains(named.key) ?? true {
      reachable.follow(named.key)
    }
    var names = ComponentName()
    var schemas: [(schema: NamedSchema, key: String)] = []
    var keys: [SchemaKey: String] = [:]
    let kept = description.schemas.filter { reachable.keys.contains($0.key) }
    // Names that can stay as they are come first, so that no other takes them.
    for staysAsItIs in [true, false] {
      for named in kept where ComponentName.isKey(named.name ?? "") == staysAsItIs && keys[named.key] == nil {
        keys[named.key] = names.key(for: named.name ?? Self.lastWord(of: named.key), else: "Schema")
      }
    }
    var written: Set<SchemaKey> = []
    for named in kept where written.insert(named.key).inserted {
      if let key = keys[named.key] { schemas.append((named, key)) }
    }
    self.schemas = schemas
    self.keys = keys
    aliases = Dictionary(
      kept.compactMap { named in named.schema.reference.map { (named.key, $0.key) } },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The key of the component that a schema becomes; nil where the reference leads nowhere.
  subscript(_ key: SchemaKey) -> String? { keys[key] }

  /// Whether a reference leads to references that lead in a circle.
  func isCircle(_ key: SchemaKey) -> Bool {
    var visited: Set<SchemaKey> = []
    var current = key
    while let next = aliases[current] {
      guard visited.insert(current).inserted else { return true }
      current = next
    }
    return false
  }

  /// What a schema without a name is called: the last component of the pointer to it, else the file.
  static func lastWord(of key: SchemaKey) -> String {
    guard let hash = key.text.firstIndex(of: "#") else { return key.text }
    if let last = key.text[hash...].dropFirst().split(separator: "/").last { return String(last) }
    return String(key.text[..<hash].split(separator: "/").last?.prefix { $0 != "." } ?? key.text[hash...])
  }
}
