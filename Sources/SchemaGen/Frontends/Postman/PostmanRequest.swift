import SchemaDescription
import SchemaDocument
import SchemaSource

/// Reads one request of a collection with its saved responses.
struct PostmanRequest {
  /// Reads the small parts, and gathers what was found wrong.
  var fields: PostmanFields
  /// What is known where the request stands.
  let variables: PostmanVariables
  /// How headers and values of the query authenticate.
  var ownSchemes: [SecuritySchemeDescription] = []

  init(fields: PostmanFields, variables: PostmanVariables) {
    self.fields = fields
    self.variables = variables
  }

  /// The call that a `request` makes, an object or the URL alone; nil, with a diagnostic, where it has no URL.
  mutating func call(_ node: Node, item: Node) -> RecordedCall? {
    var variables = self.variables
    variables.add(fields.variables(item["variable"]))
    guard node.members != nil || node.string != nil else {
      fields.report.addUnexpected(node, "a request", "an object or a URL")
      return nil
    }
    let urlNode = node.string == nil ? node["url"] : node
    guard let urlNode, let url = url(urlNode, variables) else {
      if urlNode == nil || urlNode?.string != nil || urlNode?.isNull == true {
        let name = item["name"]?.string.map { " '\($0)'" } ?? ""
        fields.report.add(.unexpectedValue, "the request\(name) has no URL and is left out", at: (urlNode ?? node).span)
      }
      return nil
    }
    let method = fields.text(node["method"], "the method")?.uppercased() ?? "GET"
    var call = RecordedCall(method: self.method(method, node["method"]), path: url.path, span: urlNode.span)
    call.server = url.server
    call.title = fields.text(item["name"], "the name of a request").flatMap { Self.isAddress($0) ? nil : $0 }
    call.description = fields.description(node["description"]) ?? fields.description(item["description"])
    let id = fields.text(item["id"] ?? item["_postman_id"], "the id of a request")
    call.stableKey = id.map { "postman:\($0)" }
    call.pathFields = pathFields(of: url, at: urlNode)
    call.query = query(urlNode, url)
    let headers = fields.headers(node["header"])
    call.schemes = fields.schemes(node["auth"])
    addHeaders(headers, to: &call)
    if url.userInfo != nil { ownSchemes.append(Credential.basic(at: urlNode.span)) }
    call.body = body(node["body"], headers: headers, variables)
    addResponses(item["response"], to: &call, variables)
    return call
  }

  /// A method that an operation can have.
  private mutating func method(_ text: String, _ node: Node?) -> String {
    if HTTPMethod.all.contains(text) { return text }
    fields.report.add(
      .unsupportedFeature,
      "'\(text)' is no method of an operation; POST takes its place",
      at: node?.span
    )
    return "POST"
  }

  /// Whether a title is but the address again.
  private static func isAddress(_ title: String) -> Bool {
    title.contains("://") || title.hasPrefix("/") || title.hasPrefix("{{")
  }

  /// The address, which is a text or its parts.
  private mutating func url(_ node: Node, _ variables: PostmanVariables) -> PostmanURL? {
    if let text = node.string { return PostmanURL(text, variables: variables) }
    guard node.members != nil else {
      if !node.isNull { fields.report.addUnexpected(node, "a URL", "a string or an object") }
      return nil
    }
    if let raw = node["raw"], let text = fields.text(raw, "'raw'"), let url = PostmanURL(text, variables: variables) {
      return url
    }
    let host = joined(node["host"], by: ".", "'host'")
    let path = joined(node["path"], by: "/", "'path'")
    guard host != nil || path != nil else {
      fields.report.add(.unexpectedValue, "a URL must have a 'raw', or a 'host' and a 'path'", at: node.span)
      return nil
    }
    var text = host ?? ""
    if !text.hasPrefix("{{"), let scheme = fields.text(node["protocol"], "'protocol'") { text = "\(scheme)://\(text)" }
    if let port = fields.text(node["port"], "'port'") { text += ":\(port)" }
    if let path { text += path.hasPrefix("/") ? path : "/\(path)" }
    return PostmanURL(text, variables: variables)
  }

  /// A part of an address: a text, or its pieces.
  private mutating func joined(_ node: Node?, by separator: String, _ name: String) -> String? {
    guard let node, !node.isNull else { return nil }
    if let text = node.string { return text.isEmpty ? nil : text }
    guard let elements = node.elements else {
      fields.report.addUnexpected(node, name, "a string or an array of strings")
      return nil
    }
    let parts = elements.compactMap { fields.text($0["value"] ?? $0, "an entry of \(name)") }
    return parts.isEmpty ? nil : parts.joined(separator: separator)
  }

  /// What is known of the parameters in the path.
  private mutating func pathFields(of url: PostmanURL, at node: Node) -> [CallField] {
    let names = EndpointURL(url.path)?.pathParameters ?? []
    var documented: [String: CallField] = [:]
    for field in fields.fields(node["variable"], "the variables of a path", "a variable") {
      documented[field.name] = field
    }
    return names.map { name in
      var field = documented[name] ?? CallField(name, "", at: node.span)
      if field.value.isEmpty { field.value = url.values.first { $0.name == name }?.value ?? "" }
      field.value = variables.resolve(field.value)
      return field
    }
  }
}
