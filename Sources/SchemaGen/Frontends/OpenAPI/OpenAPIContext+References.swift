import SchemaDescription
import SchemaDocument
import SchemaSource

extension OpenAPIContext {
  /// Members whose values are texts that some documents keep in files of their own.
  private static let texts: Set<String> = ["description", "summary", "title"]

  /// Reads the schemas that references name and that are no components, and those that these name in turn. What names
  /// nothing in the document is left to the lowering, which knows whether the reference is used.
  func readReferencedSchemas() {
    while var schema = schemas.readNextTarget(unless: { schemaPositions[$0] != nil }, report: &report) {
      if schema.name != nil, let alias = aliasNames[schema.key] { schema.name = alias }
      add(schema)
    }
  }

  /// The object that a node is or that its reference names (OpenAPI 3.1, section 4.8.23), by way of other references
  /// where need be; nil, with a diagnostic, where that leads nowhere, in a circle or to no object. `kind` is for people.
  func resolve(_ node: Node, as kind: String) -> Node? {
    guard let target = followed(node, as: kind) else { return nil }
    guard let members = target.members else {
      report.addUnexpected(target, "a \(kind)", "an object")
      return nil
    }
    let own = node.members?.filter { Self.texts.contains($0.key) } ?? []
    guard !own.isEmpty && node.span != target.span || members.contains(where: isReferencedText) else { return target }
    // A summary or description beside the reference counts instead of the target's.
    let keys = Set(own.map(\.key))
    let kept = node.span == target.span ? members : own + members.filter { !keys.contains($0.key) }
    return Node(.object(kept.map(withText)), at: target.span)
  }

  /// The name of the component that a node is a reference to; nil where it is something else, or more than that.
  func sharedName(of node: Node) -> String? {
    guard let members = node.members, members.count == 1, members[0].key == "$ref",
      let pointer = members[0].value.string.flatMap({ JSONPointer(reference: $0) }), pointer.tokens.count == 3,
      pointer.tokens[0] == "components"
    else { return nil }
    return pointer.tokens[2]
  }

  /// The members of a member that is an object or a reference to one; those beside the reference count first. None,
  /// with a diagnostic, where it is no object.
  func members(of member: Member) -> [Member] {
    guard let node = referenced(member.value, as: "'\(member.key)'") else { return [] }
    guard node.span != member.value.span else { return report.members(of: member).map(withText) }
    let target = Member(key: member.key, keySpan: member.keySpan, value: node)
    let own = member.value.uniqueMembers?.filter { $0.key != "$ref" } ?? []
    let keys = Set(own.map(\.key))
    return (own + report.members(of: target).filter { !keys.contains($0.key) }).map(withText)
  }

  /// The elements of a member that is an array or a reference to one; none, with a diagnostic, where it is no array.
  func elements(of member: Member) -> [Node] {
    guard let node = referenced(member.value, as: "'\(member.key)'") else { return [] }
    return report.elements(of: Member(key: member.key, keySpan: member.keySpan, value: node))
  }

  /// The value that a node is or that its reference names; nil, with a diagnostic, where that is nothing. A node whose
  /// `$ref` is no string is no reference, but an object with a member of that name.
  private func referenced(_ node: Node, as kind: String) -> Node? {
    node.members?.last { $0.key == "$ref" }?.value.string == nil ? node : followed(node, as: kind)
  }

  /// What the references of a node lead to in the end, whatever it is.
  private func followed(_ node: Node, as kind: String) -> Node? {
    var current = node
    var visited: Set<SourceSpan> = []
    var resource: SchemaResource?
    while let member = current.members?.last(where: { $0.key == "$ref" }) {
      guard let text = member.value.string else {
        report.addUnexpected(member.value, "'$ref'", "a string")
        return nil
      }
      let failure: ReferenceFailure
      switch resolver.target(of: text, in: resource ?? resolver.rootResource(at: member.value.span)) {
      case .success(let target) where visited.insert(target.node.span).inserted:
        current = target.node
        resource = target.resource
        usedTargets.insert(target.node.span)
        continue
      case .success: failure = .circular
      case .failure(let found): failure = found
      }
      failure.report(text, to: kind, at: member.value.span, in: &report)
      return nil
    }
    return current
  }

  /// Whether a member is a text that stands in another place.
  private func isReferencedText(_ member: Member) -> Bool {
    Self.texts.contains(member.key) && member.value.members?.contains { $0.key == "$ref" } == true
  }

  /// A member with its text where that stands in another place, as it is otherwise.
  private func withText(_ member: Member) -> Member {
    guard isReferencedText(member), let reference = member.value["$ref"], let spelling = reference.string,
      case .success(let target) = resolver.target(of: spelling, in: resolver.rootResource(at: reference.span)),
      target.node.string != nil
    else { return member }
    return Member(key: member.key, keySpan: member.keySpan, value: target.node)
  }
}
