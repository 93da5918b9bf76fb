import SchemaDescription
import SchemaDocument
import SchemaSource

extension OpenAPIContext {
  /// Reads parameters (OpenAPI 3.1, section 4.8.12); of two with one name and place the later counts.
  func parameters(of member: Member) -> [ParameterDescription] {
    var parameters: [ParameterDescription] = []
    var positions: [ParameterKey: Int] = [:]
    for node in elements(of: member) {
      guard let parameter = parameter(of: node) else { continue }
      if let same = positions[ParameterKey(parameter)] {
        report.add(
          .duplicateKey,
          "the \(parameter.location) parameter '\(parameter.name)' is there twice, the last one is used",
          at: node.span,
          notes: [Diagnostic.Note("the earlier one is here", at: parameters[same].span)]
        )
        parameters[same] = parameter
      } else {
        positions[ParameterKey(parameter)] = parameters.count
        parameters.append(parameter)
      }
    }
    return parameters
  }

  /// Reads one parameter; nil, with a diagnostic, where it has no name or no place.
  private func parameter(of node: Node) -> ParameterDescription? {
    guard let target = resolve(node, as: "parameter"), let members = target.uniqueMembers else { return nil }
    guard let (name, span) = name(of: members, at: target), var location = location(of: members, at: target) else {
      return nil
    }
    let wasQuerystring = target[ConvertedKey.querystring]?.boolean == true
    if wasQuerystring { location = .querystring }
    var parameter = ParameterDescription(name: name, location: location, isRequired: location == .path, span: span)
    parameter.sharedName = sharedName(of: node)
    var examples: [RawExample] = []
    for part in members {
      switch part.key {
      case "required": parameter.isRequired = (report.flag(of: part) ?? false) || location == .path
      case "deprecated": parameter.isDeprecated = report.flag(of: part) ?? false
      case "description": parameter.description = report.filledText(of: part)
      case "schema": parameter.schema = schema(of: part)
      case "content": readContent(part, into: &parameter)
      case "style" where wasQuerystring: continue
      case "style", ConvertedKey.style: parameter.style = style(of: part, in: location)
      case "explode": parameter.explode = report.flag(of: part)
      case "allowEmptyValue":
        parameter.allowsEmptyValue = part.value.boolean ?? false
        tellEmptyValue(part)
      case "allowReserved": parameter.allowsReserved = report.flag(of: part) ?? false
      case "example": examples.insert(RawExample(part.value), at: 0)
      case "examples": examples += self.examples(of: part, external: &parameter.externalExamples)
      case "name", "in", "$ref": continue
      default: readOther(part, into: &parameter.extensions)
      }
    }
    if let own = node.members?.last(where: { $0.key == "description" }) {
      parameter.description = report.filledText(of: own) ?? parameter.description
    }
    if wasQuerystring, parameter.mediaType == nil {
      parameter.mediaType = "application/x-www-form-urlencoded"
      (parameter.style, parameter.explode) = (nil, nil)
    }
    if location == .querystring, parameter.mediaType == nil {
      let message = "a parameter in 'querystring' must have a 'content'; it is sent as a form"
      report.add(.unexpectedValue, message, at: span)
    }
    parameter.examples += typed(examples, by: parameter.schema)
    return parameter
  }

  /// Says that a parameter cannot be sent without a value, which the specification itself advises against (OpenAPI
  /// 3.1, section 4.8.12.2.1); an empty string can be.
  func tellEmptyValue(_ member: Member) {
    guard report.flag(of: member) == true else { return }
    let message = "'allowEmptyValue' is left out: an empty string is sent as '=', without a value nothing is sent"
    noteUncarried(message, at: member.keySpan)
  }

  /// The name of a parameter and where it stands.
  private func name(of members: [Member], at node: Node) -> (String, SourceSpan)? {
    if let member = members.first(where: { $0.key == "name" }) {
      if let name = report.filledText(of: member) { return (name, member.value.span) }
      if member.value.elements != nil || member.value.members != nil { return nil }
    }
    report.add(.unexpectedValue, "a parameter must have a 'name'; this one is left out", at: node.span)
    return nil
  }

  /// The part of the request that a parameter is in.
  private func location(of members: [Member], at node: Node) -> ParameterLocation? {
    guard let member = members.first(where: { $0.key == "in" }) else {
      report.add(.unexpectedValue, "a parameter must have an 'in'; this one is left out", at: node.span)
      return nil
    }
    let text = report.text(of: member)
    if let location = text.flatMap({ ParameterLocation(rawValue: $0) }) { return location }
    if let text {
      report.add(.unexpectedValue, "no parameter can be in '\(text)'; this one is left out", at: member.value.span)
    }
    return nil
  }

  /// Reads the `content` of a parameter: the first media type has its schema and examples.
  func readContent(_ member: Member, into parameter: inout ParameterDescription) {
    let contents = contents(of: member)
    guard let content = contents.first else { return }
    parameter.mediaType = content.mediaType
    parameter.schema = content.schema
    parameter.examples += content.examples
    parameter.fields = content.fields
    parameter.externalExamples += content.externalExamples
    for other in contents.dropFirst() {
      let message = "the parameter is sent as \(content.mediaType); \(other.mediaType) is left out"
      report.add(.unsupportedFeature, message, at: other.span)
    }
  }

  /// Reads the style of a parameter; nil, with a diagnostic, where there is none of that name for its place.
  func style(of member: Member, in location: ParameterLocation) -> ParameterStyle? {
    guard let text = report.filledText(of: member) else { return nil }
    let allowed: [ParameterStyle] =
      switch location {
      case .path: [.simple, .label, .matrix]
      case .query: [.form, .spaceDelimited, .pipeDelimited, .deepObject]
      case .header: [.simple]
      case .cookie: [.form, .cookie]
      case .querystring: []
      }
    if let style = ParameterStyle(rawValue: text), allowed.contains(style) { return style }
    // What Swagger 2.0 calls `tsv` has no name in OpenAPI.
    if member.key == ConvertedKey.style, text == ParameterStyle.tabDelimited.rawValue { return .tabDelimited }
    let usual = allowed.first.map { "; '\($0.rawValue)' is used" } ?? ""
    report.add(.unexpectedValue, "no \(location) parameter has the style '\(text)'\(usual)", at: member.value.span)
    return nil
  }

  /// A parameter's examples, each as the schema asks for.
  func typed(_ examples: [RawExample], by schema: RawSchema?) -> [RawExample] {
    examples.map { example in
      var example = example
      example.value = typed(example.value, by: schema)
      return example
    }
  }

  /// A parameter's example, which tools write as a string, as the number or truth value that the schema asks for.
  func typed(_ node: Node, by schema: RawSchema?) -> Node {
    guard let text = node.string, let schema, !schema.types.isEmpty, !allows(.string, schema) else { return node }
    var ignored = Report()
    guard let value = JSONReader.readEmbedded(text, at: node.span, report: &ignored) else { return node }
    switch value.value {
    case .number where schema.types.contains(.integer) || schema.types.contains(.number): return value
    case .boolean where schema.types.contains(.boolean): return value
    default: return node
    }
  }

  /// Reads the schema in a member; nil where it is null, or no more than what the examples beside it say.
  func schema(of member: Member) -> RawSchema? {
    member.value.isNull || ConvertedKey.isInferred(member.value) ? nil : schemas.read(member.value, report: &report)
  }
}
