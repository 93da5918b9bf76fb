import SchemaDescription
import SchemaSource

/// One environment of a project: a base URL for each of its servers.
struct ApifoxEnvironment {
  /// What the environment is called.
  var name: String?
  /// The base URLs by the ids of the servers; an URL may be that of a module, by the module's id.
  var baseURLs: [String: String] = [:]
  /// What stands for variables in addresses: the environment's own count before a module's, and these before those of
  /// the project.
  var variables = PostmanVariables()
  /// The same for modules that have variables of their own, by their ids.
  var moduleVariables: [String: PostmanVariables] = [:]
  /// Where the project says so.
  var span: SourceSpan

  /// The server with an id; nil where the environment has none, or its URL depends on what nobody has filled in.
  func server(_ id: String, module: String? = nil) -> ServerDescription? {
    let ids = [module.map { "\($0).\(id)" }, id, module].compactMap { $0 }
    guard let base = ids.lazy.compactMap({ baseURLs[$0] }).first else { return nil }
    return server(base, known(in: module))
  }

  /// The server that a variable names.
  func server(variable: String, module: String? = nil) -> ServerDescription? {
    let known = known(in: module)
    return known[variable].flatMap { server($0, known) }
  }

  /// The variables that count in a module.
  private func known(in module: String?) -> PostmanVariables {
    // A project with one module need not say so at each place.
    if let module { return moduleVariables[module] ?? variables }
    return moduleVariables.count == 1 ? moduleVariables.first?.value ?? variables : variables
  }

  /// The server of a base URL, variables filled in.
  private func server(_ base: String, _ known: PostmanVariables) -> ServerDescription? {
    var url = known.resolve(base).filter { !$0.isWhitespace }
    while url.hasSuffix("/") { url.removeLast() }
    guard !url.isEmpty, !url.contains("{{") else { return nil }
    return ServerDescription(url: url, description: name, span: span)
  }
}
