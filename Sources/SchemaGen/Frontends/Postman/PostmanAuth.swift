import SchemaDescription
import SchemaDocument
import SchemaSource

/// Reads how the requests of a collection authenticate; credentials themselves are never looked at.
extension PostmanFields {
  /// The ways that an `auth` object names: nil where what surrounds it applies, empty where none is needed.
  mutating func schemes(_ node: Node?) -> [SecuritySchemeDescription]? {
    guard let node, !node.isNull else { return nil }
    guard node.members != nil else {
      report.addUnexpected(node, "'auth'", "an object")
      return nil
    }
    guard let typeNode = node["type"], let type = text(typeNode, "the type of 'auth'")?.lowercased() else {
      if node.members?.isEmpty == false, node["type"] == nil {
        report.add(.unexpectedValue, "'auth' has no 'type'", at: node.span)
      }
      return nil
    }
    let span = typeNode.span
    switch type {
    case "noauth": return []
    case "inherit": return nil
    case "bearer", "jwt": return [Credential.bearer(at: span)]
    case "basic": return [Credential.basic(at: span)]
    case "oauth2": return [SecuritySchemeDescription(key: "oauth2", kind: .oauth2, span: span)]
    case "apikey":
      let name = parameter("key", of: node[type]) ?? "X-API-Key"
      let location: ParameterLocation = parameter("in", of: node[type]) == "query" ? .query : .header
      return [SecuritySchemeDescription(key: name, kind: .apiKey(name: name, location: location), span: span)]
    default: return [SecuritySchemeDescription(key: type, kind: .other(type), span: span)]
    }
  }

  /// One parameter of a way to authenticate: in a list of keys and values, or in an object as version 2.0 has it.
  private mutating func parameter(_ name: String, of node: Node?) -> String? {
    if let elements = node?.elements {
      return elements.first { $0["key"]?.string == name }.flatMap { text($0["value"], "the value of '\(name)'") }
    }
    guard let node, !node.isNull else { return nil }
    guard node.members != nil else {
      report.addUnexpected(node, "the parameters of 'auth'", "an array")
      return nil
    }
    return text(node[name], "'\(name)'")
  }
}
