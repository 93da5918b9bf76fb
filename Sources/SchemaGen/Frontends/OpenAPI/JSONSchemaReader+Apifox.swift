import SchemaDescription
import SchemaDocument
import SchemaSource

extension JSONSchemaReader {
  /// The keys of one family of Apifox's extensions in a schema; Apidog spells them alike.
  private struct Extensions {
    /// How the keys of the family begin: `x-apifox-` or `x-apidog-`.
    var prefix: String
    /// The names of the properties as the tool shows them, mixed with the keys of `references`.
    var orders: Member?
    /// What is spread into the schema, by the keys that stand for it among the names.
    var references: Member?
    /// Whether the export has spread it already.
    var isSpread = false

    /// Finds the keys among those of a schema.
    init?(_ prefix: String, in members: [Member], report: inout Report) {
      self.prefix = prefix
      for member in members where member.key.hasPrefix(prefix) {
        switch member.key.dropFirst(prefix.count) {
        case "orders": orders = member
        case "refs": references = member
        case "ignore-properties": isSpread = !report.elements(of: member).isEmpty
        default: break
        }
      }
      if orders == nil && references == nil { return nil }
    }
  }

  /// Puts the properties of a schema that was read into the order that Apifox shows, together with those of other
  /// schemas that it spreads among them.
  func applyApifox(_ members: [Member], to schema: inout RawSchema, report: inout Report) {
    for prefix in ["x-apifox-", "x-apidog-"] {
      guard let extensions = Extensions(prefix, in: members, report: &report) else { continue }
      let names = extensions.orders.map { report.strings(of: $0).map(\.string) } ?? []
      let entries = extensions.references.map { report.members(of: $0) } ?? []
      let isOutermost = spreadPath.insert(schema.span).inserted
      defer { if isOutermost { spreadPath.remove(schema.span) } }
      if extensions.isSpread {
        var trial = Report()
        let known = entries.compactMap { entry in
          spread(entry, prefix, report: &trial).map { (entry.key, $0.properties.map(\.key)) }
        }
        let spreads = Dictionary(known, uniquingKeysWith: { $1 })
        order(&schema.properties, by: names.flatMap { spreads[$0] ?? [$0] })
      } else if let alias = alias(entries, prefix, of: schema, report: &report) {
        schema.allOf.append(alias)
        schema.hasEmptyProperties = false
      } else if entries.isEmpty {
        order(&schema.properties, by: names)
      } else {
        let spreads = entries.compactMap { entry in
          spread(entry, prefix, report: &report).map { (key: entry.key, spread: $0) }
        }
        add(spreads, to: &schema, by: names)
      }
    }
  }

  /// What a schema that consists of one other schema, unchanged, is another name for; nil where it is more than that.
  private func alias(
    _ entries: [Member],
    _ prefix: String,
    of schema: RawSchema,
    report: inout Report
  ) -> RawSchema? {
    guard entries.count == 1, schema.properties.isEmpty, let members = entries[0].value.members,
      members.contains(where: { $0.key == "$ref" && $0.value.string != nil }),
      members.allSatisfy({ $0.key == "$ref" || $0.key == prefix + "overrides" && $0.value.members?.isEmpty == true })
    else { return nil }
    return read(entries[0].value, report: &report)
  }

  /// What one entry of the references spreads; nil, with a diagnostic, where it is no object.
  private func spread(_ entry: Member, _ prefix: String, report: inout Report) -> SchemaSpread? {
    guard let members = entry.value.members else {
      report.addUnexpected(entry.value, "'\(entry.key)'", "a schema")
      return nil
    }
    var spread: SchemaSpread
    if let reference = members.last(where: { $0.key == "$ref" }) {
      spread = SchemaSpread(of: spreadTarget(reference.value), or: wholeReference(reference.value, report: &report))
    } else {
      spread = SchemaSpread(of: read(entry.value, report: &report), or: nil)
    }
    if let overrides = members.last(where: { $0.key == prefix + "overrides" }) {
      let changes = report.members(of: overrides)
      let properties = changes.filter { !$0.value.isNull }.map { change in
        RawProperty(key: change.key, keySpan: change.keySpan, schema: read(change.value, report: &report))
      }
      let known = Set(spread.properties.map(\.key))
      let removed = changes.filter(\.value.isNull)
      for change in removed where !known.contains(change.key) {
        let message = "'\(change.key)' cannot be taken out: what is spread here has no such property of its own"
        report.add(.unsupportedFeature, message, at: change.keySpan)
      }
      spread.change(removing: Set(removed.map(\.key)), replacing: properties)
    }
    // A list beside the reference counts instead of the target's.
    if members.contains(where: { $0.key == "$ref" }), let list = members.last(where: { $0.key == "required" }) {
      spread.required = report.strings(of: list).map { RequiredName($0.string, at: $0.node.span) }
    }
    return spread
  }

  /// The schema that is no more than the reference that a string spells.
  private func wholeReference(_ node: Node, report: inout Report) -> RawSchema? {
    guard node.string != nil else {
      report.addUnexpected(node, "'$ref'", "a string")
      return nil
    }
    var schema = RawSchema(at: node.span)
    schema.reference = reference(node, report: &report)
    return schema
  }

  /// The schema that the reference of a spread leads to, through other references where need be; nil where it leads
  /// nowhere or into itself. What is wrong in the target is told where the target itself is read.
  private func spreadTarget(_ reference: Node) -> RawSchema? {
    var reference = reference
    var visited: Set<SourceSpan> = []
    while let (node, scope) = place(of: reference), visited.insert(node.span).inserted {
      if let next = node["$ref"], next.string != nil, node.members?.count == 1 {
        reference = next
        continue
      }
      if let known = spreadTargets[node.span] { return known }
      guard !spreadPath.contains(node.span), spreadPath.count < Self.depthLimit / 4 else { return nil }
      var trial = Report()
      let target = read(node, within: scope, report: &trial)
      spreadTargets[node.span] = target
      return target
    }
    return nil
  }

  /// Where the schema stands that a reference names; nil where it names none.
  private func place(of reference: Node) -> (node: Node, scope: Scope)? {
    guard let spelling = reference.string else { return nil }
    switch naming {
    case .spelled(let keyForReference, _):
      return namedNodes[keyForReference(spelling)].map { ($0, Scope(outermost: $0, resource: nil)) }
    case .located(let resolver):
      let resource = scope?.resource ?? resolver.rootResource(at: reference.span)
      guard case .success(let target) = resolver.target(of: spelling, in: resource), target.node.members != nil else {
        return nil
      }
      return (target.node, Scope(outermost: target.node, resource: target.resource))
    }
  }

  /// Puts what is spread and the schema's own properties into one list. Where both have a property, the schema's own
  /// counts.
  private func add(
    _ spreads: [(key: String, spread: SchemaSpread)],
    to schema: inout RawSchema,
    by names: [String]
  ) {
    let own = schema.properties
    let ownPositions = Dictionary(own.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { $1 })
    let byKey = Dictionary(spreads.map { ($0.key, $0.spread) }, uniquingKeysWith: { $1 })
    var added: Set<String> = []
    schema.properties = []
    /// Adds a property unless it is there.
    func add(_ property: RawProperty) {
      guard added.insert(property.key).inserted else { return }
      schema.properties.append(ownPositions[property.key].map { own[$0] } ?? property)
    }
    for name in names {
      if let spread = byKey[name] {
        spread.properties.forEach(add)
      } else if let position = ownPositions[name] {
        add(own[position])
      }
    }
    for (_, spread) in spreads { spread.properties.forEach(add) }
    own.forEach(add)
    var required = Set(schema.required.map(\.name))
    for (_, spread) in spreads {
      for name in spread.required where required.insert(name.name).inserted { schema.required.append(name) }
      schema.allOf += spread.others
      schema.additionalProperties = schema.additionalProperties ?? spread.additionalProperties
    }
    if schema.types.isEmpty, schema.allOf.isEmpty { schema.types = [.object] }
    schema.hasEmptyProperties = schema.hasEmptyProperties && schema.properties.isEmpty && schema.allOf.isEmpty
  }

  /// Puts properties into the order of a list of names; those that it does not name come behind, as they stand.
  private func order(_ properties: inout [RawProperty], by names: [String]) {
    guard !names.isEmpty else { return }
    let positions = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    properties = properties.enumerated().sorted {
      (positions[$0.element.key] ?? names.count, $0.offset) < (positions[$1.element.key] ?? names.count, $1.offset)
    }.map(\.element)
  }
}
