import SchemaDescription
import SchemaDocument
import SchemaSource

/// Reads an environment that was exported from Postman: its base URLs are the API's servers.
enum PostmanEnvironment {
  /// What variables with a base URL are called, in lower case without hyphens and underscores.
  private static let names: Set<String> = [
    "baseurl", "base", "host", "url", "apiurl", "apihost", "apibase", "apibaseurl", "server", "serverurl", "endpoint",
    "domain", "rooturl", "baseuri", "apiroot", "basehost", "apiendpoint",
  ]

  /// Whether a document is an environment, or the list of global variables.
  static func recognizes(_ root: Node) -> Bool {
    root["_postman_variable_scope"] != nil && root["values"] != nil
  }

  /// Whether a variable holds a base URL.
  static func isServer(_ variable: PostmanVariables.Variable) -> Bool {
    let name = variable.name.lowercased().filter { $0 != "-" && $0 != "_" }
    return names.contains(name) && !variable.value.isEmpty
  }

  /// What an environment says of its API.
  static func read(_ root: Node, report: inout Report) -> APIDescription {
    var fields = PostmanFields(report: report)
    var assembler = CallAssembler()
    let variables = fields.variables(root["values"])
    var known = PostmanVariables()
    known.add(variables)
    let name = fields.text(root["name"], "the name of the environment")
    for variable in variables where isServer(variable) {
      let url = known.resolve(variable.value).withoutSlashes
      guard let server = PostmanURL(url + "/", variables: known)?.server else { continue }
      let base = url.hasPrefix(server) ? url : server
      assembler.add(server: base, description: variable.description ?? name, at: variable.span)
    }
    report = fields.report
    return assembler.description
  }
}
