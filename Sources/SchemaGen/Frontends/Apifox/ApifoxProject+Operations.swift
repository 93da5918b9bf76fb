import SchemaDescription
import SchemaDocument
import SchemaSource

extension ApifoxProject {
  /// Reads one endpoint; several may have one method and path.
  mutating func readEndpoint(_ api: Node, named name: String?, _ inherited: Inherited) {
    let name = name ?? report.filledText("name", of: api)
    let label = name.map { "the endpoint '\($0)'" } ?? "this endpoint"
    if let type = report.filledText("type", of: api), !["http", "https"].contains(type.lowercased()) {
      let message = "\(label) is left out: its type is \(type), and HTTP is generated alone"
      let span = api["type"]?.span ?? api.span
      return report.add(Diagnostic(.unsupportedFeature, message, at: span, severity: .note))
    }
    guard let method = method(of: api, label), let place = place(of: api, label) else { return }
    var operation = OperationDescription(method: method, path: place.url.path, span: place.span)
    operation.title = name
    operation.id = report.filledText("operationId", of: api)
    operation.description = report.filledText("description", of: api)
    operation.folders = inherited.folders
    operation.tags = report.elements("tags", of: api).compactMap { tag in
      if tag.string == nil { report.addUnexpected(tag, "an entry of 'tags'", "a string") }
      return tag.string
    }
    // As an export to OpenAPI has it.
    if operation.tags.isEmpty, !inherited.folders.isEmpty {
      operation.tags = [inherited.folders.joined(separator: "/")]
    }
    if let id = report.identifier("id", of: api) { operation.stableKey = "apifox:\(id)" }
    operation.isDeprecated =
      report.filledText("status", of: api).map { OperationDescription.isDeprecated(status: $0) }
      ?? false
    endpoint.scheme = nil
    endpoint.noteExtensions(of: api)
    if let member = api.member("commonResponseStatus"), !member.value.isNothing {
      let message = "what \(label) chooses among the project's responses is left out; those that it names are read"
      report.add(Diagnostic(.unsupportedFeature, message, at: member.keySpan, severity: .note))
    }
    if let parameters = api["parameters"] { operation.parameters = endpoint.parameters(parameters) }
    if let body = api["requestBody"] { operation.requestBody = endpoint.requestBody(body, method: method) }
    addCommonParameters(of: api, to: &operation)
    addQuery(of: place.url, at: place.span, to: &operation)
    operation.fitPathParameters(report: &report)
    let examples = report.elements("responseExamples", of: api)
    operation.responses = endpoint.responses(responses(of: api), examples: examples)
    operation.servers = servers(of: api, place, inherited)
    operation.security = security(of: api) ?? inherited.security
    if let scheme = endpoint.scheme, operation.security?.isEmpty ?? true, api["auth"]?["type"]?.string != "noauth" {
      operation.security = [add(scheme)]
    }
    description.operations.append(operation)
  }

  /// The method of an endpoint, upper case; nil, with a diagnostic, where it has none.
  private mutating func method(of api: Node, _ label: String) -> String? {
    let method = report.filledText("method", of: api)?.uppercased() ?? ""
    let isToken = !method.isEmpty && method.utf8.allSatisfy { (0x41...0x5A).contains($0) || $0 == UInt8(ascii: "-") }
    if isToken { return method }
    let what = method.isEmpty ? "it has no method" : "'\(method)' is no method"
    report.add(.unexpectedValue, "\(label) is left out: \(what)", at: api["method"]?.span ?? api.span)
    return nil
  }

  /// Where an endpoint is; nil, with a diagnostic, where it has no path.
  private mutating func place(of api: Node, _ label: String) -> ApifoxPlace? {
    let span = api["path"]?.span ?? api.span
    guard let text = report.filledText("path", of: api) else {
      report.add(.unexpectedValue, "\(label) is left out: it has no path", at: span)
      return nil
    }
    let path = Substring(text).trimmed
    if let url = EndpointURL(path) { return ApifoxPlace(url: url, variable: Self.variable(in: path), span: span) }
    report.add(.unexpectedValue, "a path must begin with a slash", at: span)
    return EndpointURL("/" + path).map { ApifoxPlace(url: $0, variable: nil, span: span) }
  }

  /// The variable that a path begins with: BASE_URL of `{{BASE_URL}}/x`.
  private static func variable(in path: Substring) -> String? {
    guard path.begins(with: "{{"), let close = path.firstIndex(of: "}") else { return nil }
    let name = path[..<close].dropping(bytes: 2).trimmed
    return name.isEmpty ? nil : String(name)
  }

  /// Adds the parameters that the path itself shows behind a question mark.
  private func addQuery(of url: EndpointURL, at span: SourceSpan, to operation: inout OperationDescription) {
    var known = Set(operation.parameters.map { ParameterKey($0) })
    for (name, value) in url.query {
      var parameter = ParameterDescription(name: name, location: .query, isRequired: false, span: span)
      guard known.insert(ParameterKey(parameter)).inserted else { continue }
      var schema = RawSchema(at: span)
      schema.types = [.string]
      parameter.schema = schema
      let example = Node(.string(value), at: span)
      if !value.isEmpty, !example.isVariable, !value.hasPrefix("{"), !Credential.isSecret(name) {
        parameter.examples = [RawExample(example)]
      }
      operation.parameters.append(parameter)
    }
  }

  /// The responses of an endpoint and those of the project that it names.
  private mutating func responses(of api: Node) -> Node {
    guard let member = api.member("responses") else { return Node(.array([]), at: api.span) }
    var elements = member.value.elements ?? []
    guard member.value.elements != nil || member.value.isNothing, !commonResponses.isEmpty else { return member.value }
    var known = Set(elements.compactMap { $0["id"]?.string ?? $0["id"]?.number })
    for child in report.elements("responseChildren", of: api) {
      guard let id = child.string?.split(separator: ".").last.map(String.init), known.insert(id).inserted,
        let response = commonResponses[id]
      else { continue }
      elements.append(response)
    }
    return Node(.array(elements), at: member.value.span)
  }

  /// The servers of an endpoint that does not go to the default one.
  private mutating func servers(of api: Node, _ place: ApifoxPlace, _ inherited: Inherited) -> [ServerDescription] {
    if let server = place.url.server { return [ServerDescription(url: server, span: place.span)] }
    let module = report.identifier("moduleId", of: api)
    if let variable = place.variable {
      return Self.unique(environments.compactMap { $0.server(variable: variable, module: module) })
    }
    guard let id = report.identifier("serverId", of: api) ?? inherited.serverID ?? module else { return [] }
    let servers = Self.unique(environments.compactMap { $0.server(id, module: module) })
    return servers.map(\.url) == description.servers.map(\.url) ? [] : servers
  }

  /// Servers without those whose URL comes again.
  static func unique(_ servers: [ServerDescription]) -> [ServerDescription] {
    var known: Set<String> = []
    return servers.filter { known.insert($0.url).inserted }
  }
}
