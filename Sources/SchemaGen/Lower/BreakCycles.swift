import SchemaIR

extension Lowerer {
  /// Boxes the uses that would make a value type contain itself, one a cycle.
  mutating func breakCycles() {
    for edge in closingEdges(inlineUses) {
      switch (edge.use, api[edge.source].kind) {
      case (.property(let index), .structure(var structure)):
        structure.properties[index].type = .boxed(structure.properties[index].type)
        api[edge.source].kind = .structure(structure)
      case (.property(let index), .tuple(var tuple)):
        tuple.elements[index].type = .boxed(tuple.elements[index].type)
        api[edge.source].kind = .tuple(tuple)
      case (.variant(let index), .union(var union)):
        union.variants[index].type = .boxed(union.variants[index].type)
        api[edge.source].kind = .union(union)
      default:
        // A name for a type cannot hold a box.
        api[edge.source].kind = .alias(.scalar(.json))
      }
    }
  }

  /// Takes a union out of its own variants, and a name out of what it names: neither adds a value, and whoever looks
  /// for the variant that a value is would look for ever.
  mutating func breakUnionCycles() {
    var closing: [DeclID: Set<Int>] = [:]
    for edge in closingEdges(sameValueUses) {
      if case .variant(let index) = edge.use {
        closing[edge.source, default: []].insert(index)
      } else {
        report.add(.circularReference, "`\(label(of: edge.source))` names itself alone", at: api[edge.source].span)
        api[edge.source].kind = .alias(.scalar(.json))
      }
    }
    for (id, indices) in closing {
      guard case .union(var union) = api[id].kind else { continue }
      union.variants = union.variants.enumerated().filter { !indices.contains($0.offset) }.map(\.element)
      switch union.variants.count {
      case 0: api[id].kind = .alias(.scalar(.json))
      case 1: api[id].kind = .alias(union.variants[0].type)
      default: api[id].kind = .union(union)
      }
    }
  }

  /// One use of a declaration inside another.
  enum Use {
    case property(Int)
    case variant(Int)
    case alias
  }

  /// A use and what it leads to.
  typealias Edge = (use: Use, target: DeclID)

  /// How far the search has come with a declaration.
  private enum VisitState { case unseen, active, done }

  /// The uses that close a cycle. Searches depth first, with a stack of its own: documents choose how deep types nest.
  private func closingEdges(_ edges: (DeclID) -> [Edge]) -> [(source: DeclID, use: Use)] {
    var states = [VisitState](repeating: .unseen, count: api.declarations.count)
    var closing: [(source: DeclID, use: Use)] = []
    for root in api.declarations.indices where states[root] == .unseen {
      states[root] = .active
      var stack = [(id: DeclID(root), edges: edges(DeclID(root)), next: 0)]
      while let top = stack.last {
        guard top.next < top.edges.count else {
          states[top.id.index] = .done
          stack.removeLast()
          continue
        }
        stack[stack.count - 1].next += 1
        let edge = top.edges[top.next]
        switch states[edge.target.index] {
        case .done: break
        case .active: closing.append((top.id, edge.use))
        case .unseen:
          states[edge.target.index] = .active
          stack.append((edge.target, edges(edge.target), 0))
        }
      }
    }
    return closing
  }

  /// The declarations that a declaration stores inline: arrays and maps store theirs on the heap. Names for types are
  /// looked through, since none of them can hold a box.
  func inlineUses(of id: DeclID) -> [Edge] {
    switch api[id].kind {
    case .structure(let structure): uses(of: structure.properties.map(\.type), Use.property)
    case .tuple(let tuple): uses(of: tuple.elements.map(\.type), Use.property)
    case .union(let union): uses(of: union.variants.map(\.type), Use.variant)
    case .alias, .enumeration: sameValueUses(of: id)
    }
  }

  /// The types that lead to declarations, as uses of them.
  private func uses(of types: [TypeRef], _ use: (Int) -> Use) -> [Edge] {
    types.enumerated().compactMap { index, type in inlineTarget(of: type).map { (use(index), $0) } }
  }

  /// The declaration that a value of a type holds inline, through any number of optionals and names.
  func inlineTarget(of type: TypeRef) -> DeclID? {
    var target = type.inlineTarget
    for _ in api.declarations.indices {
      guard let id = target, case .alias(let named) = api[id].kind else { break }
      target = named.inlineTarget
    }
    return target
  }

  /// The declarations of which a value of a declaration may itself be a value.
  private func sameValueUses(of id: DeclID) -> [Edge] {
    switch api[id].kind {
    case .enumeration, .structure, .tuple: []
    case .alias(let type): type.inlineTarget.map { [(.alias, $0)] } ?? []
    case .union(let union):
      union.variants.enumerated().compactMap { index, variant in
        variant.type.inlineTarget.map { (.variant(index), $0) }
      }
    }
  }
}

extension TypeRef {
  /// The declaration that a value of the type holds inline, through any number of optionals.
  var inlineTarget: DeclID? {
    switch self {
    case .declared(let id): id
    case .nullable(let inner): inner.inlineTarget
    case .scalar, .array, .dictionary, .boxed, .external, .unstated: nil
    }
  }
}
