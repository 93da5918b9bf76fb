import SchemaDescription
import SchemaDocument
import SchemaSource

extension JSONSchemaReader {
  /// Members of a schema that say where it is or hold what references lead to, or are read beside others.
  private static let structure: Set<String> = [
    "$schema", "$id", "$anchor", "$dynamicAnchor", "$recursiveAnchor", "$defs", "definitions", "id", "$vocabulary",
  ]

  /// Reads a member that is no keyword: what a conversion keeps beside the keywords, or an extension.
  func readOther(_ member: Member, into schema: inout RawSchema, report: inout Report) {
    switch member.key {
    case ConvertedKey.misfittingDefault: schema.defaultValue = schema.defaultValue ?? member.value
    case ConvertedKey.untyped: schema.isTypeLost = report.flag(of: member) ?? false
    case "xml": schema.xml = member.value
    case "externalDocs": schema.externalDocumentation = member.value
    case "$comment": schema.comment = member.value.string
    case "contentSchema": schema.contentSchema = nested(member, report: &report)
    case _ where member.key.hasPrefix("x-"):
      report.noteUnknownApifox(member)
      let isRead = member.key.hasPrefix(ConvertedKey.prefix) || Report.apifoxName(of: member.key) != nil
      if !isRead { schema.extensions.append(member) }
    default: if dialect == .openAPI, !Self.structure.contains(member.key) { unread.append(member) }
    }
  }

  /// Reads a schema that was written in a version without words for all of it: what is kept counts instead of the members
  /// of the same names, null for those that were not there; `false` for the whole.
  func readKept(_ kept: Member, beside members: [Member], into schema: inout RawSchema, report: inout Report) {
    schema = RawSchema(at: schema.span)
    if kept.value.boolean == false {
      schema.isNever = true
      return
    }
    let keywords = report.members(of: kept).filter { $0.key != ConvertedKey.keywords }
    let names = Set(keywords.map(\.key)).union([ConvertedKey.keywords])
    let others = members.filter { !names.contains($0.key) }
    readMembers(others + keywords.filter { !$0.value.isNull }, into: &schema, report: &report)
  }
}
