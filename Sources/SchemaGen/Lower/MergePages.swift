import SchemaDescription
import SchemaDocument
import SchemaSource

extension Lowering {
  /// Joins what several documents say of one API; the first word on a matter wins, examples add up.
  static func mergePages(_ descriptions: [APIDescription], report: inout Report) -> APIDescription {
    guard var merged = descriptions.first else { return APIDescription() }
    for description in descriptions.dropFirst() {
      merged.title = merged.title ?? description.title
      merged.description = merged.description ?? description.description
      merged.version = merged.version ?? description.version
      for server in description.servers where !merged.servers.contains(where: { $0.url == server.url }) {
        merged.servers.append(server)
      }
      for scheme in description.securitySchemes where !merged.securitySchemes.contains(where: { $0.key == scheme.key })
      {
        merged.securitySchemes.append(scheme)
      }
      for key in description.security where !merged.security.contains(key) { merged.security.append(key) }
      merged.schemas += description.schemas
      merged.operations += description.operations
    }
    merged.schemas = joinSamples(merged.schemas)
    merged.operations = mergeOperations(merged.operations, report: &report)
    return merged
  }

  /// Joins operations that have the same method and path, whatever their path parameters are called.
  private static func mergeOperations(
    _ operations: [OperationDescription],
    report: inout Report
  ) -> [OperationDescription] {
    var merged: [OperationDescription] = []
    var indices: [OperationKey: Int] = [:]
    for operation in operations {
      let key = OperationKey(operation)
      guard let index = indices[key] else {
        indices[key] = merged.count
        merged.append(operation)
        continue
      }
      report.add(
        .duplicateOperation,
        "`\(operation.method) \(operation.path)` is described twice; the two are merged",
        at: operation.span,
        notes: [.init("first described here", at: merged[index].span)]
      )
      merge(operation, into: &merged[index])
    }
    return merged
  }

  /// What makes two descriptions those of one operation.
  private struct OperationKey: Hashable {
    /// Who sends the request.
    let kind: OperationDescription.Kind
    /// The method and the path, whatever its parameters are called.
    let route: String

    init(_ operation: OperationDescription) {
      kind = operation.kind
      let path = operation.kind == .call ? operation.path.withoutParameterNames : operation.path
      route = "\(operation.method) \(path)"
    }
  }

  /// Adds what a second description of an operation says.
  private static func merge(_ other: OperationDescription, into operation: inout OperationDescription) {
    operation.id = operation.id ?? other.id
    operation.title = operation.title ?? other.title
    operation.description = operation.description ?? other.description
    operation.security = operation.security ?? other.security
    for tag in other.tags where !operation.tags.contains(tag) { operation.tags.append(tag) }
    if operation.servers.isEmpty { operation.servers = other.servers }
    for parameter in other.parameters {
      guard
        let index = operation.parameters.firstIndex(where: {
          $0.name == parameter.name && $0.location == parameter.location
        })
      else {
        // A parameter that only one page knows cannot be required by all.
        var optional = parameter
        optional.isRequired = parameter.location == .path
        operation.parameters.append(optional)
        continue
      }
      operation.parameters[index].isRequired = operation.parameters[index].isRequired && parameter.isRequired
      operation.parameters[index].schema = operation.parameters[index].schema ?? parameter.schema
      operation.parameters[index].examples += parameter.examples
    }
    if let body = other.requestBody {
      if var joined = operation.requestBody {
        joined.isRequired = joined.isRequired && body.isRequired
        merge(body.contents, into: &joined.contents)
        operation.requestBody = joined
      } else {
        operation.requestBody = body
      }
    }
    for response in other.responses {
      guard let index = operation.responses.firstIndex(where: { $0.status == response.status }) else {
        operation.responses.append(response)
        continue
      }
      operation.responses[index].description = operation.responses[index].description ?? response.description
      merge(response.contents, into: &operation.responses[index].contents)
    }
  }

  /// Adds media types; where one is there already, its schemas hold side by side and its examples add up.
  private static func merge(_ others: [MediaTypeDescription], into contents: inout [MediaTypeDescription]) {
    for other in others {
      guard let index = contents.firstIndex(where: { $0.mediaType == other.mediaType }) else {
        contents.append(other)
        continue
      }
      contents[index].examples += other.examples
      contents[index].schema = unite(contents[index].schema, other.schema)
    }
  }

  /// Two descriptions of one value as one: properties united, those that only one side requires not required.
  private static func unite(_ first: RawSchema?, _ second: RawSchema?) -> RawSchema? {
    guard var united = first else { return second }
    guard let second, united.reference == nil, second.reference == nil else { return united }
    for property in second.properties {
      guard let index = united.properties.firstIndex(where: { $0.key == property.key }) else {
        united.properties.append(property)
        continue
      }
      if let schema = unite(united.properties[index].schema, property.schema) {
        united.properties[index].schema = schema
      }
    }
    for value in second.enumeration where !united.enumeration.contains(where: { $0.value.isSame(as: value.value) }) {
      if !united.enumeration.isEmpty { united.enumeration.append(value) }
    }
    let required = Set(second.required.map(\.name))
    if !second.properties.isEmpty, !united.properties.isEmpty {
      united.required.removeAll { !required.contains($0.name) }
    }
    for type in second.types where !united.types.contains(type) && !united.types.isEmpty { united.types.append(type) }
    if united.types.isEmpty { united.types = second.types }
    if let items = second.items {
      united.items = unite(united.items?.value, items.value).map(Indirect.init)
    }
    united.isNullable = united.isNullable || second.isNullable
    united.examples += second.examples
    return united
  }
}

extension Node {
  /// Whether two values are the same JSON.
  fileprivate func isSame(as other: Node) -> Bool { jsonText() == other.jsonText() }
}

extension String {
  /// The path with its parameters' names left out: `/a/{id}` and `/a/{key}` are one operation.
  fileprivate var withoutParameterNames: String {
    var result = ""
    var isInside = false
    for character in self {
      if character == "}" { isInside = false }
      if !isInside { result.append(character) }
      if character == "{" { isInside = true }
    }
    return result
  }
}
