import SchemaDocument

/// Puts values of other JSON types into documents, one at a time.
enum Replacements {
  /// What values are replaced by.
  static let values: [Node.Value] = [
    .null, .boolean(true), .number("1"), .string("x"), .array([]), .object([]),
  ]

  /// The ways to all values of a node, each a list of keys and positions.
  static func places(in node: Node) -> [[String]] {
    switch node.value {
    case .object(let members):
      members.flatMap { member in [[member.key]] + places(in: member.value).map { [member.key] + $0 } }
    case .array(let elements):
      elements.enumerated().flatMap { index, element in [["\(index)"]] + places(in: element).map { ["\(index)"] + $0 } }
    default: []
    }
  }

  /// The node at a place.
  static func node(at place: ArraySlice<String>, in node: Node) -> Node? {
    guard let first = place.first else { return node }
    let next = node.elements.flatMap { elements in Int(first).map { elements[$0] } } ?? node[first]
    return next.flatMap { self.node(at: place.dropFirst(), in: $0) }
  }

  /// The node with the value at a place replaced.
  static func replacing(_ place: ArraySlice<String>, with value: Node.Value, in node: Node) -> Node {
    guard let first = place.first else { return Node(value, at: node.span) }
    var node = node
    switch node.value {
    case .object(var members):
      for index in members.indices where members[index].key == first {
        members[index].value = replacing(place.dropFirst(), with: value, in: members[index].value)
      }
      node.value = .object(members)
    case .array(var elements):
      if let index = Int(first) { elements[index] = replacing(place.dropFirst(), with: value, in: elements[index]) }
      node.value = .array(elements)
    default: break
    }
    return node
  }
}
