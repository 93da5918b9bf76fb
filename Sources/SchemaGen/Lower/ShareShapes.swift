import SchemaIR

extension Lowerer {
  /// Gives inline types of the same shape and the same name one declaration: the first in the document's order. The
  /// others become names for it and stay where they are, so that no name depends on what other places hold.
  mutating func shareShapes() {
    var sharing = ShapeSharing(api)
    sharing.run()
    let shared = sharing.shared
    guard !shared.isEmpty else { return }
    // What was nested in a type that is now a name has gone with it, and so has what would have the very same name.
    let removed = sharing.nested(in: shared).union(shared.filter(sharing.isNamedAsOriginal))
    api.shared = shared.union(removed).sorted().map { api.declarations[$0] }
    for index in shared where !removed.contains(index) {
      api.declarations[index].kind = .alias(.declared(sharing.originals[index]))
    }
    var kept: [Declaration] = []
    var places: [DeclID] = []
    for (index, declaration) in api.declarations.enumerated() {
      places.append(DeclID(kept.count))
      if !removed.contains(index) { kept.append(declaration) }
    }
    let moved = api.declarations.indices.map { index in
      removed.contains(index) ? places[sharing.originals[index].index] : places[index]
    }
    for index in kept.indices {
      kept[index].parent = kept[index].parent.map { moved[$0.index] }
      kept[index].kind = kept[index].kind.mapTypes { $0.mapDeclarations { moved[$0.index] } }
    }
    api.declarations = kept
    api.mapUses { $0.mapDeclarations { moved[$0.index] } }
    namedTypes = namedTypes.mapValues {
      if case .done(let type) = $0 { .done(type.mapDeclarations { moved[$0.index] }) } else { $0 }
    }
  }
}

/// Finds inline types of the same shape, from the inside out and each once: the cost is that of reading them.
private struct ShapeSharing {
  /// What two types must have in common to be one.
  private struct Shape: Hashable {
    var name: NameHint
    var isDeprecated: Bool
    var content: Content
  }

  /// A declaration's kind as far as its values and its members' names go.
  private enum Content: Hashable {
    case structure([Member], AdditionalProperties)
    case tuple(Tuple)
    case enumeration(Enumeration.RawKind, isOpen: Bool, [Enumeration.Case], unspelled: Set<Enumeration.Composite>)
    case union(Union.Tagging, [Member], fallback: Int?)
    case alias(TypeRef)
  }

  /// A property or a variant.
  private struct Member: Hashable {
    var name: String
    var type: TypeRef
    var presence = Presence.required
    var initial: Initial?
    var isDeprecated = false
    var tags: [String] = []
    var events: [String] = []
    var documentation: String?
  }

  private let api: API
  /// The first declaration of each one's shape; itself where it is the first.
  private(set) var originals: [DeclID]
  /// The first declaration of each shape.
  private var firsts: [Shape: DeclID] = [:]

  init(_ api: API) {
    self.api = api
    originals = api.declarations.indices.map { DeclID($0) }
  }

  /// Whether a declaration stands inline and is more than a name.
  private func isShareable(_ declaration: Declaration) -> Bool {
    if case .component = declaration.hint { return false }
    if case .alias = declaration.kind { return false }
    return true
  }

  /// Visits what a declaration uses before itself, with a stack of its own.
  mutating func run() {
    var states = [UInt8](repeating: 0, count: api.declarations.count)
    for root in api.declarations.indices where states[root] == 0 {
      var stack = [root]
      while let next = stack.last {
        guard states[next] == 0 else {
          stack.removeLast()
          if states[next] == 1 {
            states[next] = 2
            settle(next)
          }
          continue
        }
        states[next] = 1
        guard isShareable(api.declarations[next]) else { continue }
        for type in api.declarations[next].kind.types.reversed() {
          if let id = type.declaration, states[id.index] == 0 { stack.append(id.index) }
        }
      }
    }
  }

  /// Finds the first declaration with the shape of this one.
  private mutating func settle(_ index: Int) {
    let declaration = api.declarations[index]
    guard isShareable(declaration) else { return }
    let shape = Shape(
      name: declaration.hint.withoutOperation,
      isDeprecated: declaration.isDeprecated,
      content: content(of: declaration.kind)
    )
    if let first = firsts[shape] { originals[index] = first } else { firsts[shape] = DeclID(index) }
  }

  /// What a kind comes down to once the types in it are shared.
  private func content(of kind: Declaration.Kind) -> Content {
    switch kind.mapTypes({ $0.mapDeclarations { originals[$0.index] } }) {
    case .alias(let type): return .alias(type)
    case .enumeration(let enumeration):
      return .enumeration(
        enumeration.rawKind,
        isOpen: enumeration.isOpen,
        enumeration.cases,
        unspelled: enumeration.unspelled
      )
    case .tuple(let tuple): return .tuple(tuple)
    case .structure(let structure):
      let members = structure.properties.map { property in
        Member(
          name: property.key,
          type: property.type,
          presence: property.presence,
          initial: property.initial,
          isDeprecated: property.isDeprecated,
          documentation: property.documentation
        )
      }
      return .structure(members, structure.additional)
    case .union(let union):
      let members = union.variants.map { variant in
        Member(
          name: variant.name,
          type: variant.type,
          tags: variant.tags,
          events: variant.events,
          documentation: variant.documentation
        )
      }
      return .union(union.tagging, members, fallback: union.fallback)
    }
  }

  /// The declarations that become names for others: not those in which something stands that is used elsewhere.
  var shared: Set<Int> {
    var shared = Set(originals.indices.filter { originals[$0].index != $0 })
    for index in originals.indices where originals[index].index == index {
      var parent = api.declarations[index].parent
      while let next = parent {
        shared.remove(next.index)
        parent = api.declarations[next.index].parent
      }
    }
    return shared
  }

  /// Whether a declaration would have the very name of the one that stands for it: both are the same part of one
  /// operation.
  func isNamedAsOriginal(_ index: Int) -> Bool {
    let (declaration, original) = (api.declarations[index], api.declarations[originals[index].index])
    guard case .operation = declaration.hint else { return false }
    return declaration.hint == original.hint && declaration.parent == original.parent
  }

  /// The declarations that are nested in others, at any depth.
  func nested(in owners: Set<Int>) -> Set<Int> {
    var states = [Bool?](repeating: nil, count: api.declarations.count)
    for index in api.declarations.indices {
      var chain: [Int] = []
      var isNested = false
      var next = Optional(index)
      while let current = next {
        if let known = states[current] {
          isNested = known || owners.contains(current)
          break
        }
        chain.append(current)
        next = api.declarations[current].parent?.index
        if let next, owners.contains(next) {
          isNested = true
          break
        }
      }
      for link in chain.reversed() {
        states[link] = isNested
        isNested = isNested || owners.contains(link)
      }
    }
    return Set(states.indices.filter { states[$0] == true })
  }
}

extension NameHint {
  /// The hint without the operation that the type belongs to: its role names it.
  fileprivate var withoutOperation: NameHint {
    if case .operation(_, let role) = self { .operation(0, role) } else { self }
  }
}
