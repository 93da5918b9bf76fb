import SchemaDescription
import SchemaDocument
import SchemaSource

extension JSONSchemaReader {
  /// A member with its text where a reference says that it stands in another place, as it is otherwise.
  func withText(_ member: Member) -> Member {
    guard let reference = member.value["$ref"], let spelling = reference.string, case .located(let resolver) = naming,
      let resource = scope?.resource,
      case .success(let target) = resolver.target(of: spelling, in: resource), target.node.string != nil
    else { return member }
    return Member(key: member.key, keySpan: member.keySpan, value: target.node)
  }

  /// The beginning of references to components, which are read whether or not anything refers to them.
  private static let componentPrefix = "#/components/schemas/"
  /// The beginnings of references to definitions, which tools leave relative to the schema that they exported.
  private static let definitionPrefixes = ["#/$defs/", "#/definitions/"]

  /// Reads the keywords that point elsewhere.
  func readReference(
    _ keyword: SchemaKeyword,
    _ member: Member,
    into schema: inout RawSchema,
    report: inout Report
  ) {
    guard member.value.string != nil else {
      return report.addUnexpected(member.value, "'\(member.key)'", "a string")
    }
    switch keyword {
    case .dynamicReference:
      guard let found = dynamicReference(member.value, report: &report) else { return }
      (schema.reference, schema.dynamicAnchor) = (found.reference, found.anchor)
    case .recursiveReference:
      guard let found = recursiveReference(member.value, report: &report) else { return }
      (schema.reference, schema.dynamicAnchor) = (found.reference, found.anchor)
    default: schema.reference = reference(member.value, report: &report)
    }
  }

  /// The reference that a string spells.
  func reference(_ node: Node, report: inout Report) -> RawReference {
    RawReference(key(for: node.string ?? "", at: node, report: &report), at: node.span)
  }

  /// The reference to a component by its name.
  func reference(toComponent name: String, _ node: Node, report: inout Report) -> RawReference {
    let folder = dialect == .swagger ? ["definitions"] : ["components", "schemas"]
    let pointer = JSONPointer(folder + [name.replacing("%", with: "%25")])
    return RawReference(key(for: pointer.fragment, at: node, report: &report), at: node.span)
  }

  /// The resource that a schema stands in which is not within another one.
  func rootResource(at node: Node) -> SchemaResource? {
    guard case .located(let resolver) = naming else { return nil }
    return resolver.rootResource(at: node.span)
  }

  /// The key of what a spelling leads to; where it leads is noted the first time.
  private func key(for spelling: String, at node: Node, report: inout Report) -> SchemaKey {
    switch naming {
    case .spelled(let keyForReference, let localPrefixes):
      if let scope, localPrefixes.contains(where: spelling.hasPrefix) {
        return localKey(spelling, in: scope) ?? note(keyForReference(spelling), .spelled)
      }
      return known(spelling, in: nil) { note(keyForReference(spelling), .spelled) }
    case .located(let resolver):
      let resource = scope?.resource ?? resolver.rootResource(at: node.span)
      let scope = scope ?? Scope(outermost: node, resource: resource)
      // What is local depends on more than the resource.
      if Self.definitionPrefixes.contains(where: spelling.hasPrefix) {
        return locate(spelling, in: scope, resource, resolver, at: node, report: &report)
      }
      return known(spelling, in: resource) {
        locate(spelling, in: scope, resource, resolver, at: node, report: &report)
      }
    }
  }

  /// The key of what a reference leads to; where that is nothing in this document, the lowering tells, which knows
  /// whether the reference is used.
  private func locate(
    _ spelling: String,
    in scope: Scope,
    _ resource: SchemaResource,
    _ resolver: ReferenceResolver,
    at node: Node,
    report: inout Report
  ) -> SchemaKey {
    if resource === resolver.ownRoot, resolver.hasOwnComponents, let key = componentKey(spelling, resolver) {
      return note(key, .spelled)
    }
    switch resolver.target(of: spelling, in: resource) {
    case .success(let target) where target.isSchema:
      return note(target)
    case .success: return broken(.nothingThere, spelling, resource, resolver, at: node, report: &report)
    case .failure(let failure):
      if let key = localKey(spelling, in: scope) { return key }
      return broken(failure, spelling, resource, resolver, at: node, report: &report)
    }
  }

  /// The key of a component of the document itself, nil where a reference leads elsewhere.
  private func componentKey(_ spelling: String, _ resolver: ReferenceResolver) -> SchemaKey? {
    guard spelling.hasPrefix(Self.componentPrefix), let pointer = JSONPointer(reference: spelling),
      pointer.tokens.count == 3
    else { return nil }
    return ReferenceTarget.key(path: resolver.document.file.path, pointer: pointer)
  }

  /// The key for a reference that leads nowhere. What lacks in the document itself is told by the lowering.
  private func broken(
    _ failure: ReferenceFailure,
    _ spelling: String,
    _ resource: SchemaResource,
    _ resolver: ReferenceResolver,
    at node: Node,
    report: inout Report
  ) -> SchemaKey {
    if case .nothingThere = failure, resource.document.file.id == resolver.document.file.id, spelling.hasPrefix("#") {
      let pointer = JSONPointer(reference: spelling)
      let path = resource.document.file.path
      return note(pointer.map { ReferenceTarget.key(path: path, pointer: $0) } ?? SchemaKey(spelling), .spelled)
    }
    failure.report(spelling, to: "schema", at: node.span, in: &report)
    let key = SchemaKey("\(resource.document.file.path):\(spelling)")
    brokenKeys.insert(key)
    return note(key, .broken(node))
  }

  /// The key of a target within the outermost schema around a reference, nil where there is none.
  private func localKey(_ spelling: String, in scope: Scope) -> SchemaKey? {
    guard Self.definitionPrefixes.contains(where: spelling.hasPrefix), let pointer = JSONPointer(reference: spelling)
    else { return nil }
    let outermost = scope.outermost.span
    if localIndex?.outermost != outermost { localIndex = (outermost, PointerIndex(scope.outermost)) }
    guard let node = localIndex?.index.node(at: pointer) else { return nil }
    let path: String
    switch naming {
    case .spelled(let keyForReference, _):
      let text = keyForReference(spelling).text
      path = String(text[..<(text.firstIndex(of: "#") ?? text.endIndex)])
    case .located(let resolver):
      path = ReferenceTarget.prefix(path: (scope.resource ?? resolver.ownRoot).document.file.path)
    }
    return note(SchemaKey("\(path)@\(outermost.start)\(pointer.fragment)"), .local(node, scope))
  }

  /// The key that a spelling has in a resource, made the first time.
  private func known(_ spelling: String, in resource: SchemaResource?, make: () -> SchemaKey) -> SchemaKey {
    let id = resource.map { ObjectIdentifier($0) }
    if let key = knownKeys[id]?[spelling] { return key }
    let key = make()
    // Each reference that leads nowhere is told by itself.
    if brokenKeys.contains(key) { return key }
    knownKeys[id, default: [:]][spelling] = key
    return key
  }

  /// Notes what a reference leads to.
  private func note(_ target: ReferenceTarget) -> SchemaKey {
    guard case .located(let resolver) = naming else { return note(target.key, .spelled) }
    let scope = Scope(outermost: target.node, resource: target.resource)
    return note(target.key, .located(target, scope, name: resolver.name(of: target)))
  }

  /// Notes a target the first time that something refers to it.
  private func note(_ key: SchemaKey, _ place: SchemaTarget.Place) -> SchemaKey {
    if targetKeys.insert(key).inserted { targets.append(SchemaTarget(key: key, place: place)) }
    return key
  }

  /// What `$dynamicRef` leads to (JSON Schema 2020-12, section 8.2.3.2): the place that it names or, where that is a
  /// dynamic anchor, the outermost anchor of the name, which is that of the document where it has one.
  private func dynamicReference(_ node: Node, report: inout Report) -> DynamicReference? {
    guard let text = node.string, let name = URIReference(text).fragment, !name.isEmpty, !name.hasPrefix("/") else {
      return DynamicReference(reference: reference(node, report: &report))
    }
    return reference(node, toDynamicAnchor: PathText.withoutPercentEscapes(name), report: &report)
  }

  /// What `$recursiveRef` leads to (JSON Schema 2019-09, section 8.2.4.2.1): the schema around it or, where that has a
  /// `$recursiveAnchor`, the outermost that has one. A schema within an API document stands for the document here.
  private func recursiveReference(_ node: Node, report: inout Report) -> DynamicReference? {
    guard case .located(let resolver) = naming, let scope, let resource = scope.resource, node.string == "#",
      !resource.target.isSchema
    else { return reference(node, toDynamicAnchor: "", report: &report) }
    guard let target = resolver.target(at: scope.outermost, in: resource) else {
      return DynamicReference(reference: reference(node, report: &report))
    }
    return DynamicReference(reference: RawReference(note(target), at: node.span))
  }

  /// What a reference leads to that means the outermost dynamic anchor of a name.
  private func reference(_ node: Node, toDynamicAnchor name: String, report: inout Report) -> DynamicReference? {
    guard case .located(let resolver) = naming, let resource = scope?.resource ?? rootResource(at: node) else {
      report.add(.unsupportedFeature, "this reference is not followed", at: node.span)
      return nil
    }
    guard case .success(let first) = resolver.target(of: node.string ?? "", in: resource),
      first.resource.dynamicAnchors[name]?.node.span == first.node.span
    else { return DynamicReference(reference: reference(node, report: &report)) }
    let anchor = resolver.hasSeveralDynamicAnchors(name) ? name : nil
    if let outermost = resolver.ownRoot.dynamicAnchors[name] {
      let reference = RawReference(note(resolver.ownRoot.target(at: outermost)), at: node.span)
      return DynamicReference(reference: reference, anchor: anchor)
    }
    if anchor != nil {
      report.add(
        .unsupportedFeature,
        "what this reference leads to depends on where its schema is used; the anchor beside it is read",
        at: node.span
      )
    }
    return DynamicReference(reference: RawReference(note(first), at: node.span), anchor: anchor)
  }

  /// What a reference leads to that depends on the way to it.
  private struct DynamicReference {
    /// What it leads to as far as types go.
    var reference: RawReference
    /// The anchor that decides where values are checked; nil where there is but one.
    var anchor: String?
  }

  /// Notes the dynamic anchors of the resource that is being entered, where others have the same ones.
  func addDynamicAnchors(to schema: inout RawSchema) {
    guard case .located(let resolver) = naming, let resource = scope?.resource, !resource.dynamicAnchors.isEmpty else {
      return
    }
    for (name, place) in resource.dynamicAnchors.sorted(by: { $0.key < $1.key })
    where resolver.hasSeveralDynamicAnchors(name) {
      schema.dynamicAnchors.append(RawDynamicAnchor(name: name, key: note(resource.target(at: place))))
    }
  }
}
