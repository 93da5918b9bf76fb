import SchemaDocument

extension Node {
  /// Whether two nodes are the same JSON value: the order of keys and the spelling of numbers do not count.
  func isSameValue(as other: Node) -> Bool {
    switch (value, other.value) {
    case (.null, .null): return true
    case (.boolean(let left), .boolean(let right)): return left == right
    case (.string(let left), .string(let right)): return left == right
    case (.number(let left), .number(let right)):
      guard left != right else { return true }
      guard let left = Double(left), let right = Double(right) else { return false }
      return left == right && left.isFinite
    case (.array(let left), .array(let right)):
      return left.count == right.count && zip(left, right).allSatisfy { $0.isSameValue(as: $1) }
    case (.object(let left), .object(let right)):
      let values = Dictionary(right.map { ($0.key, $0.value) }) { $1 }
      let keys = Set(left.map(\.key))
      return keys.count == values.count
        && Dictionary(left.map { ($0.key, $0.value) }) { $1 }
          .allSatisfy { key, value in values[key].map(value.isSameValue(as:)) ?? false }
    default: return false
    }
  }
}
