import SchemaDescription
import SchemaDocument
import SchemaSource

extension OpenAPIContext {
  /// Reads what the document says of its tags (OpenAPI 3.2, section 4.22); of two with one name the first counts.
  func readTags(_ member: Member) {
    var names: Set<String> = []
    for node in elements(of: member) {
      guard let target = resolve(node, as: "tag"), let members = target.uniqueMembers else { continue }
      guard let own = members.first(where: { $0.key == "name" }), let name = report.filledText(of: own) else {
        report.add(.unexpectedValue, "a tag must have a 'name'; this one is left out", at: node.span)
        continue
      }
      guard names.insert(name).inserted else {
        report.add(.duplicateKey, "the tag '\(name)' is there twice, the first one is used", at: own.value.span)
        continue
      }
      var tag = TagDescription(name: name, span: own.value.span)
      for part in members {
        switch part.key {
        case "summary": tag.summary = report.filledText(of: part)
        case "description": tag.description = report.filledText(of: part)
        case ConvertedKey.displayName: tag.summary = tag.summary ?? report.filledText(of: part)
        case "parent", ConvertedKey.tagParent:
          tag.parent = report.filledText(of: part)
          tellLost(part, "tags are not nested in the output")
        case "kind", ConvertedKey.tagKind:
          tag.kind = report.filledText(of: part)
          tellLost(part, "all kinds of tags are alike in the output")
        case "externalDocs":
          tag.externalDocumentation = part.value
          tellLost(part, "documentation elsewhere is not carried into the output")
        case "name", "$ref": continue
        default: readOther(part, into: &tag.extensions)
        }
      }
      description.tags.append(tag)
    }
  }

  /// Says, for those who ask, that a member is left out.
  private func tellLost(_ member: Member, _ reason: String) {
    let message = "'\(member.key)' is left out: \(reason)"
    noteUncarried(message, at: member.keySpan)
  }

  /// Says, for those who ask, that the document lacks a member that the specification requires (OpenAPI 3.0, section
  /// 4.7.1); nothing is lost by it.
  func tellMissing(_ key: String) {
    guard let members = root.members, !members.contains(where: { $0.key == key }) else { return }
    let version = members.first { $0.key == "openapi" || $0.key == "swagger" }?.keySpan
    let start = SourceSpan(file: root.span.file, start: root.span.start, end: root.span.start)
    let message = "the document has no '\(key)'"
    report.add(.missingMember, message, at: version ?? start)
  }

  /// Says, for those who ask, that an operation documents no response (OpenAPI 3.0, section 4.7.10).
  func tellMissingResponses(of operation: OperationDescription) {
    guard operation.responses.isEmpty, !version.hasWebhooks || operation.kind == .call else { return }
    let message = "the operation has no 'responses'; its method returns nothing"
    report.add(.missingMember, message, at: operation.span)
  }
}
