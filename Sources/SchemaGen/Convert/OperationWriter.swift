import SchemaDescription
import SchemaDocument
import SchemaSource

/// Writes operations and gathers what they share.
struct OperationWriter {
  /// Members of a path item that are operations (OpenAPI 3.1, section 4.8.9).
  private static let methods: Set<String> = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"]

  var bodies: BodyWriter
  let security: SecurityWriter
  /// The ids that operations have so far, each must have its own.
  private var ids: Set<String> = []
  /// What the server sends to places which an operation's request names.
  var callbacks: CallbackTable

  init(_ description: APIDescription, bodies: BodyWriter, security: SecurityWriter) {
    self.bodies = bodies
    self.security = security
    callbacks = CallbackTable(description.operations)
  }

  /// The paths of an API, each where its first operation stands.
  mutating func paths(of operations: [OperationDescription]) -> Node {
    items(of: operations.filter { $0.kind == .call }) { $0.path }.node
  }

  /// The requests that the server sends of its own accord.
  mutating func webhooks(of operations: [OperationDescription]) -> ObjectBuilder {
    let webhooks = operations.filter { if case .webhook = $0.kind { true } else { false } }
    return items(of: webhooks) { if case .webhook(let name) = $0.kind { name } else { $0.path } }
  }

  /// The path items of some operations by their keys.
  mutating func items(
    of operations: [OperationDescription],
    by key: (OperationDescription) -> String
  ) -> ObjectBuilder {
    var order: [String] = []
    var groups: [String: [OperationDescription]] = [:]
    for operation in operations {
      let key = key(operation)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(operation)
    }
    var object = ObjectBuilder()
    for key in order { object.add(key, item(of: groups[key] ?? [])) }
    return object
  }

  /// One path item: the parameters that all operations have, then the operations.
  private mutating func item(of operations: [OperationDescription]) -> Node {
    var item = ObjectBuilder()
    let sharedCount = Self.sharedParameterCount(of: operations)
    let words = operations.lazy.compactMap(\.pathItem).first
    item.add("summary", words?.summary)
    if let first = operations.first { item.add("parameters", list: parameters(first.parameters.prefix(sharedCount))) }
    var others = ObjectBuilder()
    for operation in operations {
      let node = node(of: operation, leavingOut: sharedCount)
      if Self.methods.contains(operation.method) {
        item.add(operation.method.lowercased(), node)
      } else {
        let message =
          "operations of the method \(operation.method) are no part of OpenAPI \(bodies.schemas.form.rawValue)"
        let advice = SchemaWriter.advice(ConvertedKey.additionalOperations)
        bodies.schemas.report.add(.unsupportedFeature, message, at: operation.span, notes: [advice])
        others.add(operation.method, node)
      }
    }
    item.add(ConvertedKey.additionalOperations, object: others)
    item.add(extensions: words?.extensions ?? [])
    return item.node
  }

  /// How many parameters stand at the path and not at each of its operations.
  private static func sharedParameterCount(of operations: [OperationDescription]) -> Int {
    guard let first = operations.first, operations.count > 1 else { return 0 }
    var count = 0
    for (position, parameter) in first.parameters.enumerated() {
      let isShared = operations.allSatisfy { other in
        guard other.parameters.indices.contains(position) else { return false }
        let own = other.parameters[position]
        return own.span == parameter.span && own.name == parameter.name && own.location == parameter.location
          && own.sharedName == parameter.sharedName
      }
      guard isShared else { break }
      count += 1
    }
    return count
  }

  /// Parameters, those that operations share as references.
  private mutating func parameters(_ parameters: ArraySlice<ParameterDescription>) -> [Node] {
    var nodes: [Node] = []
    for parameter in parameters { nodes.append(bodies.reference(to: parameter) ?? bodies.node(of: parameter)) }
    return nodes
  }

  /// One operation (OpenAPI 3.1, section 4.8.10).
  private mutating func node(of operation: OperationDescription, leavingOut sharedCount: Int) -> Node {
    var object = ObjectBuilder()
    object.add("tags", list: operation.tags.map { .text($0) })
    object.add("summary", operation.title)
    object.add("description", operation.description)
    let documentation = operation.externalDocumentation
    object.add("externalDocs", DocumentationWriter.node(documentation, report: &bodies.schemas.report))
    addID(of: operation, to: &object)
    object.add("deprecated", flag: operation.isDeprecated)
    var own = parameters(operation.parameters.dropFirst(sharedCount))
    own += missingParameters(of: operation)
    object.add("parameters", list: own)
    if let body = operation.requestBody {
      object.add("requestBody", bodies.reference(to: body) ?? bodies.node(of: body))
    }
    addResponses(of: operation, to: &object)
    addCallbacks(of: operation, to: &object)
    if operation.security != nil {
      object.add("security", security.requirements(operation.security ?? [], operation.securityRequirements))
    }
    object.add("servers", list: operation.servers.map(ServerWriter.node))
    addPlace(of: operation, to: &object)
    object.add(ConvertedKey.source, bodies.schemas.source(of: operation.span))
    object.add(extensions: operation.extensions)
    return object.node
  }

  /// Adds the id. One that another operation has is changed, and the documented one kept beside it.
  private mutating func addID(of operation: OperationDescription, to object: inout ObjectBuilder) {
    guard let id = operation.id else { return }
    var unique = id
    var number = 2
    while !ids.insert(unique).inserted {
      unique = "\(id)_\(number)"
      number += 1
    }
    object.add("operationId", unique)
    if unique != id { object.add(ConvertedKey.name, id) }
  }

  /// Adds where the operation stands in the tool that it comes from, and what that calls it.
  private func addPlace(of operation: OperationDescription, to object: inout ObjectBuilder) {
    if !operation.folders.isEmpty {
      let folders = operation.folders.map { $0.replacing("\\", with: "\\\\").replacing("/", with: "\\/") }
      object.add(ConvertedKey.folder, folders.joined(separator: "/"))
    }
    // A link to the tool says the same.
    let links: Set = ["x-run-in-apifox", "x-run-in-apidog"]
    guard !operation.extensions.contains(where: { links.contains($0.key) }) else { return }
    object.add(ConvertedKey.stableKey, operation.stableKey)
  }

  /// The parameters that the path names and nothing describes: strings.
  private func missingParameters(of operation: OperationDescription) -> [Node] {
    guard operation.kind == .call else { return [] }
    var known = Set(operation.parameters.lazy.filter { $0.location == .path }.map(\.name))
    return operation.path.split(separator: "{").dropFirst().compactMap { part in
      guard let end = part.firstIndex(of: "}"), end != part.startIndex, known.insert(String(part[..<end])).inserted
      else { return nil }
      var object = ObjectBuilder()
      object.add("name", String(part[..<end]))
      object.add("in", "path")
      object.add("required", flag: true)
      object.add("schema", .object(["type": .text("string")]))
      return object.node
    }
  }

  /// Adds the responses. OpenAPI 3.0 asks for at least one.
  private mutating func addResponses(of operation: OperationDescription, to object: inout ObjectBuilder) {
    var responses = ObjectBuilder()
    for response in operation.responses {
      let key: String
      switch response.status {
      case .default: key = "default"
      case .code(let code) where (100...599).contains(code): key = String(code)
      case .range(let digit) where (1...5).contains(digit): key = "\(digit)XX"
      case .code, .range:
        let message = "no status is above 599; the response is left out"
        bodies.schemas.report.add(.unexpectedValue, message, at: response.span)
        continue
      }
      responses.add(key, bodies.reference(to: response) ?? bodies.node(of: response))
    }
    if responses.members.isEmpty, bodies.schemas.form == .v3_0 {
      responses.add("default", .object(["description": .text("")]))
    }
    object.add("responses", object: responses)
  }
}
