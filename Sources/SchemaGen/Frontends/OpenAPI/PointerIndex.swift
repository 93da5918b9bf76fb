import SchemaDocument

/// Finds nodes of a document by pointer; large objects are searched through a table that is made once.
struct PointerIndex {
  /// Objects with more members than this get a table.
  private static let tableThreshold = 16
  /// Pointers with more tokens than this lead deeper than any document that the readers accept.
  private static let tokenLimit = 1024

  /// The node that the empty pointer names.
  private let root: Node
  /// The members of large objects by the fragments of the pointers to them.
  private var tables: [String: [String: Node]] = [:]

  /// Makes an index of a document.
  init(_ root: Node) { self.root = root }

  /// The node at a pointer, nil where there is none.
  mutating func node(at pointer: JSONPointer) -> Node? {
    guard pointer.tokens.count <= Self.tokenLimit else { return nil }
    var current = root
    for (depth, token) in pointer.tokens.enumerated() {
      guard let next = child(of: current, at: pointer.tokens[..<depth], token) else { return nil }
      current = next
    }
    return current
  }

  /// The member or element of a node that a token names; `path` is the way to the node.
  private mutating func child(of node: Node, at path: ArraySlice<String>, _ token: String) -> Node? {
    switch node.value {
    case .array(let elements):
      guard let position = Int(token), elements.indices.contains(position) else { return nil }
      return elements[position]
    case .object(let members) where members.count > Self.tableThreshold:
      let fragment = JSONPointer(Array(path)).fragment
      if let table = tables[fragment] { return table[token] }
      let table = Dictionary(members.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
      tables[fragment] = table
      return table[token]
    case .object: return node[token]
    default: return nil
    }
  }
}
