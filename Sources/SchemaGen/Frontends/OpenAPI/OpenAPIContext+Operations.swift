import SchemaDescription
import SchemaDocument
import SchemaSource

extension OpenAPIContext {
  /// Reads all paths (OpenAPI 3.1, section 4.8.8).
  func readPaths(_ member: Member) {
    for path in members(of: member) where !path.key.hasPrefix("x-") {
      guard let item = resolve(path.value, as: "path item") else { continue }
      readPathItem(item, beside: path)
    }
  }

  /// Reads the operations of one path (OpenAPI 3.1, section 4.8.9). What stands beside a reference to the path item
  /// comes before what the reference names.
  private func readPathItem(_ item: Node, beside path: Member) {
    var members = item.uniqueMembers ?? []
    if let own = path.value.members, own.contains(where: { $0.key == "$ref" }) {
      let siblings = own.filter { $0.key != "$ref" }
      let keys = Set(siblings.map(\.key))
      members = siblings + members.filter { !keys.contains($0.key) }
    }
    var shared = OperationDescription(method: "", path: path.key, span: path.keySpan)
    if !path.key.hasPrefix("/") { readPlace(of: path, into: &shared) }
    for member in members {
      switch member.key {
      case "description": shared.description = report.filledText(of: member)
      case "parameters": shared.parameters = parameters(of: member)
      case "servers": shared.servers = servers(of: member)
      default: break
      }
    }
    for member in members {
      if version.methods.contains(member.key) {
        readOperation(member, shared: shared)
      } else if version.methods.contains(member.key.lowercased()) {
        report.add(.unexpectedValue, "methods are written in lower case", at: member.keySpan)
        readOperation(member, shared: shared)
      }
    }
  }

  /// Reads a path that does not begin with a slash: a whole URL, or a path that lacks it.
  private func readPlace(of path: Member, into shared: inout OperationDescription) {
    report.add(.unexpectedValue, "a path must begin with a slash", at: path.keySpan)
    shared.path = "/" + path.key
    guard let scheme = path.key.firstRange(of: "://") else { return }
    let host = path.key[scheme.upperBound...]
    let slash = host.firstIndex(of: "/") ?? host.endIndex
    shared.path = slash == host.endIndex ? "/" : String(host[slash...])
    shared.servers = [ServerDescription(url: String(path.key[..<slash]), span: path.keySpan)]
  }

  /// Reads one operation (OpenAPI 3.1, section 4.8.10); `shared` is what its path says of all of them.
  private func readOperation(_ member: Member, shared: OperationDescription) {
    var operation = shared
    operation.method = member.key.uppercased()
    operation.span = member.keySpan
    for part in members(of: member) {
      switch part.key {
      case "operationId": operation.id = report.filledText(of: part)
      case "summary": operation.title = report.filledText(of: part)
      case "description": operation.description = report.filledText(of: part) ?? operation.description
      case "deprecated": operation.isDeprecated = report.flag(of: part) ?? false
      case "tags": operation.tags = report.strings(of: part).map(\.string)
      case "servers":
        let own = servers(of: part)
        if !own.isEmpty { operation.servers = own }
      case "security": operation.security = requirements(of: part)
      case "parameters": merge(parameters(of: part), into: &operation.parameters)
      case "requestBody": operation.requestBody = requestBody(of: part)
      case "responses": operation.responses = responses(of: part)
      case "callbacks" where part.value.members?.isEmpty == false:
        report.add(.unsupportedFeature, "callbacks are not carried into the output", at: part.keySpan)
      default: break
      }
    }
    setAsideHeaders(of: &operation)
    description.operations.append(operation)
  }

  /// Puts an operation's parameters to those of its path; of two with one name and place the operation's counts.
  private func merge(_ own: [ParameterDescription], into parameters: inout [ParameterDescription]) {
    var positions: [ParameterKey: Int] = [:]
    for (position, parameter) in parameters.enumerated() { positions[ParameterKey(parameter)] = position }
    for parameter in own {
      if let same = positions[ParameterKey(parameter)] {
        parameters[same] = parameter
      } else {
        parameters.append(parameter)
      }
    }
  }

  /// Takes out the header parameters that the specification leaves to other parts of it (OpenAPI 3.1, section
  /// 4.8.12.1): `Accept`, `Content-Type` and `Authorization`. The last is authentication; where the document names no
  /// scheme for the operation, the header is evidence of one.
  private func setAsideHeaders(of operation: inout OperationDescription) {
    var schemeKeys: [String] = []
    var kept: [ParameterDescription] = []
    for parameter in operation.parameters {
      switch (parameter.location, parameter.name.lowercased()) {
      case (.header, "accept"), (.header, "content-type"):
        report.add(.ignoredText, "the header \(parameter.name) follows from the bodies", at: parameter.span)
      case (.header, "authorization"):
        report.add(.ignoredText, "the header \(parameter.name) is authentication, no parameter", at: parameter.span)
        guard (operation.security ?? description.security).isEmpty else { continue }
        schemeKeys.append(schemeKey(forAuthorizationHeader: parameter))
      default: kept.append(parameter)
      }
    }
    operation.parameters = kept
    if !schemeKeys.isEmpty { operation.security = schemeKeys }
  }
}
