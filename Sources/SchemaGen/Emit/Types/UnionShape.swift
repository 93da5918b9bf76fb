import SchemaIR

/// Which JSON types a type's values can have.
struct UnionShape {
  /// A JSON type as the runtime names it, in the order in which a message lists them.
  enum Kind: String, CaseIterable {
    case null, boolean, integer, number, string, array, object

    /// The kind with its article, for messages.
    var phrase: String {
      switch self {
      case .null: "null"
      case .boolean: "a boolean"
      case .integer: "an integer"
      case .number: "a number"
      case .string: "a string"
      case .array: "an array"
      case .object: "an object"
      }
    }
  }

  let resolver: TypeResolver

  /// The kinds of a type's values.
  func kinds(of type: TypeRef) -> Set<Kind> {
    var visited: Set<DeclID> = []
    return kinds(of: type, visited: &visited)
  }

  /// The kinds of a type's values; a union that contains itself adds nothing to itself.
  private func kinds(of type: TypeRef, visited: inout Set<DeclID>) -> Set<Kind> {
    var kinds = kinds(ofResolved: resolver.resolved(type), visited: &visited)
    if resolver.isNullable(type) { kinds.insert(.null) }
    return kinds
  }

  /// The kinds of a type that is no alias.
  private func kinds(ofResolved type: TypeRef, visited: inout Set<DeclID>) -> Set<Kind> {
    switch type {
    case .scalar(let scalar): return scalar.kinds
    case .external, .unstated(.value), .unstated(.missing): return Set(Kind.allCases)
    case .array: return [.array]
    case .dictionary, .unstated(.object): return [.object]
    case .nullable(let inner), .boxed(let inner): return kinds(of: inner, visited: &visited)
    case .declared(let id):
      switch resolver.api[id].kind {
      case .structure: return [.object]
      case .tuple: return [.array]
      case .enumeration(let enumeration): return enumeration.kinds
      case .alias: return Set(Kind.allCases)
      case .union(let union):
        guard union.tagging == .shape else { return [.object] }
        guard visited.insert(id).inserted else { return [] }
        return union.variants.reduce(into: []) { $0.formUnion(kinds(of: $1.type, visited: &visited)) }
      }
    }
  }

  /// The variants that each kind can be, kinds with the same variants together, in the order of their first variant.
  func branches(of variants: [Union.Variant]) -> [(kinds: [Kind], variants: [Int])] {
    let variantKinds = variants.map { kinds(of: $0.type) }
    var branches: [(kinds: [Kind], variants: [Int])] = []
    for kind in Kind.allCases {
      let matching = variantKinds.indices.filter { variantKinds[$0].contains(kind) }
      guard !matching.isEmpty else { continue }
      if let index = branches.firstIndex(where: { $0.variants == matching }) {
        branches[index].kinds.append(kind)
      } else {
        branches.append(([kind], matching))
      }
    }
    return branches.enumerated()
      .sorted { ($0.element.variants[0], $0.offset) < ($1.element.variants[0], $1.offset) }
      .map(\.element)
  }

  /// What the error says where no variant fits: `a string, an array or an object`.
  static func expectation(_ kinds: [Kind]) -> String {
    let phrases = Kind.allCases.filter(kinds.contains)
      // Every integer is a number.
      .filter { $0 != .integer || !kinds.contains(.number) }
      .map(\.phrase)
    guard let last = phrases.last, phrases.count > 1 else { return phrases.first ?? "nothing" }
    return phrases.dropLast().joined(separator: ", ") + " or " + last
  }
}

extension Enumeration {
  /// The kinds of the listed values.
  fileprivate var kinds: Set<UnionShape.Kind> {
    guard rawKind == .value else { return rawType.kinds }
    let composites = unspelled.map { $0 == .array ? UnionShape.Kind.array : .object }
    return cases.reduce(into: Set(composites)) { kinds, listed in
      switch listed.value {
      case .string: kinds.insert(.string)
      case .integer, .number: kinds.formUnion([.integer, .number])
      case .boolean: kinds.insert(.boolean)
      case .null: kinds.insert(.null)
      case .emptyArray: kinds.insert(.array)
      case .emptyObject: kinds.insert(.object)
      }
    }
  }
}

extension Scalar {
  /// The kinds of the type's values.
  fileprivate var kinds: Set<UnionShape.Kind> {
    switch jsonType {
    // What `Int` does not hold is of the kind that other numbers are.
    case .integer where self == .uint || self == .uint64: [.integer, .number]
    case .string: [.string]
    case .boolean: [.boolean]
    case .integer: [.integer]
    case .number: [.integer, .number]
    case .any: Set(UnionShape.Kind.allCases)
    }
  }
}
