import SchemaDocument

/// Finds the tree that a flattened list of fields was: by the counts that the page gives, and where it gives none by the
/// keys of the example beside it.
struct FieldNesting {
  /// How deep fields may lie within each other.
  private static let depthLimit = 64

  /// The fields in the order of the page.
  private let fields: [FlatField]
  /// The next field.
  private var index = 0

  /// The tree of a list; `examples` are values of the whole.
  static func tree(_ fields: [FlatField], examples: [Node]) -> [FieldTree] {
    var nesting = FieldNesting(fields: fields)
    var trees: [FieldTree] = []
    var level = Level(examples: examples)
    while nesting.index < fields.count { trees.append(nesting.next(in: &level, depth: 0)) }
    return trees
  }

  /// Begins with the first field.
  private init(fields: [FlatField]) { self.fields = fields }

  /// The objects that examples have at one place, and which of their keys are fields already.
  private struct Level {
    /// All members of the objects, by key.
    var values: [String: [Node]] = [:]
    /// The keys that have not been met.
    var open: Set<String> = []

    /// Looks into arrays, and arrays in arrays, for objects.
    init(examples: [Node]) {
      var pending = examples
      var depth = 0
      while !pending.isEmpty, depth < 8 {
        for node in pending {
          for member in node.members ?? [] { values[member.key, default: []].append(member.value) }
        }
        pending = pending.flatMap { $0.elements ?? [] }
        depth += 1
      }
      open = Set(values.keys)
    }
  }

  /// Takes the next field and those within it.
  private mutating func next(in level: inout Level, depth: Int) -> FieldTree {
    let field = fields[index]
    index += 1
    let key = String(field.name.text)
    level.open.remove(key)
    var tree = FieldTree(field: field)
    guard let children = field.type.children, depth < Self.depthLimit else { return tree }
    var inner = Level(examples: level.values[key] ?? [])
    if let count = children.count {
      while tree.children.count < count, index < fields.count {
        tree.children.append(next(in: &inner, depth: depth + 1))
      }
    } else {
      while index < fields.count, belongs(to: inner, rather: level) {
        tree.children.append(next(in: &inner, depth: depth + 1))
      }
    }
    return tree
  }

  /// Whether the next field lies within an object whose count is unknown: only where the example proves it.
  private func belongs(to inner: Level, rather outer: Level) -> Bool {
    let key = String(fields[index].name.text)
    guard inner.open.contains(key) else { return false }
    guard outer.open.contains(key) else { return true }
    // The key is open on both sides: the side that explains more of what follows has it.
    return run(in: inner) > run(in: outer)
  }

  /// How many of the fields that follow are open keys of a level.
  private func run(in level: Level) -> Int {
    var open = level.open
    var count = 0
    for field in fields[index...].prefix(64) {
      guard open.remove(String(field.name.text)) != nil else { break }
      count += 1
    }
    return count
  }
}
