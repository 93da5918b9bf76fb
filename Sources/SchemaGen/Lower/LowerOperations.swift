import SchemaDescription
import SchemaDocument
import SchemaIR
import SchemaSource

extension Lowerer {
  /// Lowers all operations, in order.
  mutating func lowerOperations() {
    let isSilent = isSilentOnSecurity
    api.usualSecurity = usualSecurity()
    for (index, operation) in description.operations.enumerated() {
      var lowered = Operation(method: operation.method, path: operation.path, span: operation.span)
      lowered.kind = operation.kind.lowered
      lowered.id = operation.id
      lowered.stableKey = operation.stableKey
      lowered.title = operation.title
      lowered.documentation = operation.description == operation.title ? nil : operation.description
      lowered.isDeprecated = operation.isDeprecated
      lowered.tags = operation.tags
      lowered.server = operation.servers.first?.lowered
      lowered.needsAuthorization =
        lowered.kind == .call
        && ((operation.security ?? description.security).map { !$0.isEmpty } ?? isSilent)
      if lowered.needsAuthorization { lowered.security = security(of: operation) }
      let label = operation.label
      for parameter in operation.parameters {
        lowered.parameters.append(lower(parameter, of: index, label: label))
      }
      if lowered.kind == .call { addUndeclaredPathParameters(to: &lowered) }
      var received = operation.responses.flatMap(\.contents)
      if let body = operation.requestBody {
        let contents = alternatives(of: body, kind: lowered.kind, label: label)
        if lowered.kind == .call {
          lowered.parameters += partHeaders(of: contents, isRequired: body.isRequired, of: index, label: label)
        } else {
          received += body.contents
        }
        lowered.body = lower(body, as: contents, of: index, label: label)
      }
      tellLostPartHeaders(of: received, label: label)
      let roles = self.roles(of: operation.responses)
      responseRoles.append(roles)
      for (position, response) in operation.responses.enumerated() {
        lowered.responses.append(
          lower(response, of: index, position: position, role: roles[position], label: label)
        )
      }
      if lowered.kind != .call, lowered.body == nil, lowered.responses.allSatisfy(\.contents.isEmpty) {
        let message = "`\(label)` carries no body; nothing is generated for it"
        report.add(Diagnostic(.unsupportedFeature, message, at: operation.span, severity: .note))
      }
      api.operations.append(lowered)
    }
  }

  /// Adds a string parameter for each name in the path's braces that the document does not describe.
  private func addUndeclaredPathParameters(to operation: inout Operation) {
    var known = Set(operation.parameters.lazy.filter { $0.location == .path }.map(\.name))
    for part in operation.path.split(separator: "{").dropFirst() {
      guard let end = part.firstIndex(of: "}") else { continue }
      let name = String(part[..<end])
      guard !name.isEmpty, known.insert(name).inserted else { continue }
      operation.parameters.append(
        Parameter(
          name: name,
          location: .path,
          type: .scalar(.string),
          presence: .required,
          coding: .styled(.simple, explode: false, allowsReserved: false),
          span: operation.span
        )
      )
    }
  }
}

extension OperationDescription.Kind {
  /// The same kind in the IR.
  fileprivate var lowered: Operation.Kind {
    switch self {
    case .call: .call
    case .webhook(let name): .webhook(name: name)
    case .callback(let name, let operation): .callback(name: name, of: operation)
    }
  }
}
