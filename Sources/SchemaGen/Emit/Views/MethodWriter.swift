import SchemaIR

/// Writes the methods that call one operation.
struct MethodWriter {
  /// One method.
  struct Method {
    /// The method's name and everything up to its body.
    var signature: String
    var statements: [String]
    /// The modules that the signature names.
    var imports: Imports
  }

  let operation: Operation
  /// The operation's place in the API.
  let index: Int
  let context: EmitContext
  let layout: Layout
  let types: TypePrinter
  /// Whether the methods stand outside of the namespace.
  let isQualified: Bool

  private var calls: CallWriter { CallWriter(layout: layout, types: types, indent: 4) }
  private var bodies: BodyWriter { BodyWriter(layout: layout, types: types, indent: 4) }
  private var switches: StreamSwitchWriter {
    StreamSwitchWriter(api: context.api, names: context.names, resolver: context.resolver)
  }
  private var names: [SwiftName] { context.names.parameters[index] }

  /// The method that gives the answer.
  func plain() -> Method {
    let name = context.names.methods[index]
    switch operation.outcome {
    case .nothing:
      return method(name, result: nil, accept: operation.accepted, completion: "try await connection.complete(call)")
    case .content(let content):
      return method(
        name,
        result: calls.result(content),
        accept: operation.accepted,
        completion: calls.completion(content),
        asksForStream: content.coding == .eventStream
      )
    case .optional(let content):
      let type = calls.result(content)
      return method(
        name,
        result: type.hasSuffix("?") ? type : type + "?",
        accept: operation.accepted,
        completion: "return try await connection.valueIfAny(of: call)"
      )
    case .cases:
      let type = context.resultName(of: index, as: .plain).map { context.names.topLevel($0, isQualified: isQualified) }
      return method(
        name,
        result: type ?? "Void",
        accept: operation.accepted,
        completion: "return try await connection.value(of: call)",
        asksForStream: operation.isAnsweredByEvents
      )
    }
  }

  /// The method that gives the answer bit by bit.
  func stream() -> Method {
    guard let name = context.names.method(index, as: .stream), let content = operation.stream else { return plain() }
    let type = context.resultName(of: index, as: .stream).map { context.names.topLevel($0, isQualified: isQualified) }
    return method(
      name,
      result: type ?? calls.result(content),
      accept: operation.acceptedInStream,
      completion: type == nil ? calls.completion(content) : "return try await connection.value(of: call)",
      asksForStream: true
    )
  }

  /// The method that gives what the answer may be as well.
  func alternative(_ form: MethodForm, _ coding: Content.Coding) -> Method {
    guard let name = context.names.method(index, as: form), let content = operation.alternative(coding) else {
      return plain()
    }
    var method = method(
      name,
      result: calls.result(content),
      accept: operation.accepted(for: content),
      completion: calls.completion(content)
    )
    method.imports.formUnion(context.resolver.imports(of: content))
    return method
  }

  /// The method that gives all pages.
  func pages() -> Method {
    guard let name = context.names.method(index, as: .pages), let pagination = operation.pagination,
      case .content(let page) = operation.outcome
    else { return plain() }
    let writer = PageWriter(pagination: pagination, page: page.type, context: context, layout: layout, types: types)
    let (body, imports) = bodyParameter(asksForStream: false)
    return Method(
      signature: signature(name, parameters(body, without: nil), effects: "", result: writer.result),
      statements: [writer.statement(operation, name: context.names.methods[index], parameters: names)],
      imports: imports.adding(.runtime)
    )
  }

  /// A method that makes a call.
  private func method(
    _ name: SwiftName,
    result: String?,
    accept: [String],
    completion: String,
    asksForStream: Bool = false
  ) -> Method {
    let request = asksForStream ? operation.streaming : nil
    var omitted: String?
    if case .parameter(let key) = request { omitted = key }
    let (body, imports) = bodyParameter(asksForStream: asksForStream)
    var statements: [String] = []
    for (parameter, name) in zip(operation.parameters, names) {
      let isOmitted = parameter.location == .query && parameter.name == omitted
      statements.append(calls.statement(parameter, name, value: isOmitted ? "true" : nil))
    }
    statements += bodyStatements(request)
    for (status, content) in operation.failures { statements.append(calls.failure(status, content)) }
    let others = operation.bodilessFailures
    if !others.isEmpty { statements.append(calls.failures(others)) }
    let call = calls.call(operation, name: callName(name), accept: accept, isMutated: !statements.isEmpty)
    let namesRuntime = operation.outcome.namesRuntime || asksForStream
    return Method(
      signature: signature(name, parameters(body, without: omitted), effects: " async throws", result: result),
      statements: [call] + statements + [completion],
      imports: namesRuntime ? imports.adding(.runtime) : imports
    )
  }

  /// What errors and logs name a call: the method, or where its name says little beside its group's, the operation.
  private func callName(_ method: SwiftName) -> String {
    let operation = context.names.operations[index]
    guard context.names.methods[index] != operation else { return method.text }
    let form = MethodForm.siblings.first { context.names.method(index, as: $0) == method } ?? .plain
    return form.name(of: operation.text)
  }

  /// The name, the parameters and what comes back.
  private func signature(_ name: SwiftName, _ parameters: [String], effects: String, result: String?) -> String {
    layout.call(
      "\(context.access)func \(name.declaration)",
      parameters,
      tail: "\(effects)\(result.map { " -> \($0)" } ?? "") {",
      indent: 2
    )
  }

  /// All parameters, the required ones first, but for one of the query.
  private func parameters(_ body: String?, without omitted: String?) -> [String] {
    var list = [body].compactMap(\.self)
    for isRequired in [true, false] {
      for (parameter, name) in zip(operation.parameters, names) where parameter.isRequired == isRequired {
        if parameter.location == .query, parameter.name == omitted { continue }
        list.append(calls.parameter(parameter, name))
      }
    }
    return list
  }

  /// The parameter for the body, nil for none, and the modules that all parameters and the answer name.
  private func bodyParameter(asksForStream: Bool) -> (parameter: String?, imports: Imports) {
    var imports = operation.parameters.reduce(into: Imports()) {
      $0.formUnion(context.resolver.imports(of: $1.type))
    }
    switch operation.outcome {
    case .content(let content), .optional(let content): imports.formUnion(context.resolver.imports(of: content))
    case .nothing, .cases: break
    }
    guard let body = operation.body else { return (nil, imports) }
    if asksForStream, let content = streamBody {
      imports.formUnion(context.resolver.imports(of: content))
      // Null asks for nothing.
      return (bodies.parameter(types.core(content.type), .required), imports)
    }
    if let name = context.names.bodies[index] {
      let presence = asksForStream && streamKey != nil ? .required : body.presence
      return (bodies.parameter(context.names.topLevel(name, isQualified: isQualified), presence), imports)
    }
    imports.formUnion(context.resolver.imports(of: body.content))
    return (bodies.parameter(bodies.type(of: body.content), body.presence), imports)
  }

  /// The statements that add the body to the call, and ask for a stream by it.
  private func bodyStatements(_ request: StreamRequest?) -> [String] {
    guard var body = operation.body else { return [] }
    var key: String?
    if case .property(let name) = request { key = name }
    if let key, let content = streamBody, let asked = context.api.streamSwitch(key, in: content.type) {
      return ["var body = body"] + switches.statements(asked, value: "body", of: content.type.core, indent: 4)
        + bodies.statements(content)
    }
    guard context.names.bodies[index] != nil else { return bodies.statements(body.content) }
    if key != nil { body.presence = .required }
    let names = RequestBodyView.names(of: body)
    return [
      bodies.choice(body, names: names) { content, value, indent in
        guard let asked = key.flatMap({ context.api.streamSwitch($0, in: content.type) }) else { return [] }
        return switches.statements(asked, value: value, of: content.type, indent: indent)
      }
    ]
  }

  /// The body of a call for events where one media type alone can ask for them.
  var streamBody: Content? {
    guard let key = streamKey else { return nil }
    let contents = operation.body?.contents.compactMap { context.api.streamContent(key, $0) } ?? []
    return contents.count == 1 ? contents[0] : nil
  }

  /// The property of the body that asks for a stream; nil where none does.
  private var streamKey: String? { if case .property(let key) = operation.streaming { key } else { nil } }
}

extension Operation.Outcome {
  /// Whether what a plain method returns is a type of the runtime.
  fileprivate var namesRuntime: Bool {
    guard case .content(let content) = self else { return false }
    switch content.coding {
    case .binary, .multipart, .eventStream, .jsonLines: return true
    case .json, .text, .urlEncoded: return false
    }
  }
}

extension TypeResolver {
  /// The modules that the text of a body's type names.
  func imports(of content: Content) -> Imports {
    switch content.coding {
    case .json, .multipart, .urlEncoded: imports(of: content.type)
    case .eventStream, .jsonLines: imports(of: content.type).adding(.runtime)
    case .binary: .runtime
    case .text: []
    }
  }
}
