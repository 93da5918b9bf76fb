import SchemaDescription
import SchemaDocument
import SchemaSource

/// Reads documents that are JSON Schemas by themselves: a schema, often with definitions, and no operations.
enum JSONSchemaDocument {
  /// The objects that hold definitions: since draft 2019-09 and before.
  private static let definitions = ["$defs", "definitions"]

  /// Whether a document is a schema by its content: it names JSON Schema's dialect, or it has definitions or typed
  /// properties at its top. API documents of other kinds are asked about before.
  static func recognizes(_ root: Node) -> Bool {
    guard root.members != nil else { return false }
    if let dialect = root["$schema"]?.string { return dialect.contains("json-schema.org") }
    if definitions.contains(where: { root[$0]?.members != nil }) { return true }
    return root["properties"]?.members != nil && root["type"] != nil && !root.isData
  }

  /// What a schema and its definitions say; the library opens the documents that they refer to.
  static func read(
    _ root: Node,
    in file: SourceFile,
    library: (any DocumentLibrary)?,
    report: inout Report
  ) -> APIDescription {
    let document = LoadedDocument(file: file, root: root, location: .file(file.path))
    let resolver = ReferenceResolver(document, library: library)
    let reader = JSONSchemaReader(.located(resolver))
    var description = APIDescription()
    var known: Set<SchemaKey> = []
    func add(_ key: SchemaKey, _ name: String?, _ schema: RawSchema) {
      guard known.insert(key).inserted else { return }
      var named = NamedSchema(key: key, name: name, schema: schema)
      named.allowsAnyTypeUnlessStated = true
      description.schemas.append(named)
    }
    let schema = reader.read(root, report: &report)
    let key = ReferenceTarget.key(path: file.path, pointer: JSONPointer([]))
    let name = Self.name(of: schema, root, file)
    add(key, name, schema)
    description.schemas[0].isWholeDocument = true
    let scope = JSONSchemaReader.Scope(outermost: root, resource: resolver.ownRoot)
    for group in definitions {
      for member in root[group]?.members ?? [] where member.value.members != nil || member.value.boolean != nil {
        let key = ReferenceTarget.key(path: file.path, pointer: JSONPointer([group, member.key]))
        add(key, member.key, reader.read(member.value, within: scope, report: &report))
      }
    }
    var position = 0
    while position < reader.targets.count {
      let target = reader.targets[position]
      position += 1
      switch target.place {
      case .spelled: continue
      case .broken(let node): add(target.key, nil, RawSchema(at: node.span))
      case .local(let node, let scope): add(target.key, nil, reader.read(node, within: scope, report: &report))
      case .located(let place, let scope, let name):
        add(target.key, name, reader.read(place.node, within: scope, report: &report))
      }
    }
    report.merge(resolver.report)
    return description
  }

  /// What the whole schema is called: its title, the last component of its `$id`, or the file.
  private static func name(of schema: RawSchema, _ root: Node, _ file: SourceFile) -> String {
    if let title = schema.title, title.count <= 60 { return title }
    if let id = root["$id"]?.string ?? root["id"]?.string {
      let path = URIReference(id).path
      if path.contains(where: \.isLetter) { return PathText.stem(of: path) }
    }
    return ReferenceResolver.name(ofFile: file.path)
  }
}

extension Node {
  /// Whether an object with `type` and `properties` is rather data that has such keys: its type is no type of JSON.
  fileprivate var isData: Bool {
    let types = self["type"]?.elements ?? [self["type"]].compactMap(\.self)
    return !types.allSatisfy { $0.string.map { RawType(rawValue: $0) != nil } ?? false }
  }
}
