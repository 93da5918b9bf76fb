import SchemaDescription
import SchemaDocument
import SchemaSource

extension SwaggerContext {
  /// Members of a parameter that are no part of its schema, which stands in the parameter itself.
  private static let ownKeys: Set<String> = [
    "name", "in", "description", "required", "collectionFormat", "allowEmptyValue", "schema", "example", "examples",
    "x-example", "x-examples", "$ref",
  ]

  /// Reads parameters; of two with one name and place the later counts.
  func parameters(of member: Member) -> [SwaggerParameter] {
    let parameters = base.elements(of: member).compactMap { parameter(of: $0) }
    return SwaggerParameter.unique(parameters, report: &base.report)
  }

  /// Reads one parameter; nil, with a diagnostic, where it has no name or no place.
  private func parameter(of node: Node) -> SwaggerParameter? {
    guard let target = base.resolve(node, as: "parameter"), let members = target.uniqueMembers,
      let place = place(of: members, at: target)
    else { return nil }
    var (name, span) = ("body", target.span)
    if let member = members.first(where: { $0.key == "name" }), let text = base.report.filledText(of: member) {
      (name, span) = (text, member.value.span)
    } else if place != .body {
      base.report.add(.unexpectedValue, "a parameter must have a 'name'; this one is left out", at: target.span)
      return nil
    }
    var parameter = SwaggerParameter(name: name, place: place, isRequired: place == .outside(.path), span: span)
    parameter.schema = schema(of: members, at: target, place)
    for part in members {
      switch part.key {
      case "required": parameter.isRequired = (base.report.flag(of: part) ?? false) || place == .outside(.path)
      case "description": parameter.text = base.report.filledText(of: part)
      case "allowEmptyValue": base.tellEmptyValue(part)
      case "collectionFormat":
        guard let text = base.report.filledText(of: part) else { continue }
        parameter.collectionFormat = SwaggerParameter.CollectionFormat(rawValue: text)
        if parameter.collectionFormat == nil {
          base.report.add(.unexpectedValue, "no 'collectionFormat' '\(text)'; 'csv' is used", at: part.value.span)
        }
      case "x-example", "example":
        let value = place == .body ? part.value : base.typed(part.value, by: parameter.schema)
        parameter.examples.append(RawExample(value))
      case "x-examples", "examples":
        for entry in part.value.uniqueMembers ?? [] {
          parameter.examples.append(RawExample(name: entry.key, entry.value))
        }
      default: break
      }
    }
    return parameter
  }

  /// The part of the request that a parameter is in.
  private func place(of members: [Member], at node: Node) -> SwaggerParameter.Place? {
    guard let member = members.first(where: { $0.key == "in" }) else {
      base.report.add(.unexpectedValue, "a parameter must have an 'in'; this one is left out", at: node.span)
      return nil
    }
    guard let text = base.report.text(of: member) else { return nil }
    switch text {
    case "body": return .body
    case "formData": return .formData
    case "path", "query", "header", "cookie": return ParameterLocation(rawValue: text).map { .outside($0) }
    case "form", "formdata":
      base.report.add(.unexpectedValue, "'\(text)' is written 'formData'", at: member.value.span)
      return .formData
    default:
      let message = "no parameter can be in '\(text)'; this one is left out"
      base.report.add(.unexpectedValue, message, at: member.value.span)
      return nil
    }
  }

  /// The schema of a parameter: a body has one, any other is one.
  private func schema(of members: [Member], at node: Node, _ place: SwaggerParameter.Place) -> RawSchema? {
    let stated = members.last { $0.key == "schema" }
    let own = members.filter { !Self.ownKeys.contains($0.key) }
    if let stated {
      if place != .body {
        let message = "'schema' belongs to OpenAPI 3 or to a body; it is read all the same"
        base.report.add(.unexpectedValue, message, at: stated.keySpan)
      }
      return base.schema(of: stated)
    }
    guard own.contains(where: { $0.key == "type" || $0.key == "items" || $0.key == "enum" }) else { return nil }
    if place == .body {
      base.report.add(
        .unexpectedValue,
        "the type of a body belongs into a 'schema'; it is read all the same",
        at: node.span
      )
    }
    return base.schemas.read(Node(.object(own), at: node.span), report: &base.report)
  }
}
