import SchemaDescription
import SchemaDocument
import SchemaSource

extension Lowering {
  /// Joins what several documents say of one API; the first word on a matter wins, examples add up.
  package static func mergePages(
    _ descriptions: [APIDescription],
    operations policy: OperationPolicy = .merge,
    report: inout Report
  ) -> APIDescription {
    guard var merged = descriptions.first else { return APIDescription() }
    var descriptions = descriptions
    for description in descriptions.dropFirst() {
      merged.title = merged.title ?? description.title
      merged.description = merged.description ?? description.description
      merged.version = merged.version ?? description.version
      for scheme in description.securitySchemes where !merged.securitySchemes.contains(where: { $0.key == scheme.key })
      {
        merged.securitySchemes.append(scheme)
      }
      merged.information += description.information.filter { part in
        !merged.information.contains { $0.key == part.key }
      }
      merged.externalDocumentation = merged.externalDocumentation ?? description.externalDocumentation
      merged.extensions += description.extensions.filter { part in
        !merged.extensions.contains { $0.key == part.key }
      }
      merged.uncarried += description.uncarried
      merged.unread += description.unread
      for requirement in description.securityRequirements where !merged.securityRequirements.contains(requirement) {
        merged.securityRequirements.append(requirement)
      }
      if let keys = description.security {
        let known = merged.security ?? []
        merged.security = known + keys.filter { !known.contains($0) }
      }
      for tag in description.tags where !merged.tags.contains(where: { $0.name == tag.name }) {
        merged.tags.append(tag)
      }
    }
    // One base URL for all, so that paths of one operation are the same text.
    BasePaths.align(&descriptions, servers: &merged.servers)
    // Models before operations: what refers to two copies of one model refers to one.
    merged.schemas = joinSamples(SchemaGroups.merge(&descriptions, report: &report))
    var uniter = SchemaUniter(merged.schemas, report: report)
    merged.operations = OperationMerger.merge(
      descriptions,
      main: merged.servers.first,
      policy: policy,
      uniter: &uniter
    )
    merged.schemas = uniter.schemas
    report = uniter.report
    return merged
  }
}
