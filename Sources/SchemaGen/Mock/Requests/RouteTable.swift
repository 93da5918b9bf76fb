import Foundation

/// Finds the operation that a path belongs to: text wins over parameters, segment by segment.
struct RouteTable: Sendable {
  /// A way on from a segment.
  private struct Branch: Sendable {
    let segment: PathTemplate.Segment
    let node: Int
  }

  /// The state after some segments.
  private struct Node: Sendable {
    var literals: [String: Int] = [:]
    /// Segments with parameters, the most exact one first.
    var patterns: [Branch] = []
    /// What ends here.
    var routes: [Route] = []
  }

  /// An operation at the end of a path.
  private struct Route: Sendable {
    let method: String
    let query: [URLParameter]
    let operation: Int
    /// How far the place is from the documented one; less is better.
    let rank: Int
  }

  /// What was found for a path.
  enum Match {
    /// The operation, and the path parameters, still percent-encoded.
    case operation(Int, [String: String])
    /// The path is known, but not with this method; those that it has.
    case otherMethods([String])
    case none
  }

  private var nodes = [Node()]

  /// Adds an operation; of several with one path and method, the one that was added first, with the least rank, counts.
  mutating func add(_ operation: Int, method: String, path: String, rank: Int = 0) {
    let template = PathTemplate(path)
    var node = 0
    for segment in template.segments {
      if case .literal(let text) = segment {
        if let next = nodes[node].literals[text] {
          node = next
          continue
        }
        nodes[node].literals[text] = nodes.count
      } else {
        if let branch = nodes[node].patterns.first(where: { $0.segment == segment }) {
          node = branch.node
          continue
        }
        nodes[node].patterns.append(Branch(segment: segment, node: nodes.count))
        nodes[node].patterns.sort { $0.segment.precision > $1.segment.precision }
      }
      node = nodes.count
      nodes.append(Node())
    }
    nodes[node].routes.append(Route(method: method, query: template.query, operation: operation, rank: rank))
  }

  /// The operation for a method and a target.
  func match(method: String, _ target: RequestTarget) -> Match {
    var others: Set<String> = []
    let pieces = PathTemplate.pieces(target.path)
    var values: [(name: String, value: String)] = []
    guard let operation = search(0, pieces[...], method, target.query, &values, &others) else {
      return others.isEmpty ? .none : .otherMethods(others.sorted())
    }
    return .operation(operation, Dictionary(values.map { ($0.name, $0.value) }, uniquingKeysWith: { _, last in last }))
  }

  /// Looks below a node for the rest of a path.
  private func search(
    _ node: Int,
    _ pieces: ArraySlice<Substring>,
    _ method: String,
    _ query: [URLParameter],
    _ values: inout [(name: String, value: String)],
    _ others: inout Set<String>
  ) -> Int? {
    guard let piece = pieces.first else {
      let fitting = nodes[node].routes.filter { $0.query.allSatisfy(query.contains) }
      // Methods are told apart by case (RFC 9110, section 9.1), but not every client and server can send one in lower case.
      let exact = fitting.filter { $0.method == method }
      let own = exact.isEmpty ? fitting.filter { $0.method.uppercased() == method.uppercased() } : exact
      let best = own.min {
        ($0.rank, -$0.query.count) < ($1.rank, -$1.query.count)
      }
      if best == nil { others.formUnion(fitting.map(\.method)) }
      return best?.operation
    }
    let text = piece.removingPercentEncoding ?? String(piece)
    if let next = nodes[node].literals[text],
      let found = search(next, pieces.dropFirst(), method, query, &values, &others)
    {
      return found
    }
    for branch in nodes[node].patterns {
      guard let found = branch.segment.values(in: piece) else { continue }
      let count = values.count
      values += found
      if let operation = search(branch.node, pieces.dropFirst(), method, query, &values, &others) { return operation }
      values.removeLast(values.count - count)
    }
    return nil
  }
}
