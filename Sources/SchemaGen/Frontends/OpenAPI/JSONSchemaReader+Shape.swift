import SchemaDescription
import SchemaDocument
import SchemaSource

extension JSONSchemaReader {
  /// Reads the keywords that say what a value is made of.
  func readShape(
    _ keyword: SchemaKeyword,
    _ member: Member,
    into schema: inout RawSchema,
    report: inout Report
  ) {
    switch keyword {
    case .type: readTypes(member, into: &schema, report: &report)
    case .properties: readProperties(member, into: &schema, report: &report)
    case .required: schema.required += report.strings(of: member).map { RequiredName($0.string, at: $0.node.span) }
    case .additionalProperties: schema.additionalProperties = otherProperties(member, report: &report)
    case .items: readItems(member, into: &schema, report: &report)
    case .allOf: schema.allOf = alternatives(member, report: &report)
    case .anyOf: schema.anyOf = alternatives(member, report: &report)
    case .oneOf: schema.oneOf = alternatives(member, report: &report)
    case .discriminator: schema.discriminator = discriminator(member, report: &report)
    default: break
    }
  }

  /// Reads `items`: a schema, or, up to draft 2019-09, an array of the first elements' schemas.
  private func readItems(_ member: Member, into schema: inout RawSchema, report: inout Report) {
    if member.value.elements != nil {
      schema.prefixItems = alternatives(member, report: &report)
    } else {
      schema.items = nested(member, report: &report).map { Indirect($0) }
    }
  }

  /// Reads `properties`; each member is a property, whatever it is called.
  private func readProperties(_ member: Member, into schema: inout RawSchema, report: inout Report) {
    let members = report.members(of: member)
    schema.properties = []
    schema.properties.reserveCapacity(members.count)
    for property in members {
      let value = read(property.value, report: &report)
      schema.properties.append(RawProperty(key: property.key, keySpan: property.keySpan, schema: value))
      // As in JSON Schema's third draft; that it stands in the wrong place is told where the property is read.
      if property.value["required"]?.boolean == true {
        schema.required.append(RequiredName(property.key, at: property.keySpan))
      }
    }
    schema.hasEmptyProperties = members.isEmpty && member.value.members != nil
  }

  /// Reads a schema in a keyword that takes one; nil, with a diagnostic, where there is none.
  func nested(_ member: Member, report: inout Report) -> RawSchema? {
    switch member.value.value {
    case .object, .boolean: return read(member.value, report: &report)
    default:
      report.addUnexpected(member.value, "'\(member.key)'", "a schema")
      return nil
    }
  }

  /// Reads what an object may hold beside what else speaks of its properties; nil, with a diagnostic, where the value
  /// is no schema.
  func otherProperties(_ member: Member, report: inout Report) -> RawAdditionalProperties? {
    if let isAllowed = member.value.boolean { return isAllowed ? .allowed : .forbidden }
    return nested(member, report: &report).map { .schema(Indirect($0)) }
  }

  /// Reads the schemas of `allOf`, `anyOf` or `oneOf`; a lone schema counts as a list of one.
  func alternatives(_ member: Member, report: inout Report) -> [RawSchema] {
    if member.value.members != nil {
      report.addUnexpected(member.value, "'\(member.key)'", "an array of schemas")
      return [read(member.value, report: &report)]
    }
    return report.elements(of: member).map { read($0, report: &report) }
  }

  /// Reads `discriminator` (OpenAPI 3.1, section 4.8.25); a string is taken for the name of the property.
  private func discriminator(_ member: Member, report: inout Report) -> RawDiscriminator? {
    if let name = member.value.string {
      if dialect == .openAPI {
        report.addUnexpected(member.value, "'discriminator'", "an object with a 'propertyName'")
      }
      return RawDiscriminator(propertyName: name, mapping: [], span: member.value.span)
    }
    var name: String?
    var mapping: [(value: String, reference: RawReference)] = []
    var defaultMapping: RawReference?
    for part in report.members(of: member) {
      switch part.key {
      case "propertyName": name = report.filledText(of: part)
      case "mapping":
        for entry in report.members(of: part) {
          guard let target = entry.value.string else {
            report.addUnexpected(entry.value, "the target of '\(entry.key)'", "the name of a schema or a reference")
            continue
          }
          mapping.append((entry.key, reference(mapped: target, entry.value, report: &report)))
        }
      case "defaultMapping", ConvertedKey.defaultMapping:
        defaultMapping = report.filledText(of: part).map { reference(mapped: $0, part.value, report: &report) }
      default: break
      }
    }
    guard let name else {
      if member.value.members != nil {
        report.add(.unexpectedValue, "'discriminator' names no property", at: member.value.span)
      }
      return nil
    }
    return RawDiscriminator(
      propertyName: name,
      mapping: mapping,
      defaultMapping: defaultMapping,
      span: member.value.span
    )
  }

  /// The schema that a discriminator maps to: a reference, or the name of a component.
  private func reference(mapped target: String, _ node: Node, report: inout Report) -> RawReference {
    let isReference = target.contains { $0 == "#" || $0 == "/" } || Self.isFileName(target)
    return isReference ? reference(node, report: &report) : reference(toComponent: target, node, report: &report)
  }

  /// Whether a text that could be the name of a schema is rather that of a file.
  private static func isFileName(_ text: String) -> Bool {
    [".yaml", ".yml", ".json"].contains(where: text.hasSuffix)
  }
}
