import SchemaSource

extension API {
  /// The IR as text, one declaration or operation a paragraph, for people and golden files.
  package func dump() -> String {
    var text = "api \(name.quotedForDump)\n"
    for server in servers { text += "server \(server.dumped)\n" }
    for scheme in securitySchemes { text += "authorization \(scheme.dumped)\n" }
    if !usualSecurity.isEmpty { text += "usually by \(usualSecurity.map(\.dumped).joined(separator: " or "))\n" }
    for (index, declaration) in declarations.enumerated() { text += "\n" + dump(declaration, DeclID(index)) }
    for operation in operations { text += "\n" + dump(operation) }
    if !examples.isEmpty { text += "\n" }
    for example in examples { text += "example \(dump(example.type)) \(example.label.quotedForDump)\n" }
    if !rules.isEmpty { text += "\n" }
    for rule in rules {
      let types = rule.types.map { " #\($0.index)" }.joined()
      text += "rule \(rule.name.quotedForDump)\(types) \(rule.rule.json)\n"
      for place in rule.rule.placesFromProse { text += "  from prose: \(place)\n" }
    }
    return text
  }

  /// One declaration with its parts, each on a line of its own.
  private func dump(_ declaration: Declaration, _ id: DeclID) -> String {
    let parent = declaration.parent.map { " in #\($0.index)" } ?? ""
    let head = "#\(id.index) \(declaration.hint.dumped)\(parent)\(declaration.origin.suffix)"
    let deprecated = declaration.isDeprecated ? " deprecated" : ""
    switch declaration.kind {
    case .alias(let type): return "alias \(head)\(deprecated) = \(dump(type))\n"
    case .enumeration(let enumeration):
      var text = "\(enumeration.isOpen ? "open" : "closed") enumeration \(head)\(deprecated): "
      text += "\(enumeration.rawKind.rawValue)\n"
      for value in enumeration.cases {
        text += "  \(value.value.dumped)\(value.name.map { " named \($0.quotedForDump)" } ?? "")\n"
      }
      return text
    case .structure(let structure):
      var text = "structure \(head)\(deprecated)\n"
      for property in structure.properties {
        text += "  \(property.key.quotedForDump): \(dump(property.type))\(property.typeOrigin.suffix)"
        if property.presence == .optional { text += " optional" }
        switch property.initial {
        case .constant(let literal): text += " = \(literal.dumped)"
        case .standard(let literal): text += " default \(literal.dumped)"
        case nil: break
        }
        if property.initial != nil { text += property.initialOrigin.suffix }
        switch property.direction {
        case .both: break
        case .request: text += " in requests"
        case .response: text += " in responses"
        }
        text += "\(property.origin.suffix)\n"
      }
      switch structure.additional {
      case .ignored: break
      case .kept(let type): text += "  others: \(dump(type))\n"
      case .refused: text += "  no others\n"
      }
      return text
    case .tuple(let tuple):
      var text = "tuple \(head)\(deprecated)\n"
      for element in tuple.elements {
        text += "  \(element.name.quotedForDump): \(dump(element.type))"
        text += element.presence == .optional ? " optional\n" : "\n"
      }
      switch tuple.others {
      case .ignored: break
      case .kept(let rest): text += "  rest: \(dump(rest))\n"
      case .refused: text += "  no others\n"
      }
      return text
    case .union(let union):
      var text = "union \(head)\(deprecated)"
      if case .property(let key) = union.tagging { text += " by \(key.quotedForDump)" }
      text += "\n"
      for (index, variant) in union.variants.enumerated() {
        text += "  \(variant.name.quotedForDump): \(dump(variant.type))"
        if !variant.tags.isEmpty { text += " for \(variant.tags.map(\.quotedForDump).joined(separator: ", "))" }
        if !variant.events.isEmpty { text += " on \(variant.events.map(\.quotedForDump).joined(separator: ", "))" }
        if index == union.fallback { text += " otherwise" }
        text += "\n"
      }
      return text
    }
  }

  /// One operation with its parameters, body and responses.
  private func dump(_ operation: Operation) -> String {
    var text = "\(operation.kind.dumped) \(operation.method) \(operation.path)"
    if let id = operation.id { text += " \(id.quotedForDump)" }
    if operation.isDeprecated { text += " deprecated" }
    if operation.needsAuthorization {
      text += " authorized"
      if let alternatives = operation.security { text += " by " + alternatives.map(\.dumped).joined(separator: " or ") }
    }
    text += "\n"
    for parameter in operation.parameters {
      text += "  \(parameter.location.word) \(parameter.label.quotedForDump): "
      text += "\(dump(parameter.type))\(parameter.typeOrigin.suffix)"
      text += parameter.presence == .optional ? " optional" : ""
      text += " \(parameter.coding.dumped)\(parameter.isDeprecated ? " deprecated" : "")\n"
    }
    if let body = operation.body {
      text += "  body \(body.contents.map(dump).joined(separator: " or "))"
      text += body.presence == .optional ? " optional\n" : "\n"
    }
    for response in operation.responses {
      text += "  response \(response.status.dumped)"
      for content in response.contents { text += " \(dump(content))" }
      if let headers = response.headers { text += " headers \(dump(headers))" }
      text += "\n"
    }
    if let streaming = operation.streaming { text += "  streamed \(streaming.dumped)\n" }
    for content in operation.alternatives { text += "  alternatively \(dump(content))\n" }
    if let pagination = operation.pagination { text += "  paged \(pagination.dumped)\n" }
    return text
  }

  /// A body's media type, coding and type.
  private func dump(_ content: Content) -> String {
    let fields = content.fields.map { " with \($0.property.quotedForDump) \($0.coding.dumped)" }.joined()
    let end = content.terminators.map { " until \($0.quotedForDump)" }.joined()
    let type = "\(dump(content.type))\(content.typeOrigin.suffix)"
    return "\(content.mediaType) as \(content.coding.rawValue): \(type)\(fields)\(end)"
  }

  /// A use of a type, with declarations by number and name.
  package func dump(_ type: TypeRef) -> String {
    switch type {
    case .scalar(let scalar): scalar.rawValue
    case .declared(let id): "#\(id.index)"
    case .array(let element): "[\(dump(element))]"
    case .dictionary(let value): "[string: \(dump(value))]"
    case .nullable(let inner): "\(dump(inner))?"
    case .boxed(let inner): "boxed \(dump(inner))"
    case .external(let type): "external \(type.name)"
    case .unstated(let unstated): "unstated \(unstated.rawValue)"
    }
  }
}
