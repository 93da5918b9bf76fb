import SchemaDescription
import SchemaDocument
import SchemaSource

/// What changes nothing that is generated, and what only other documents are made of.
extension OpenAPIContext {
  /// Takes in a member of which nothing is read: an extension as it stands; of anything else it is told where a document
  /// is made of this one.
  func readOther(_ member: Member, into extensions: inout [Member]) {
    if member.key.hasPrefix("x-") {
      if !member.key.hasPrefix(ConvertedKey.prefix) { extensions.append(member) }
    } else if member.key != "$ref" {
      noteUnread("'\(member.key)' is not read here", at: member.keySpan)
    }
  }

  /// Takes in a member of an operation that is no word of the specification.
  func readOperationExtension(_ member: Member, into operation: inout OperationDescription) {
    operation.readApifox(member, report: &report)
    // Folders are written anew.
    if Report.apifoxName(of: member.key) != "folder" { readOther(member, into: &operation.extensions) }
  }

  /// Notes that something changes nothing and is not read.
  func noteUnread(_ message: String, at span: SourceSpan) {
    description.unread.append(Diagnostic(.ignoredText, message, at: span, severity: .note))
  }

  /// Notes that something is read which generated code does not carry.
  func noteUncarried(_ message: String, at span: SourceSpan, _ severity: Severity = .note) {
    description.uncarried.append(Diagnostic(.unsupportedFeature, message, at: span, severity: severity))
  }

  /// Notes that a filled member is read which generated code does not carry.
  func noteUncarried(_ message: String, for member: Member) {
    guard let members = member.value.members else {
      return report.addUnexpected(member.value, "'\(member.key)'", "an object")
    }
    if !members.isEmpty { noteUncarried(message, at: member.keySpan) }
  }

  /// Notes the components that nothing refers to, and the members of schemas of which nothing was read.
  func tellUnread(_ components: [Member]) {
    let kinds = [
      "parameters": "parameter", "responses": "response", "requestBodies": "request body", "headers": "header",
      "examples": "example", "links": "link", "callbacks": "callback", "pathItems": "path item",
      "mediaTypes": "media type",
    ]
    for component in components {
      guard let kind = kinds[component.key] else {
        if component.key != "schemas", component.key != "securitySchemes" {
          noteUnread("'\(component.key)' is not read here", at: component.keySpan)
        }
        continue
      }
      for entry in members(of: component) where !usedTargets.contains(entry.value.span) {
        let message = "nothing refers to the \(kind) '\(entry.key)'; it is left out"
        description.unread.append(Diagnostic(.unsupportedFeature, message, at: entry.keySpan, severity: .warning))
      }
    }
    for member in schemas.unread { noteUnread("'\(member.key)' is no keyword that is known", at: member.keySpan) }
  }

  /// Reads what can be done next with a response (OpenAPI 3.1, section 4.8.20).
  func links(of member: Member) -> [LinkDescription] {
    var links: [LinkDescription] = []
    for entry in members(of: member) where !entry.key.hasPrefix("x-") {
      guard let node = resolve(entry.value, as: "link"), let members = node.uniqueMembers else { continue }
      var target: LinkDescription.Target?
      for part in members {
        switch part.key {
        case "operationId": target = report.filledText(of: part).map { .id($0) }
        case "operationRef": target = target ?? report.filledText(of: part).map { .reference($0) }
        default: break
        }
      }
      guard let target else {
        let message = "the link '\(entry.key)' must have an 'operationId' or an 'operationRef'; it is left out"
        description.unread.append(Diagnostic(.unexpectedValue, message, at: entry.keySpan, severity: .warning))
        continue
      }
      var link = LinkDescription(name: entry.key, target: target, span: entry.keySpan)
      for part in members {
        switch part.key {
        case "operationId", "operationRef", "$ref": continue
        case "description": link.description = report.filledText(of: part)
        case "parameters", "requestBody", "server": link.members.append(part)
        default: readOther(part, into: &link.members)
        }
      }
      links.append(link)
    }
    if member.value.members?.isEmpty == false {
      noteUncarried("'links' of a response are not carried into the output", at: member.keySpan)
    }
    return links
  }
}
