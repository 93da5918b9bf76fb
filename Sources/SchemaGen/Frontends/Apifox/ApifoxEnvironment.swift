import SchemaDescription
import SchemaSource

/// One environment of a project: a base URL for each of its servers.
struct ApifoxEnvironment {
  /// What the environment is called.
  var name: String?
  /// The base URLs by the ids of the servers; an URL may be that of a module, by the module's id.
  var baseURLs: [String: String] = [:]
  /// What stands for variables in paths.
  var variables: [String: String] = [:]
  /// Where the project says so.
  var span: SourceSpan

  /// The server with an id; nil where the environment has none, or its URL depends on what nobody has filled in.
  func server(_ id: String, module: String? = nil) -> ServerDescription? {
    let ids = [module.map { "\($0).\(id)" }, id, module].compactMap { $0 }
    guard let base = ids.lazy.compactMap({ baseURLs[$0] }).first else { return nil }
    return server(base)
  }

  /// The server that a variable of the environment names.
  func server(variable: String) -> ServerDescription? { variables[variable].flatMap { server($0) } }

  /// The server of a base URL, variables filled in.
  private func server(_ base: String) -> ServerDescription? {
    var url = base.filter { !$0.isWhitespace }
    for (name, value) in variables where url.contains("{{\(name)}}") { url = url.replacing("{{\(name)}}", with: value) }
    while url.hasSuffix("/") { url.removeLast() }
    guard !url.isEmpty, !url.contains("{{") else { return nil }
    return ServerDescription(url: url, description: name, span: span)
  }
}
