import SchemaDescription
import SchemaDocument

/// Writes servers (OpenAPI 3.1, section 4.8.5).
enum ServerWriter {
  /// A server with its variables.
  static func node(_ server: ServerDescription) -> Node {
    var object = ObjectBuilder()
    object.add("url", server.template ?? server.url)
    object.add("description", server.description)
    object.add(ConvertedKey.name, server.name)
    var variables = ObjectBuilder()
    for variable in server.variables {
      var entry = ObjectBuilder()
      entry.add("enum", list: variable.values.map { .text($0) })
      entry.add("default", variable.defaultValue)
      entry.add("description", variable.description)
      entry.add(extensions: variable.extensions)
      variables.add(variable.name, entry.node)
    }
    object.add("variables", object: variables)
    object.add(extensions: server.extensions)
    return object.node
  }
}
