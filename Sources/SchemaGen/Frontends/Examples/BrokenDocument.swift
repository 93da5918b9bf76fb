import SchemaDocument

/// Recognises documents of known formats that lack what their format is known by.
enum BrokenDocument {
  /// What a document was meant to be and what it lacks; nil where nothing speaks for one.
  static func suspicion(of root: Node) -> String? {
    if root["asyncapi"] != nil { return "AsyncAPI is not read" }
    if root["openrpc"] != nil { return "OpenRPC is not read" }
    if root["swaggerVersion"] != nil { return "Swagger before 2.0 is not read; convert it to OpenAPI" }
    if root["kind"]?.string?.hasPrefix("discovery#") == true { return "Google's discovery documents are not read" }
    if root["apifoxProject"] != nil { return "this export of an Apifox project is not read; export it as OpenAPI" }
    if root["requests"]?.elements != nil, root["order"] != nil || root["folders"] != nil {
      return "this is a Postman collection of version 1; export it as version 2.1"
    }
    if root["_type"]?.string == "export", root["resources"] != nil {
      return "an export of Insomnia is not read; export it as HAR or OpenAPI"
    }
    if let log = root["log"], log["creator"] != nil || log["pages"] != nil {
      return "this looks like a HAR file, but its 'log' has no 'entries'"
    }
    if root["info"]?["_postman_id"] != nil || root["info"]?["schema"]?.string?.contains("postman") == true {
      return "this looks like a Postman collection, but it has no 'item'"
    }
    guard isAPI(root) else { return nil }
    return "this looks like OpenAPI, but neither 'openapi' nor 'swagger' states its version"
  }

  /// Whether a document has the parts of an OpenAPI document: methods below paths, or several of its objects.
  private static func isAPI(_ root: Node) -> Bool {
    let methods = Set(HTTPMethod.all.map { $0.lowercased() })
    if let paths = root["paths"]?.members {
      let hasMethods = paths.contains { path in
        path.key.hasPrefix("/") || path.value.members?.contains { methods.contains($0.key.lowercased()) } == true
      }
      if hasMethods || root["info"] != nil || root.members?.count == 1 { return true }
    }
    if let components = root["components"], components.members != nil {
      let parts = ["schemas", "responses", "parameters", "securitySchemes", "requestBodies", "headers"]
      if parts.contains(where: { components[$0]?.members != nil }) { return true }
    }
    guard root["info"]?["title"] != nil || root["info"]?["version"] != nil else { return false }
    return ["paths", "webhooks", "servers", "components", "securityDefinitions", "basePath", "host", "tags"]
      .contains { root[$0] != nil }
  }
}
