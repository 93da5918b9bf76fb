import SchemaDescription
import SchemaDocument
import SchemaSource

extension JSONSchemaReader {
  /// Reads the keywords of shape that few schemas have.
  func readRareShape(_ keyword: SchemaKeyword, _ member: Member, into schema: inout RawSchema, report: inout Report) {
    switch keyword {
    case .prefixItems: schema.prefixItems = alternatives(member, report: &report)
    case .patternProperties:
      schema.patternProperties = report.members(of: member).map { entry in
        RawPatternProperty(pattern: entry.key, schema: read(entry.value, report: &report))
      }
    case .unevaluatedProperties: schema.unevaluatedProperties = otherProperties(member, report: &report)
    case .unevaluatedItems: schema.unevaluatedItems = nested(member, report: &report)
    // `additionalItems` is read once it is known that `items` is an array: without that it means nothing.
    default: break
    }
  }

  /// Reads a keyword that restricts values by schemas; `then` and `else` are found beside their `if`.
  func readAssertion(
    _ keyword: SchemaKeyword,
    _ member: Member,
    beside siblings: [Member],
    into schema: inout RawSchema,
    report: inout Report
  ) {
    switch keyword {
    case .dependentSchemas:
      for entry in report.members(of: member) {
        schema.assertions.append(.dependentSchema(property: entry.key, read(entry.value, report: &report)))
      }
    case .condition:
      guard let condition = nested(member, report: &report) else { return }
      let consequence = siblings.last { $0.key == "then" }.flatMap { nested($0, report: &report) }
      let alternative = siblings.last { $0.key == "else" }.flatMap { nested($0, report: &report) }
      schema.assertions.append(
        .conditional(condition: condition, consequence: consequence, alternative: alternative)
      )
    case .not: nested(member, report: &report).map { schema.assertions.append(.not($0)) }
    case .contains: nested(member, report: &report).map { schema.assertions.append(.contains($0)) }
    case .propertyNames: nested(member, report: &report).map { schema.assertions.append(.propertyNames($0)) }
    default: break
    }
  }
}
