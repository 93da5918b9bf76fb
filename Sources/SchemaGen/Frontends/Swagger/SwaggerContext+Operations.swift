import SchemaDescription
import SchemaDocument
import SchemaSource

extension SwaggerContext {
  /// Reads all paths (Swagger 2.0, paths object).
  func readPaths(_ member: Member) {
    for path in base.members(of: member) where !path.key.hasPrefix("x-") {
      guard let item = base.resolve(path.value, as: "path item") else { continue }
      var members = item.uniqueMembers ?? []
      if item.span != path.value.span, let own = path.value.uniqueMembers {
        let keys = Set(own.map(\.key))
        members = own.filter { $0.key != "$ref" } + members.filter { !keys.contains($0.key) }
      }
      var shared = OperationDescription(method: "", path: path.key, span: path.keySpan)
      if !path.key.hasPrefix("/") { base.readPlace(of: path, into: &shared) }
      let parameters = members.last { $0.key == "parameters" }.map { self.parameters(of: $0) } ?? []
      for member in members {
        guard let method = base.method(of: member), method != "additionalOperations" else { continue }
        readOperation(member, method: method, shared: shared, parameters: parameters)
      }
    }
  }

  /// Reads one operation (Swagger 2.0, operation object); `shared` is what its path says of all of them.
  private func readOperation(
    _ member: Member,
    method: String,
    shared: OperationDescription,
    parameters: [SwaggerParameter]
  ) {
    var operation = shared
    operation.method = method
    operation.span = member.keySpan
    var parameters = parameters
    var (consumes, produces) = (consumes, produces)
    var responses: Member?
    for part in base.members(of: member) {
      switch part.key {
      case "operationId": operation.id = base.report.filledText(of: part)
      case "summary": operation.title = base.report.filledText(of: part)
      case "description": operation.description = base.report.filledText(of: part)
      case "deprecated": operation.isDeprecated = base.report.flag(of: part) ?? false || operation.isDeprecated
      case "tags": operation.tags = base.report.strings(of: part).map(\.string)
      case "security":
        operation.security = base.requirements(of: part)
        operation.securityRequirements = base.securityRequirements(of: part)
      case "schemes":
        let own = base.report.strings(of: part).map { $0.string.lowercased() }
        if !own.isEmpty, operation.servers.isEmpty { operation.servers = place.servers(ownSchemes: own) }
      case "consumes": consumes = MediaTypeList(part, report: &base.report)
      case "produces": produces = MediaTypeList(part, report: &base.report)
      case "parameters": SwaggerParameter.merge(self.parameters(of: part), into: &parameters)
      case "responses": responses = part
      case "requestBody":
        base.report.add(
          .unexpectedValue,
          "'requestBody' belongs to OpenAPI 3; it is read all the same",
          at: part.keySpan
        )
        operation.requestBody = base.requestBody(of: part)
      case "externalDocs": operation.externalDocumentation = part.value
      default: base.readOperationExtension(part, into: &operation)
      }
    }
    operation.parameters = parameters.compactMap { $0.description(report: &base.report) }
    operation.requestBody = requestBody(of: parameters, consumes) ?? operation.requestBody
    if let responses { operation.responses = self.responses(of: responses, produces) }
    base.finish(operation)
  }
}
