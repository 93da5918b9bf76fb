import SchemaDocument
import SchemaIR
import SchemaSource

extension Lowerer {
  /// Leaves `readOnly` properties out of requests and `writeOnly` properties out of responses. A type that is used in
  /// both directions and differs between them becomes two; the one for requests is called after the other.
  mutating func splitDirections() {
    let users = usersOfDirectionalTypes()
    guard !users.isEmpty else { return }
    var requested = Set<DeclID>()
    var answered = Set<DeclID>()
    for operation in api.operations {
      reach(operation.parameters.map(\.type) + (operation.body?.contents.map(\.type) ?? []), &requested)
      reach(operation.responses.flatMap { $0.contents.map(\.type) + [$0.headers].compactMap(\.self) }, &answered)
    }
    let kept = propertiesKeptByExamples(in: users, requested: requested, answered: answered)
    for property in kept { updateProperty(property.key, of: property.id) { $0.presence = .optional } }
    let split = differingTypes(users, both: requested.intersection(answered), kept: kept)
    var twins: [DeclID: DeclID] = [:]
    for id in split.sorted(by: { $0.index < $1.index }) {
      var twin = api[id]
      twin.hint = twin.hint.forRequests
      twins[id] = declare(twin)
    }
    for (id, twin) in twins {
      if let parent = api[id].parent, let other = twins[parent] {
        api[twin].parent = other
        api[twin].hint = api[id].hint
      }
      api[twin].kind = api[id].kind.mapTypes { $0.mapDeclarations { twins[$0] ?? $0 } }
      dropProperties(of: .response, from: twin, unless: kept, as: id)
    }
    for id in users.keys {
      if answered.contains(id) {
        dropProperties(of: .request, from: id, unless: kept, as: id)
      } else if requested.contains(id) {
        dropProperties(of: .response, from: id, unless: kept, as: id)
      }
    }
    moveToTwins(twins, in: requested.subtracting(answered))
  }

  /// A property that an example has although its direction says otherwise; other messages may lack it.
  private struct Kept: Hashable {
    var id: DeclID
    var key: String
  }

  /// The structures with properties that not all messages have, and all types that use these, each with its users.
  private func usersOfDirectionalTypes() -> [DeclID: [DeclID]] {
    var pending: [DeclID] = []
    for (index, declaration) in api.declarations.enumerated() {
      guard case .structure(let structure) = declaration.kind else { continue }
      if structure.properties.contains(where: { $0.direction != .both }) { pending.append(DeclID(index)) }
    }
    guard !pending.isEmpty else { return [:] }
    var users = [[DeclID]](repeating: [], count: api.declarations.count)
    for (index, declaration) in api.declarations.enumerated() {
      for type in declaration.kind.types {
        if let id = type.declaration { users[id.index].append(DeclID(index)) }
      }
    }
    var found: [DeclID: [DeclID]] = [:]
    while let id = pending.popLast() {
      guard found[id] == nil else { continue }
      found[id] = users[id.index]
      pending += users[id.index]
    }
    return found
  }

  /// Notes all declarations that types lead to.
  private func reach(_ types: [TypeRef], _ found: inout Set<DeclID>) {
    var pending = types.compactMap(\.declaration)
    while let id = pending.popLast() {
      guard found.insert(id).inserted else { continue }
      pending += api[id].kind.types.compactMap(\.declaration)
    }
  }

  /// The types among those used in both directions that differ: they lack a property in one, or hold such a type.
  private func differingTypes(_ users: [DeclID: [DeclID]], both: Set<DeclID>, kept: Set<Kept>) -> Set<DeclID> {
    var pending = users.keys.filter { id in
      guard both.contains(id), case .structure(let structure) = api[id].kind else { return false }
      return structure.properties.contains { $0.direction != .both && !kept.contains(Kept(id: id, key: $0.key)) }
    }
    var found: Set<DeclID> = []
    while let id = pending.popLast() {
      guard both.contains(id), found.insert(id).inserted else { continue }
      pending += users[id] ?? []
    }
    return found
  }

  /// Leaves the properties of a direction out, and with them what is written about directions.
  private mutating func dropProperties(
    of direction: Direction,
    from id: DeclID,
    unless kept: Set<Kept>,
    as original: DeclID
  ) {
    guard case .structure(var structure) = api[id].kind else { return }
    structure.properties.removeAll { property in
      property.direction == direction && !kept.contains(Kept(id: original, key: property.key))
    }
    for index in structure.properties.indices { structure.properties[index].direction = .both }
    api[id].kind = .structure(structure)
  }

  /// Gives requests, what only they hold, and their examples the types that were made for them.
  private mutating func moveToTwins(_ twins: [DeclID: DeclID], in sent: Set<DeclID>) {
    guard !twins.isEmpty else { return }
    let move = { (type: TypeRef) in type.mapDeclarations { twins[$0] ?? $0 } }
    for id in sent { api[id].kind = api[id].kind.mapTypes(move) }
    for index in api.operations.indices {
      for parameter in api.operations[index].parameters.indices {
        api.operations[index].parameters[parameter].type = move(api.operations[index].parameters[parameter].type)
      }
      for content in api.operations[index].body?.contents.indices ?? 0..<0 {
        guard let type = api.operations[index].body?.contents[content].type else { continue }
        api.operations[index].body?.contents[content].type = move(type)
      }
    }
    for index in examples.indices {
      guard case .property(let id, let key) = examples[index].slot, let twin = twins[id],
        case .structure(let structure) = api[id].kind,
        !structure.properties.contains(where: { $0.key == key })
      else { continue }
      examples[index].slot = .property(twin, key)
    }
  }

  /// The properties that an example has in the wrong direction. An example of a schema counts for the messages that
  /// the schema itself stands for: responses, where it is used in any.
  private mutating func propertiesKeptByExamples(
    in users: [DeclID: [DeclID]],
    requested: Set<DeclID>,
    answered: Set<DeclID>
  ) -> Set<Kept> {
    var kept: Set<Kept> = []
    for example in examples {
      guard let type = type(at: example.slot) else { continue }
      var direction: Direction?
      switch example.slot {
      case .request, .parameter: direction = .request
      case .response: direction = .response
      case .named, .property, .element: direction = nil
      }
      var pending = [(node: example.value, type: type)]
      while let (node, type) = pending.popLast() {
        switch (type.core, node.value) {
        case (.array(let element), .array(let nodes)): pending += nodes.map { ($0, element) }
        case (.dictionary(let value), .object(let members)): pending += members.map { ($0.value, value) }
        case (.declared(let id), _) where users[id] != nil:
          let direction = direction ?? (answered.contains(id) ? .response : requested.contains(id) ? .request : nil)
          pending += keep(node, of: id, in: direction, &kept)
        default: break
        }
      }
    }
    return kept
  }

  /// Notes the properties of one value that are in the wrong direction, and returns what else is to be looked at.
  private mutating func keep(
    _ node: Node,
    of id: DeclID,
    in direction: Direction?,
    _ kept: inout Set<Kept>
  ) -> [(node: Node, type: TypeRef)] {
    switch api[id].kind {
    case .alias(let type): return [(node, type)]
    case .enumeration: return []
    case .tuple(let tuple): return zip(node.elements ?? [], tuple.elements).map { ($0, $1.type) }
    case .union(let union): return variant(of: union, for: node).map { [(node, $0)] } ?? []
    case .structure(let structure):
      var next = 0
      return (node.members ?? []).compactMap { member in
        guard let index = finder.index(of: member.key, in: structure.properties, of: id, expected: next) else {
          return nil
        }
        next = index + 1
        let property = structure.properties[index]
        if let direction, property.direction != .both, property.direction != direction,
          kept.insert(Kept(id: id, key: member.key)).inserted
        {
          report.add(
            .wrongDirection,
            "the example has `\(member.key)` in a \(direction == .request ? "request" : "response"), "
              + "where the document says it is not sent; it stays",
            at: member.keySpan,
            notes: [.init("documented here", at: property.span)]
          )
        }
        return (member.value, property.type)
      }
    }
  }

  /// The type of the variant that a value is.
  private func variant(of union: Union, for node: Node) -> TypeRef? {
    if case .property(let key) = union.tagging {
      let tag = node[key]?.string
      let index = tag.flatMap { tag in union.variants.firstIndex { $0.tags.contains(tag) } } ?? union.fallback
      return index.map { union.variants[$0].type }
    }
    return union.variants.first { fits(node, $0.type) }?.type
  }
}

extension NameHint {
  /// The hint of the twin that a type has in requests.
  fileprivate var forRequests: NameHint {
    switch self {
    case .component(let name): .component(name + "Input")
    case .property(let key, let isElement): .property(key + " input", isElement: isElement)
    case .operation(let index, let role): .operation(index, .element(of: role))
    case .variant(let name): .variant(name + " input")
    }
  }
}
