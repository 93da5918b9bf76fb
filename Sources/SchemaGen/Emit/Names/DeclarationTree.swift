import SchemaIR

/// Which declaration is nested in which.
struct DeclarationTree {
  /// The declaration around each one; nil at the top.
  private(set) var parents: [DeclID?]
  /// The declarations within each one, in order.
  private(set) var children: [[DeclID]]
  /// The declarations at the top, in order.
  private(set) var roots: [DeclID] = []

  /// Reads the parents; an alias can hold nothing, so what names it as its parent goes to the alias's own.
  init(_ api: API) {
    parents = api.declarations.map { _ in nil }
    children = api.declarations.map { _ in [] }
    for index in api.declarations.indices {
      let parent = DeclarationTree.holder(of: index, in: api)
      parents[index] = parent
      if let parent { children[parent.index].append(DeclID(index)) } else { roots.append(DeclID(index)) }
    }
  }

  /// The nearest declaration around one that can hold others; nil where the parents lead in a circle or nowhere.
  private static func holder(of index: Int, in api: API) -> DeclID? {
    var found: DeclID?
    var next = api.declarations[index].parent
    var steps = 0
    while let parent = next, api.declarations.indices.contains(parent.index) {
      if found == nil, canHold(api[parent].kind) { found = parent }
      steps += 1
      if parent.index == index || steps > api.declarations.count { return nil }
      next = api[parent].parent
    }
    return found
  }

  /// Whether a declaration becomes a type with a body.
  private static func canHold(_ kind: Declaration.Kind) -> Bool {
    if case .alias = kind { false } else { true }
  }
}
