import SchemaDescription
import SchemaDocument
import SchemaSource

extension OpenAPIContext {
  /// Reads the headers of a response (OpenAPI 3.1, sections 4.8.17 and 4.8.21; Swagger 2.0, headers object) as
  /// parameters in the header. `Content-Type` follows from the bodies; names that differ in case alone are one.
  func headers(of member: Member) -> [ParameterDescription] {
    var headers: [ParameterDescription] = []
    var names: Set<String> = []
    for entry in members(of: member) where !entry.key.hasPrefix("x-") || entry.value.members != nil {
      let name = entry.key.lowercased()
      guard !name.isEmpty, name != "content-type" else {
        report.add(.ignoredText, "the header '\(entry.key)' follows from the bodies", at: entry.keySpan)
        continue
      }
      guard let header = header(of: entry) else { continue }
      if names.insert(name).inserted {
        headers.append(header)
      } else {
        let message = "the header '\(entry.key)' is there twice, the first one is used"
        report.add(.duplicateKey, message, at: entry.keySpan)
      }
    }
    return headers
  }

  /// Reads one header; nil, with a diagnostic, where it is none.
  private func header(of entry: Member) -> ParameterDescription? {
    guard let target = resolve(entry.value, as: "header"), let members = target.uniqueMembers else { return nil }
    // Responses that refer to one header have the same one.
    let isReference = target.span != entry.value.span
    let span = isReference ? target.span : entry.keySpan
    var header = ParameterDescription(name: entry.key, location: .header, isRequired: false, span: span)
    var examples: [RawExample] = []
    for part in members {
      switch part.key {
      case "required": header.isRequired = report.flag(of: part) ?? false
      case "deprecated": header.isDeprecated = report.flag(of: part) ?? false
      case "description": header.description = report.filledText(of: part)
      case "schema": header.schema = schema(of: part)
      case "content": readContent(part, into: &header)
      case "style": header.style = style(of: part, in: .header)
      case "explode": header.explode = report.flag(of: part)
      case "example": examples.insert(RawExample(part.value), at: 0)
      case "x-example": examples.append(RawExample(part.value))
      case "examples": examples += self.examples(of: part, external: &header.externalExamples)
      default: readOther(part, into: &header.extensions)
      }
    }
    if header.schema == nil, header.mediaType == nil, let own = bareSchema(of: members, at: target) {
      header.schema = own
    }
    header.sharedName = sharedName(of: entry.value)
    header.examples += typed(examples, by: header.schema)
    return header
  }

  /// The schema that a header is itself, as Swagger 2.0 has it; nil where it states no type.
  private func bareSchema(of members: [Member], at node: Node) -> RawSchema? {
    guard members.contains(where: { ["type", "items", "enum"].contains($0.key) }) else { return nil }
    let others: Set = ["description", "example", "x-example", "examples", "required", "collectionFormat", "deprecated"]
    if schemas.dialect != .swagger, let type = members.first(where: { $0.key == "type" }) {
      let message = "the type of a header belongs into a 'schema'; it is read all the same"
      report.add(.unexpectedValue, message, at: type.keySpan)
    }
    return schemas.read(Node(.object(members.filter { !others.contains($0.key) }), at: node.span), report: &report)
  }
}
