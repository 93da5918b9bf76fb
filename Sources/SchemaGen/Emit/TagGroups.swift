import SchemaIR

/// Which tag's operations alone need a top-level type.
struct TagGroups {
  /// Who needs a type.
  private enum Owner: Equatable {
    case nobody
    case tag(String)
    case several
  }

  /// The top-level types by file name, in the order of the names; types of several tags, or of none, are `Shared`.
  let groups: [(name: String, declarations: [DeclID])]

  /// Follows the types of all operations; each type changes its owner at most twice, so the time is linear.
  init(_ api: API, names: NameTable) {
    let tags = TagNames(api.operations)
    var owners: [Owner] = api.declarations.map { _ in .nobody }
    var pending: [(DeclID, Owner)] = []
    for operation in api.operations {
      let owner = Owner.tag(tags.name(of: operation))
      for type in operation.types { pending += type.declarations.map { ($0, owner) } }
    }
    while let (id, owner) = pending.popLast() {
      let id = names.chain(of: id).last ?? id
      let joined: Owner = owners[id.index] == .nobody || owners[id.index] == owner ? owner : .several
      guard joined != owners[id.index] else { continue }
      owners[id.index] = joined
      var inner = [id]
      while let next = inner.popLast() {
        inner += names.children[next.index]
        for type in api[next].types { pending += type.declarations.map { ($0, joined) } }
      }
    }
    var groups: [String: [DeclID]] = [:]
    for id in names.roots {
      switch owners[id.index] {
      case .tag(let name): groups[name, default: []].append(id)
      case .nobody, .several: groups["Shared", default: []].append(id)
      }
    }
    self.groups = groups.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}

extension Operation {
  /// The types that a method names.
  fileprivate var types: [TypeRef] {
    parameters.map(\.type) + (body?.contents.map(\.type) ?? [])
      + responses.flatMap { $0.contents.map(\.type) + [$0.headers].compactMap(\.self) }
  }
}

extension Declaration {
  /// The types that the declaration names.
  fileprivate var types: [TypeRef] {
    switch kind {
    case .structure(let structure):
      var types = structure.properties.map(\.type)
      if case .kept(let type) = structure.additional { types.append(type) }
      return types
    case .enumeration: return []
    case .union(let union): return union.variants.map(\.type)
    case .tuple(let tuple): return tuple.elements.map(\.type) + (tuple.rest.map { [$0] } ?? [])
    case .alias(let type): return [type]
    }
  }
}

extension TypeRef {
  /// The declarations that a use of a type names.
  fileprivate var declarations: [DeclID] {
    switch self {
    case .declared(let id): [id]
    case .array(let inner), .dictionary(let inner), .nullable(let inner), .boxed(let inner): inner.declarations
    case .scalar, .external, .unstated: []
    }
  }
}
