import SchemaDescription
import SchemaDocument
import SchemaSource

extension OpenAPIContext {
  /// Reads all paths (OpenAPI 3.1, section 4.8.8).
  func readPaths(_ member: Member) {
    for path in members(of: member) where !path.key.hasPrefix("x-") {
      guard let item = resolve(path.value, as: "path item") else { continue }
      var shared = OperationDescription(method: "", path: path.key, span: path.keySpan)
      if !path.key.hasPrefix("/") { readPlace(of: path, into: &shared) }
      readPathItem(item, beside: path, shared: shared)
    }
  }

  /// Reads the requests that the server sends of its own accord (OpenAPI 3.1, section 4.8.1).
  func readWebhooks(_ member: Member) {
    if member.key == "webhooks", !version.hasWebhooks {
      report.add(.unexpectedValue, "webhooks belong to OpenAPI 3.1; they are read all the same", at: member.keySpan)
    }
    for webhook in members(of: member) where !webhook.key.hasPrefix("x-") {
      guard let item = resolve(webhook.value, as: "webhook") else { continue }
      var shared = OperationDescription(method: "", path: webhook.key, span: webhook.keySpan)
      shared.kind = .webhook(name: webhook.key)
      readPathItem(item, beside: webhook, shared: shared)
    }
  }

  /// Reads the requests that the server sends to places which an operation's request names (OpenAPI 3.1, section
  /// 4.8.18).
  private func readCallbacks(_ member: Member, of operation: OperationDescription, at index: Int) {
    guard operation.kind == .call else {
      guard member.value.members?.isEmpty == false else { return }
      let message = "callbacks of a request that the server sends are left out"
      return report.add(.unsupportedFeature, message, at: member.keySpan)
    }
    let label = operation.id ?? "\(operation.method) \(operation.path)"
    for callback in members(of: member) where !callback.key.hasPrefix("x-") {
      guard let node = resolve(callback.value, as: "callback") else { continue }
      if let original = knownCallbacks[node.span] {
        description.operations[index].sharedCallbacks.append(CallbackReference(name: callback.key, original: original))
        continue
      }
      knownCallbacks[node.span] = .callback(name: callback.key, of: label)
      for expression in node.uniqueMembers ?? [] where !expression.key.hasPrefix("x-") && expression.key != "$ref" {
        guard let item = resolve(expression.value, as: "path item") else { continue }
        var shared = OperationDescription(method: "", path: expression.key, span: expression.keySpan)
        shared.kind = .callback(name: callback.key, of: label)
        readPathItem(item, beside: expression, shared: shared)
      }
    }
  }

  /// Reads the operations of one path (OpenAPI 3.1, section 4.8.9). What stands beside a reference to the path item
  /// comes before what the reference names.
  private func readPathItem(_ item: Node, beside path: Member, shared: OperationDescription) {
    var shared = shared
    var members = item.uniqueMembers ?? []
    if let own = path.value.members, own.contains(where: { $0.key == "$ref" }) {
      let siblings = own.filter { $0.key != "$ref" }
      let keys = Set(siblings.map(\.key))
      members = siblings + members.filter { !keys.contains($0.key) }
    }
    var words = PathItemDescription()
    for member in members {
      switch member.key {
      case "description": shared.description = report.filledText(of: member)
      case "summary": words.summary = report.filledText(of: member)
      case "parameters": shared.parameters = parameters(of: member)
      case "servers": shared.servers = servers(of: member)
      case _ where member.key.hasPrefix("x-"): readOther(member, into: &words.extensions)
      default: break
      }
    }
    if words.summary != nil || !words.extensions.isEmpty { shared.pathItem = words }
    for member in members {
      guard let method = method(of: member) else { continue }
      if method == "additionalOperations" {
        for entry in self.members(of: member) where isMethod(entry) {
          readOperation(entry, method: entry.key, shared: shared)
        }
      } else {
        readOperation(member, method: method, shared: shared)
      }
    }
  }

  /// The method whose operation a member of a path item is, or `additionalOperations`; nil where it is neither.
  func method(of member: Member) -> String? {
    let name = member.key.lowercased()
    if OpenAPIVersion.methods.contains(name) {
      if name != member.key { report.add(.unexpectedValue, "methods are written in lower case", at: member.keySpan) }
      return name.uppercased()
    }
    // Documents of a version without other methods keep them in the extension.
    if member.key == ConvertedKey.additionalOperations { return "additionalOperations" }
    if name == "query" || member.key == "additionalOperations" {
      if !version.hasAdditionalOperations {
        let message = "'\(member.key)' belongs to OpenAPI 3.2; it is read all the same"
        report.add(.unexpectedValue, message, at: member.keySpan)
      }
      return name == "query" ? "QUERY" : member.key
    }
    guard !name.hasPrefix("x-"), let members = member.value.members,
      members.contains(where: { ["responses", "operationId", "requestBody"].contains($0.key) })
    else { return nil }
    if OpenAPIVersion.rareMethods.contains(name) {
      let message = "an operation of the method '\(member.key)' belongs into 'additionalOperations'"
      report.add(.unexpectedValue, message, at: member.keySpan)
      return name.uppercased()
    }
    report.add(.unexpectedValue, "'\(member.key)' is no method; the operation is left out", at: member.keySpan)
    return nil
  }

  /// Whether a key of `additionalOperations` can be a method (RFC 9110, section 9.1); reports where it cannot.
  private func isMethod(_ entry: Member) -> Bool {
    let isToken = entry.key.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
      default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
      }
    }
    if isToken, !entry.key.isEmpty { return true }
    report.add(.unexpectedValue, "'\(entry.key)' is no method; the operation is left out", at: entry.keySpan)
    return false
  }

  /// Reads a path that does not begin with a slash: a whole URL, or a path that lacks it.
  func readPlace(of path: Member, into shared: inout OperationDescription) {
    report.add(.unexpectedValue, "a path must begin with a slash", at: path.keySpan)
    shared.path = "/" + path.key
    guard let scheme = path.key.firstRange(of: "://") else { return }
    let host = path.key[scheme.upperBound...]
    let slash = host.firstIndex(of: "/") ?? host.endIndex
    shared.path = slash == host.endIndex ? "/" : String(host[slash...])
    shared.servers = [ServerDescription(url: String(path.key[..<slash]), span: path.keySpan)]
  }

  /// Reads one operation (OpenAPI 3.1, section 4.8.10); `shared` is what its path says of all of them.
  private func readOperation(_ member: Member, method: String, shared: OperationDescription) {
    var operation = shared
    operation.method = method
    operation.span = member.keySpan
    var callbacks: Member?
    for part in members(of: member) {
      switch part.key {
      case "operationId": operation.id = report.filledText(of: part)
      case "summary": operation.title = report.filledText(of: part)
      case "description": operation.description = report.filledText(of: part) ?? operation.description
      case "deprecated": operation.isDeprecated = report.flag(of: part) ?? false || operation.isDeprecated
      case "tags": operation.tags = report.strings(of: part).map(\.string)
      case "servers":
        let own = servers(of: part)
        if !own.isEmpty { operation.servers = own }
      case "security":
        operation.security = requirements(of: part)
        operation.securityRequirements = securityRequirements(of: part)
      case "parameters": merge(parameters(of: part), into: &operation.parameters)
      case "requestBody": operation.requestBody = requestBody(of: part)
      case "responses": operation.responses = responses(of: part)
      case "callbacks": callbacks = part
      case "externalDocs": operation.externalDocumentation = part.value
      case ConvertedKey.stableKey: operation.stableKey = part.value.string
      default: readOperationExtension(part, into: &operation)
      }
    }
    operation.id = member.value[ConvertedKey.name]?.string ?? operation.id
    finish(operation)
    if let callbacks { readCallbacks(callbacks, of: operation, at: description.operations.count - 1) }
  }

  /// Adds an operation that is read: its parameters must fit its path, its id should be its own.
  func finish(_ read: OperationDescription) {
    var operation = read
    if operation.kind == .call {
      setAsideHeaders(of: &operation)
      operation.fitPathParameters(report: &report)
    }
    if let id = operation.id {
      if let first = operationIDs[id] {
        let note = Diagnostic.Note("the first one is here", at: first)
        report.add(.unexpectedValue, "another operation has the id '\(id)'", at: operation.span, notes: [note])
      } else {
        operationIDs[id] = operation.span
      }
    }
    tellMissingResponses(of: operation)
    description.operations.append(operation)
  }

  /// Puts an operation's parameters to those of its path; of two with one name and place the operation's counts.
  func merge(_ own: [ParameterDescription], into parameters: inout [ParameterDescription]) {
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
}
