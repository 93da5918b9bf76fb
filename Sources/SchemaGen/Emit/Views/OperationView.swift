import Mustache
import SchemaIR

/// One method of the client, as `operation.mustache` shows it.
struct OperationView: MustacheParent {
  let documentation: [String]
  let isDeprecated: Bool
  /// The method's name and everything up to its body.
  let signature: String
  let statements: [String]
  let imports: Imports

  /// The methods of an operation; `isQualified` says that they stand outside of the namespace, from where its types are
  /// not seen.
  static func views(_ index: Int, in context: EmitContext, depth: Int, isQualified: Bool = false) -> [OperationView] {
    let forms = MethodForm.allCases.filter { context.names.method(index, as: $0) != nil }
    return forms.map { OperationView(index, as: $0, in: context, depth: depth, isQualified: isQualified) }
  }

  private init(_ index: Int, as form: MethodForm, in context: EmitContext, depth: Int, isQualified: Bool) {
    let operation = context.api.operations[index]
    let types = TypePrinter(resolver: context.resolver, names: context.names, context: nil, isQualified: isQualified)
    let writer = MethodWriter(
      operation: operation,
      index: index,
      context: context,
      layout: Layout(depth: depth),
      types: types,
      isQualified: isQualified
    )
    let method: MethodWriter.Method
    switch form {
    case .plain:
      method = writer.plain()
      documentation = OperationView.documentation(of: operation, parameters: context.names.parameters[index])
    case .stream:
      method = writer.stream()
      let element = operation.stream?.coding == .jsonLines ? "value" : "event"
      documentation = [" `\(context.names.methods[index])`, answered \(element) by \(element)."]
    case .pages:
      method = writer.pages()
      documentation = [" All pages of `\(context.names.methods[index])`, each asked for when it is wanted."]
    case .text:
      method = writer.alternative(form, .text)
      documentation = [" `\(context.names.methods[index])`, answered in text."]
    case .bytes:
      method = writer.alternative(form, .binary)
      documentation = [" `\(context.names.methods[index])`, answered in bytes."]
    }
    isDeprecated = operation.isDeprecated
    signature = method.signature
    statements = method.statements
    imports = method.imports
  }

  func child(named name: String) -> Any? {
    switch name {
    case "documentation": Block.text(documentation)
    case "isDeprecated": isDeprecated
    case "signature": signature
    case "statements": Block.text(statements)
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
          fallback: "\(fallback(parameter))."
        )
      }
    }
    return notes.isEmpty ? lines : lines + [""] + notes
  }

  /// What is said of a parameter of which the document says nothing.
  private static func fallback(_ parameter: Parameter) -> String {
    if case .part(let property) = parameter.location {
      return "The header \(StringLiteral.shown(parameter.name)) of the part \(StringLiteral.shown(property))"
    }
    return "The \(parameter.location.word) parameter \(StringLiteral.shown(parameter.name))"
  }
}

extension Parameter {
  /// Whether a call must give the parameter; a path without it leads elsewhere.
  var isRequired: Bool { presence == .required || location == .path }
}
