import SchemaIR

/// Writes calls of a client's methods whose arguments are found by name when the call is made.
struct InvocationWriter {
  /// One call.
  struct Invocation {
    var call: EmittedCall
    /// The statements that make it and return what it gives.
    var statements: String
  }

  let context: EmitContext
  let layout: Layout
  /// Where the statements begin within the file's text.
  let indent: Int

  /// The calls of all methods, in the order of the operations.
  func invocations() -> [Invocation] {
    var members: [Int: String] = [:]
    for group in context.names.groups {
      for index in group.operations { members[index] = group.member.text + "." }
    }
    return context.api.operations.indices.flatMap { index -> [Invocation] in
      guard context.api.operations[index].kind == .call else { return [] }
      let member = members[index] ?? ""
      return MethodForm.allCases.flatMap { invocations(of: index, as: $0, member: member) }
    }
  }

  /// The calls of one method, one for each media type that its body may have; none where there is no such method.
  private func invocations(of index: Int, as form: MethodForm, member: String) -> [Invocation] {
    let operation = context.api.operations[index]
    guard let name = context.names.method(index, as: form) else { return [] }
    let asksForStream = form == .stream || form == .plain && operation.isAnsweredByEvents
    var omitted: String?
    if asksForStream, case .parameter(let key) = operation.streaming { omitted = key }
    return bodies(of: index, asksForStream: asksForStream).map { body in
      var arguments = [body?.argument].compactMap(\.self)
      for isRequired in [true, false] {
        for (parameter, name) in zip(operation.parameters, context.names.parameters[index])
        where parameter.isRequired == isRequired && !(parameter.location == .query && parameter.name == omitted) {
          arguments.append("\(name.label): \(argument(parameter))")
        }
      }
      let path = member + name.text
      return Invocation(
        call: EmittedCall(
          name: path + (body?.variant.map { " \($0)" } ?? ""),
          form: form,
          operation: operation,
          index: index,
          body: body?.content
        ),
        statements: statements(operation, index, form) { head, tail in
          call("client.\(path)", arguments, after: head, before: tail)
        }
      )
    }
  }

  /// What a method can be given as its body; one that is nil for a method without a body.
  private func bodies(
    of index: Int,
    asksForStream: Bool
  ) -> [(content: Content, argument: String, variant: String?)?] {
    let operation = context.api.operations[index]
    guard let body = operation.body else { return [nil] }
    let writer = MethodWriter(
      operation: operation,
      index: index,
      context: context,
      layout: layout,
      types: TypePrinter(resolver: context.resolver, names: context.names, context: nil),
      isQualified: true
    )
    if asksForStream, let content = writer.streamBody { return [(content, argument(content), nil)] }
    guard context.names.bodies[index] != nil else { return [(body.content, argument(body.content), nil)] }
    return zip(body.contents, RequestBodyView.names(of: body)).map { content, name in
      (content, ".\(name.text)(\(argument(content)))", name.text)
    }
  }

  /// The argument for a body.
  private func argument(_ content: Content) -> String {
    switch content.coding {
    case .binary: "arguments.bytes()"
    case .jsonLines: "ValueSequence(arguments.elements())"
    default: "arguments.body()"
    }
  }

  /// The argument for a parameter.
  private func argument(_ parameter: Parameter) -> String {
    "arguments.\(parameter.location.word)(\(StringLiteral.quoted(parameter.label)))"
  }

  /// The statements around a call; `call` writes it between what stands before and behind it.
  private func statements(
    _ operation: Operation,
    _ index: Int,
    _ form: MethodForm,
    _ call: (_ head: String, _ tail: String) -> String
  ) -> String {
    switch form {
    case .pages: return call("return try await .firstPage(", ")")
    case .text: return call("return try await .text(", ")")
    case .bytes: return call("return try await .bytes(", ")")
    case .plain, .stream: break
    }
    switch form == .stream ? operation.streamOutcome : operation.outcome {
    case .nothing: return call("try await ", "") + "\n" + margin + "return .nothing"
    case .optional: return call("return try await .optional(", ")")
    case .content where form == .stream: return call("return try await .elements(", ")")
    case .content(let content):
      switch content.coding {
      case .json: return call("return try await .value(", ")")
      case .text, .urlEncoded: return call("return try await .text(", ")")
      case .binary, .multipart: return call("return try await .bytes(", ")")
      case .eventStream, .jsonLines: return call("return try await .elements(", ")")
      }
    case .cases(let cases):
      guard context.resultName(of: index, as: form) != nil else { return call("return try await .value(", ")") }
      var lines = [call("switch try await ", " {")]
      for (status, content) in cases {
        let name = ResponseCasesView.name(of: status)
        let result =
          switch content?.coding {
          case nil: ".nothing"
          case .json: "try .value(value)"
          case .eventStream, .jsonLines: "try await .elements(value)"
          case .text, .urlEncoded: ".text(value)"
          case .binary, .multipart: "try await .bytes(value)"
          }
        lines.append("\(margin)case .\(name)\(content == nil ? "" : "(let value)"): return \(result)")
      }
      return lines.joined(separator: "\n") + "\n\(margin)}"
    }
  }

  /// A call within a statement: where it is the argument of another call, and needs several lines, these are nested.
  private func call(_ name: String, _ arguments: [String], after head: String, before tail: String) -> String {
    let line = layout.call(head + name, arguments, tail: tail, indent: indent)
    guard head.hasSuffix("("), line.contains("\n") else { return line }
    return "\(head)\n\(margin)  \(layout.call(name, arguments, indent: indent + 2))\n\(margin)\(tail)"
  }

  /// What stands before each line but the first.
  private var margin: String { String(repeating: " ", count: indent) }
}
