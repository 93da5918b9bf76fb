import Mustache
import SchemaIR

/// One method of the client, as `operation.mustache` shows it.
struct OperationView: MustacheParent {
  let documentation: [String]
  let isDeprecated: Bool
  /// The method's name and everything up to its body.
  let signature: String
  let call: String
  let statements: [String]
  let completion: String
  let imports: Imports

  /// `isQualified` says that the method stands outside of the namespace, from where its types are not seen.
  init(_ index: Int, in context: EmitContext, depth: Int, isQualified: Bool = false) {
    let operation = context.api.operations[index]
    let types = TypePrinter(
      resolver: context.resolver,
      names: context.names,
      context: nil,
      isQualified: isQualified
    )
    let names = context.names.parameters[index]
    let layout = Layout(depth: depth)
    let name = context.names.operations[index]
    let outcome = OperationOutcome(operation)
    let calls = CallWriter(layout: layout, types: types, indent: 4)

    documentation = OperationView.documentation(of: operation, parameters: names)
    isDeprecated = operation.isDeprecated
    var parameters = operation.body.map { [calls.parameter(of: $0)] } ?? []
    let listed = zip(operation.parameters, names)
    for isRequired in [true, false] {
      for (parameter, name) in listed where parameter.isRequired == isRequired {
        parameters.append(calls.parameter(parameter, name))
      }
    }
    let result = outcome.success.map { " -> " + types.text(CallWriter.resultType(of: $0)) } ?? ""
    signature = layout.call(
      "\(context.access)func \(name.declaration)",
      parameters,
      tail: " async throws\(result) {",
      indent: 2
    )
    var statements = listed.map { calls.statement($0, $1) }
    if let body = operation.body { statements += calls.statements(body) }
    for (status, content) in outcome.failures { statements.append(calls.failure(status, content)) }
    call = calls.call(
      operation,
      name: name.text,
      accept: outcome.accept,
      isMutated: !statements.isEmpty
    )
    self.statements = statements
    completion = calls.completion(outcome.success)
    var used = operation.parameters.map(\.type)
    if let body = operation.body { used.append(CallWriter.requestType(of: body.content)) }
    if let success = outcome.success { used.append(CallWriter.resultType(of: success)) }
    imports = used.reduce(into: []) { $0.formUnion(context.resolver.imports(of: $1)) }
  }

  func child(named name: String) -> Any? {
    switch name {
    case "documentation": Block.text(documentation)
    case "isDeprecated": isDeprecated
    case "signature": signature
    case "call": call
    case "statements": Block.text(statements)
    case "completion": completion
    default: nil
    }
  }

  /// The title, the description and a line for each parameter.
  private static func documentation(of operation: Operation, parameters: [SwiftName]) -> [String] {
    let route = "Sends `\(operation.method) \(operation.path)`."
    var lines = DocumentationComment.lines(operation.title ?? operation.documentation, fallback: route)
    if operation.title != nil, let text = operation.documentation, text != operation.title {
      let more = DocumentationComment.lines(text, fallback: "")
      if more != [" "], more != lines { lines += [""] + more }
    }
    var notes: [String] = []
    if let body = operation.body {
      notes += DocumentationComment.lines(parameter: "body", body.documentation, fallback: "What the request carries.")
    }
    for isRequired in [true, false] {
      for (parameter, name) in zip(operation.parameters, parameters) where parameter.isRequired == isRequired {
        notes += DocumentationComment.lines(
          parameter: name.text,
          parameter.documentation,
          fallback: "The \(parameter.location.rawValue) parameter \(StringLiteral.shown(parameter.name))."
        )
      }
    }
    return notes.isEmpty ? lines : lines + [""] + notes
  }
}

extension Parameter {
  /// Whether a call must give the parameter; a path without it leads elsewhere.
  var isRequired: Bool { presence == .required || location == .path }
}
