import SchemaDescription
import SchemaDocument
import SchemaSource

/// The state of reading one project.
struct ApifoxProject {
  /// What folders hand down to the endpoints in them.
  struct Inherited {
    /// The names of the folders, outermost first; the root has none.
    var folders: [String] = []
    /// The keys of the security schemes; nil where nothing is said of them.
    var security: [String]?
    /// The server that requests go to, nil for the default.
    var serverID: String?
  }

  /// The names that tools give to the root of a tree, which is no folder of its own.
  static let rootNames: Set<String> = ["根目录", "Root", "root", ""]

  /// The project.
  let root: Node
  /// Reads the parts of endpoints and all schemas, and holds what was found wrong.
  var endpoint: ApifoxEndpoint
  /// What was read so far.
  var description = APIDescription()
  /// The schemas of the project in its order.
  let catalog: ApifoxCatalog
  /// The keys of security schemes by the project's ids.
  var schemeKeys: [String: String] = [:]
  /// The parameters that endpoints name and share.
  var commonParameters: [ParameterKey: ParameterDescription] = [:]
  /// The fields of forms that endpoints name and share.
  var commonFields: [String: Node] = [:]
  /// Responses that endpoints share, by their ids.
  var commonResponses: [String: Node] = [:]
  /// Where requests go.
  var environments: [ApifoxEnvironment] = []
  /// What modules hand down to the endpoints in them, by their ids.
  var modules: [String: Node] = [:]

  /// What was found wrong so far.
  var report: Report {
    get { endpoint.report }
    _modify { yield &endpoint.report }
  }

  /// Begins to read a project.
  init(_ root: Node, report: Report) {
    self.root = root
    var report = report
    let catalog = ApifoxCatalog(of: root, report: &report)
    self.catalog = catalog
    endpoint = ApifoxEndpoint(report: report) { catalog.key(for: $0) }
    endpoint.schemas.namedNodes = catalog.nodes
  }

  /// Reads the whole project: first what endpoints refer to.
  mutating func readProject() {
    readInfo()
    readSecuritySchemes()
    readCommonParameters()
    readCommonResponses()
    readEnvironments()
    for entry in catalog.entries { readSchema(entry) }
    readEndpoints()
    description.schemas += endpoint.localSchemas()
    noteLeftovers()
  }

  /// Reads what the project is called.
  private mutating func readInfo() {
    guard let info = report.object("info", of: root) else { return }
    description.title = report.filledText("name", of: info)
    description.description = report.filledText("description", of: info)
    description.version = report.filledText("version", of: info)
    guard description.version == nil, case let settings = report.elements("moduleSettings", of: root),
      settings.count == 1, settings[0].members != nil
    else { return }
    // What an export to OpenAPI says of a project is stated with its module.
    description.version = report.object("openApiInfo", of: settings[0]).flatMap { report.filledText("version", of: $0) }
  }

  /// Reads one of the schemas that references name.
  private mutating func readSchema(_ entry: ApifoxCatalog.Entry) {
    var schema = endpoint.schemas.read(entry.schema, report: &report)
    // The title is often what the tool shows in the place of the name.
    schema.title = schema.title ?? report.filledText("displayName", of: entry.item)
    schema.description = schema.description ?? report.filledText("description", of: entry.item)
    description.schemas.append(NamedSchema(key: entry.key, name: entry.name, schema: schema))
  }

  /// Reads the tree of endpoints. What the project says of all requests counts where no folder says otherwise.
  private mutating func readEndpoints() {
    var inherited = Inherited()
    if let settings = report.object("projectSetting", of: root) { inherited.security = security(of: settings) }
    for tree in report.elements("apiCollection", of: root) {
      guard tree.members != nil else {
        report.addUnexpected(tree, "a folder of endpoints", "an object")
        continue
      }
      if tree["items"] == nil, tree["api"] != nil || tree["path"] != nil {
        readItem(tree, inherited)
        continue
      }
      var own = inherited
      if let id = report.identifier("moduleId", of: tree), let module = modules[id] {
        own.security = security(of: module) ?? own.security
      }
      readFolder(tree, own, isRoot: Self.rootNames.contains(tree["name"]?.string ?? ""))
    }
  }

  /// Reads a folder and all that it holds.
  private mutating func readFolder(_ node: Node, _ inherited: Inherited, isRoot: Bool = false) {
    var own = inherited
    if !isRoot, let name = report.filledText("name", of: node) { own.folders.append(name) }
    own.security = security(of: node) ?? own.security
    // The default is what stands where the root names a scheme.
    if isRoot, let keys = own.security, description.security?.isEmpty ?? true { description.security = keys }
    own.serverID = report.identifier("serverId", of: node) ?? own.serverID
    for item in report.elements("items", of: node) { readItem(item, own) }
  }

  /// Reads a folder or an endpoint.
  private mutating func readItem(_ item: Node, _ inherited: Inherited) {
    guard item.members != nil else { return report.addUnexpected(item, "an entry of 'items'", "an object") }
    if let member = item.member("api") {
      guard member.value.members != nil else { return report.addUnexpected(member.value, "'api'", "an object") }
      readEndpoint(member.value, named: report.filledText("name", of: item), inherited)
      // Some exports keep cases and copies of an endpoint below it.
      if item["items"] != nil { readFolder(item, inherited, isRoot: true) }
    } else if item["items"] != nil {
      readFolder(item, inherited)
    } else if item["path"]?.string != nil, item["method"]?.string != nil {
      readEndpoint(item, named: report.filledText("name", of: item), inherited)
    } else {
      let name = item["name"]?.string.map { "'\($0)'" } ?? "this entry"
      let message = "\(name) is no endpoint of HTTP and is left out"
      report.add(Diagnostic(.unsupportedFeature, message, at: item["name"]?.span ?? item.span, severity: .note))
    }
  }
}
