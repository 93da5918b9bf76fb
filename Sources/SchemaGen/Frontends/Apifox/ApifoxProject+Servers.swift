import SchemaDescription
import SchemaDocument
import SchemaSource

extension ApifoxProject {
  /// The id of the server that requests go to where nothing else is said.
  private static let defaultServer = "default"

  /// Reads the environments, what modules have of their own, and the servers that follow.
  mutating func readEnvironments() {
    var globals: [String: String] = [:]
    for group in report.elements("globalVariables", of: root) where group.members != nil {
      readVariables(of: group, into: &globals)
    }
    for module in report.elements("moduleSettings", of: root) {
      guard module.members != nil else {
        report.addUnexpected(module, "the settings of a module", "an object")
        continue
      }
      guard let id = report.identifier("moduleId", of: module) ?? report.identifier("id", of: module) else { continue }
      modules[id] = module
    }
    for node in report.elements("environments", of: root) {
      guard node.members != nil else {
        report.addUnexpected(node, "an environment", "an object")
        continue
      }
      environments.append(environment(node, globals))
    }
    description.servers = Self.unique(environments.compactMap { $0.server(Self.defaultServer) })
  }

  /// Reads one environment.
  private mutating func environment(_ node: Node, _ globals: [String: String]) -> ApifoxEnvironment {
    var environment = ApifoxEnvironment(
      name: report.filledText("name", of: node),
      variables: globals,
      span: node["baseUrl"]?.span ?? node.span
    )
    readVariables(of: node, into: &environment.variables)
    environment.baseURLs[Self.defaultServer] = report.filledText("baseUrl", of: node)
    for entry in report.object("baseUrls", of: node)?.uniqueMembers ?? [] {
      // Modules may have servers of their own.
      if let own = entry.value.uniqueMembers {
        for server in own {
          guard let url = report.filledText(of: server) else { continue }
          environment.baseURLs["\(entry.key).\(server.key)"] = url
          if server.key == Self.defaultServer { environment.baseURLs[entry.key] = url }
        }
      } else if let url = report.filledText(of: entry) {
        environment.baseURLs[entry.key] = url
      }
    }
    if let parameters = report.object("parameters", of: node)?.members,
      let filled = parameters.first(where: { !$0.value.isNothing })
    {
      let message = "the parameters of an environment are not carried into the output"
      report.add(Diagnostic(.unsupportedFeature, message, at: filled.keySpan, severity: .note))
    }
    return environment
  }

  /// Reads variables that are filled in.
  private mutating func readVariables(of node: Node, into variables: inout [String: String]) {
    for variable in report.elements("variables", of: node) {
      guard variable.members != nil else {
        report.addUnexpected(variable, "a variable", "an object")
        continue
      }
      guard let name = report.filledText("name", of: variable) else { continue }
      let value = report.filledText("value", of: variable) ?? report.filledText("initialValue", of: variable)
      if let value { variables[name] = value }
    }
  }
}
