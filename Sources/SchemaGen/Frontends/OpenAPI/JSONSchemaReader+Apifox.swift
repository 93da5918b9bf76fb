import SchemaDescription
import SchemaDocument
import SchemaSource

extension JSONSchemaReader {
  /// Reads the schemas whose properties Apifox spreads into this one: `x-apifox-refs`, an object of schemas, each with
  /// what it changes in `x-apifox-overrides`. Where the export lists `x-apifox-ignore-properties`, it has spread them
  /// already.
  func readSpreads(
    _ member: Member,
    beside siblings: [Member],
    into schema: inout RawSchema,
    report: inout Report
  ) {
    let prefix = member.key.dropLast("refs".count)
    let isSpread = siblings.contains { $0.key == prefix + "ignore-properties" && $0.value.elements?.isEmpty == false }
    guard !isSpread else { return }
    for entry in report.members(of: member) {
      guard entry.value.members != nil else {
        report.addUnexpected(entry.value, "'\(entry.key)'", "a schema")
        continue
      }
      var part = read(entry.value, report: &report)
      // A list beside the reference counts instead of the target's, which cannot be taken out of it.
      part.required = []
      schema.allOf.append(part)
      for change in entry.value.members?.last(where: { $0.key == prefix + "overrides" })?.value.uniqueMembers ?? [] {
        if change.value.isNull {
          let message = "the property '\(change.key)' is kept, although it is taken out of what is spread here"
          report.add(.unsupportedFeature, message, at: change.keySpan)
        } else {
          let value = read(change.value, report: &report)
          schema.properties.append(RawProperty(key: change.key, keySpan: change.keySpan, schema: value))
        }
      }
    }
  }
}
