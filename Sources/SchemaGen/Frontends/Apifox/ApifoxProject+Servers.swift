import SchemaDescription
import SchemaDocument
import SchemaSource

extension ApifoxProject {
  /// The id of the server that requests go to where nothing else is said.
  private static let defaultServer = "default"

  /// Reads the environments, what modules have of their own, and the servers that follow.
  mutating func readEnvironments() {
    var globals: [PostmanVariables.Variable] = []
    for group in report.elements("globalVariables", of: root) where group.members != nil {
      globals += variables("variables", of: group)
    }
    var own: [String: [PostmanVariables.Variable]] = [:]
    for module in report.elements("moduleSettings", of: root) {
      guard module.members != nil else {
        report.addUnexpected(module, "the settings of a module", "an object")
        continue
      }
      guard let id = report.identifier("moduleId", of: module) ?? report.identifier("id", of: module) else { continue }
      modules[id] = module
      own[id, default: []] += variables("moduleVariables", of: module)
    }
    // Older exports keep them apart.
    for group in report.elements("moduleVariables", of: root) where group.members != nil {
      guard let id = report.identifier("id", of: group) else { continue }
      own[id, default: []] += variables("variables", of: group)
    }
    own = own.filter { !$0.value.isEmpty }
    for node in report.elements("environments", of: root) {
      guard node.members != nil else {
        report.addUnexpected(node, "an environment", "an object")
        continue
      }
      environments.append(environment(node, globals: globals, modules: own))
    }
    if environments.isEmpty, !globals.isEmpty || !own.isEmpty {
      // Variables stand for servers where no environment does.
      var environment = ApifoxEnvironment(name: nil, span: root.span)
      fill(&environment, with: [], globals: globals, modules: own)
      environments.append(environment)
    }
    description.servers = Self.unique(environments.compactMap { $0.server(Self.defaultServer) })
  }

  /// Says which variables count in an environment, and in each module there.
  private func fill(
    _ environment: inout ApifoxEnvironment,
    with variables: [PostmanVariables.Variable],
    globals: [PostmanVariables.Variable],
    modules: [String: [PostmanVariables.Variable]]
  ) {
    environment.variables.add(globals + variables)
    for (id, own) in modules {
      var known = PostmanVariables()
      known.add(globals + own + variables)
      environment.moduleVariables[id] = known
    }
  }

  /// Reads one environment.
  private mutating func environment(
    _ node: Node,
    globals: [PostmanVariables.Variable],
    modules: [String: [PostmanVariables.Variable]]
  ) -> ApifoxEnvironment {
    var environment = ApifoxEnvironment(
      name: report.filledText("name", of: node),
      span: node["baseUrl"]?.span ?? node.span
    )
    fill(&environment, with: variables("variables", of: node), globals: globals, modules: modules)
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

  /// The variables in a list that are filled in.
  private mutating func variables(_ key: String, of node: Node) -> [PostmanVariables.Variable] {
    report.elements(key, of: node).compactMap { variable in
      guard variable.members != nil else {
        report.addUnexpected(variable, "a variable", "an object")
        return nil
      }
      guard let name = report.filledText("name", of: variable),
        let value = report.filledText("value", of: variable) ?? report.filledText("initialValue", of: variable)
      else { return nil }
      let isSecret = variable["securityType"]?.string == "secret" || Credential.isSecret(name)
      return PostmanVariables.Variable(name: name, value: value, isSecret: isSecret, span: variable.span)
    }
  }
}
