import SchemaIR

extension Lowerer {
  /// Boxes the uses that would make a value type contain itself, one a cycle, properties before variants.
  mutating func breakCycles() {
    var states = [VisitState](repeating: .unseen, count: api.declarations.count)
    for index in api.declarations.indices where states[index] == .unseen {
      visit(DeclID(index), &states)
    }
  }

  /// How far the search has come with a declaration.
  private enum VisitState { case unseen, active, done }

  /// One use of a declaration inside another that Swift stores inline.
  private enum InlineUse {
    case property(Int)
    case variant(Int)
    case alias
  }

  /// Searches depth first with a stack of its own: documents choose how deep types nest.
  private mutating func visit(_ root: DeclID, _ states: inout [VisitState]) {
    var stack: [(id: DeclID, edges: [(use: InlineUse, target: DeclID)], next: Int)] = []
    states[root.index] = .active
    stack.append((root, inlineUses(of: root), 0))
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
      case .unseen:
        states[edge.target.index] = .active
        stack.append((edge.target, inlineUses(of: edge.target), 0))
      case .active:
        box(edge.use, of: top.id)
      }
    }
  }

  /// The declarations that a declaration stores inline: arrays and maps store theirs on the heap.
  private func inlineUses(of id: DeclID) -> [(use: InlineUse, target: DeclID)] {
    switch api[id].kind {
    case .enumeration: []
    case .alias(let type): type.inlineTarget.map { [(.alias, $0)] } ?? []
    case .structure(let structure):
      structure.properties.enumerated().compactMap { index, property in
        property.type.inlineTarget.map { (.property(index), $0) }
      }
    case .union(let union):
      union.variants.enumerated().compactMap { index, variant in
        variant.type.inlineTarget.map { (.variant(index), $0) }
      }
    }
  }

  /// Puts a box around one use; a name for a type cannot hold one, so the type becomes any JSON.
  private mutating func box(_ use: InlineUse, of id: DeclID) {
    switch (use, api[id].kind) {
    case (.property(let index), .structure(var structure)):
      structure.properties[index].type = .boxed(structure.properties[index].type)
      api[id].kind = .structure(structure)
    case (.variant(let index), .union(var union)):
      union.variants[index].type = .boxed(union.variants[index].type)
      api[id].kind = .union(union)
    default: api[id].kind = .alias(.scalar(.json))
    }
  }
}

extension TypeRef {
  /// The declaration that a value of the type holds inline, through any number of optionals.
  fileprivate var inlineTarget: DeclID? {
    switch self {
    case .declared(let id): id
    case .nullable(let inner): inner.inlineTarget
    case .scalar, .array, .dictionary, .boxed, .unstated: nil
    }
  }
}
