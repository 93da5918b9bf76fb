import Mustache
import SchemaIR

/// What comes back where several successes differ, as `responseCases.mustache` shows it.
struct ResponseCasesView: MustacheParent {
  let access: String
  let name: String
  let documentation: [String]
  let cases: [CaseView]
  /// The branches of the switch over the status.
  let branches: [String]
  let imports: Imports

  /// The result of a method of an operation; nil where it has no name.
  init?(_ index: Int, as form: MethodForm, in context: EmitContext) {
    let operation = context.api.operations[index]
    let outcome = form == .stream ? operation.streamOutcome : operation.outcome
    let method = context.names.method(index, as: form) ?? context.names.methods[index]
    guard let name = context.resultName(of: index, as: form), case .cases(let cases) = outcome else { return nil }
    access = context.access
    self.name = name.declaration
    documentation = [" What `\(method)` answers."]
    let layout = Layout(depth: context.names.topDepth)
    let types = TypePrinter(resolver: context.resolver, names: context.names, context: nil)
    let calls = CallWriter(layout: layout, types: types, indent: 2)
    var texts: [Response.Status: String] = [:]
    for response in operation.responses { texts[response.status] = response.documentation }
    self.cases = cases.map { status, content in
      let name = ResponseCasesView.name(of: status)
      return CaseView(
        documentation: DocumentationComment.lines(texts[status], fallback: ResponseCasesView.text(of: status)),
        declaration: content.map { layout.call("case \(name)", [calls.result($0)], indent: 2) } ?? "case \(name)"
      )
    }
    branches = cases.map { status, content in
      let name = ResponseCasesView.name(of: status)
      let value: String
      switch content?.coding {
      case nil: value = ".\(name)"
      case .text, .urlEncoded: value = ".\(name)(try response.text())"
      case .binary, .multipart: value = ".\(name)(response.body())"
      case .json: value = ".\(name)(try response.value())"
      case .jsonLines: value = ".\(name)(response.values())"
      case .eventStream:
        let end = content.map(CallWriter.terminators) ?? ""
        value = ".\(name)(try response.events(\(end)))"
      }
      return "case \(ResponseCasesView.pattern(of: status)): self = \(value)"
    }
    imports = cases.compactMap(\.content).reduce(into: .runtime) { $0.formUnion(context.resolver.imports(of: $1)) }
  }

  func child(named name: String) -> Any? {
    switch name {
    case "access": access
    case "name": self.name
    case "documentation": Block.text(documentation)
    case "cases": cases
    case "branches": Block.text(branches)
    default: nil
    }
  }

  /// The name of the case for a status: what RFC 9110 calls it, section 15.3.
  static func name(of status: Response.Status) -> String {
    switch status {
    case .code(200): "ok"
    case .code(201): "created"
    case .code(202): "accepted"
    case .code(203): "nonAuthoritative"
    case .code(204): "noContent"
    case .code(205): "resetContent"
    case .code(206): "partialContent"
    case .code(207): "multiStatus"
    case .code(let code): "status\(code)"
    case .range: "success"
    case .default: "other"
    }
  }

  /// What is said of a status of which the document says nothing.
  private static func text(of status: Response.Status) -> String {
    switch status {
    case .code(let code): "Status \(code)."
    case .range(let digit): "Any other status from \(digit)00 to \(digit)99."
    case .default: "Any other status."
    }
  }

  /// The pattern of the numbers that a status stands for; exact codes stand before ranges.
  private static func pattern(of status: Response.Status) -> String {
    switch status {
    case .code(let code): "\(code)"
    case .range(let digit): "\(digit)00..<\(digit + 1)00"
    case .default: "_"
    }
  }
}
