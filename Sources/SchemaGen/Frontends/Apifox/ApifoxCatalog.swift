import SchemaDescription
import SchemaDocument
import SchemaSource

/// The schemas of a project, and how references name them: by an id that is no place in the document.
struct ApifoxCatalog {
  /// A schema of the project.
  struct Entry {
    /// The id, as references spell it.
    var key: SchemaKey
    /// What the schema is called; one that another folder has as well begins with its folder's name.
    var name: String
    /// The folder that holds the schema, nil at the root.
    var folder: String?
    /// The object that names the schema.
    var item: Node
    /// The schema.
    var schema: Node
  }

  /// The beginning of ids in references.
  private static let prefix = "#/definitions/"

  /// The schemas in the project's order.
  private(set) var entries: [Entry] = []
  /// The schemas by their keys.
  private(set) var nodes: [SchemaKey: Node] = [:]
  /// Keys by the names of the schemas, which some tools refer to.
  private var keysByName: [String: SchemaKey] = [:]

  /// Finds all schemas of a project.
  init(of root: Node, report: inout Report) {
    for tree in report.elements("schemaCollection", of: root) {
      let isRoot = tree["items"] != nil && ApifoxProject.rootNames.contains(tree["name"]?.string ?? "")
      find(in: tree, folder: nil, isRoot: isRoot, report: &report)
    }
    tellNamesApart()
  }

  /// The key that a reference names.
  func key(for reference: String) -> SchemaKey {
    let key = Self.key(reference)
    if nodes[key] != nil { return key }
    let path = PathText.withoutPercentEscapes(Substring(reference))
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return keysByName[name] ?? key
  }

  /// The key of an id, which some exports write without the beginning that references have.
  private static func key(_ id: String) -> SchemaKey {
    let isBare = !id.isEmpty && id.utf8.allSatisfy { (0x30...0x39).contains($0) }
    return SchemaKey(isBare ? prefix + id : id)
  }

  /// Finds the schemas in a folder, or takes the schema that an item is.
  private mutating func find(in item: Node, folder: String?, isRoot: Bool, report: inout Report) {
    guard item.members != nil else {
      return report.addUnexpected(item, "a schema of the project", "an object")
    }
    if item["items"] != nil {
      let own = isRoot ? nil : report.filledText("name", of: item)
      for inner in report.elements("items", of: item) {
        find(in: inner, folder: own ?? folder, isRoot: false, report: &report)
      }
    }
    guard let holder = item.member("schema") else {
      if item["items"] == nil, !isRoot {
        report.add(.unexpectedValue, "a schema of the project must have a 'schema'", at: item.span)
      }
      return
    }
    guard holder.value.members != nil else { return report.addUnexpected(holder.value, "'schema'", "an object") }
    let name = report.filledText("name", of: item) ?? report.filledText("displayName", of: item)
    let id = report.identifier("id", of: item)
    guard let text = id ?? name.map({ Self.prefix + $0 }) else {
      return report.add(.unexpectedValue, "a schema of the project must have a 'name' or an 'id'", at: item.span)
    }
    let key = Self.key(text)
    guard nodes[key] == nil else {
      return report.add(
        .duplicateKey,
        "another schema of the project has the id '\(text)'; this one is left out",
        at: item["id"]?.span ?? item.span
      )
    }
    // Some exports have the schema itself where others wrap it.
    let schema = holder.value["jsonSchema"] ?? holder.value
    nodes[key] = schema
    if let name, keysByName[name] == nil { keysByName[name] = key }
    entries.append(Entry(key: key, name: name ?? text, folder: folder, item: item, schema: schema))
  }

  /// Puts the names of folders before those that several schemas share.
  private mutating func tellNamesApart() {
    let counts = Dictionary(entries.map { ($0.name.lowercased(), 1) }, uniquingKeysWith: +)
    for index in entries.indices where counts[entries[index].name.lowercased()] != 1 {
      if let folder = entries[index].folder { entries[index].name = "\(folder) \(entries[index].name)" }
    }
  }
}
