import SchemaIR

extension Lowerer {
  /// How many stored values a structure or a union may have inside another one.
  private static let inlineLimit = 64

  /// Boxes structures and unions of many stored values where they stand inside others. The compiler writes code for
  /// each stored value wherever the whole is copied: without boxes that grows as fast as documents nest.
  mutating func boxLargeValues() {
    var weights = [Int](repeating: 1, count: api.declarations.count)
    for id in innermostFirst {
      switch api[id].kind {
      case .enumeration: break
      case .alias(let type): weights[id.index] = weight(of: type, weights)
      case .structure(var structure):
        var sum = 0
        for index in structure.properties.indices {
          sum += box(&structure.properties[index].type, weights)
        }
        weights[id.index] = sum
        api[id].kind = .structure(structure)
      case .tuple(var tuple):
        var sum = 0
        for index in tuple.elements.indices { sum += box(&tuple.elements[index].type, weights) }
        weights[id.index] = sum
        api[id].kind = .tuple(tuple)
      case .union(var union):
        var sum = 0
        for index in union.variants.indices { sum += box(&union.variants[index].type, weights) }
        weights[id.index] = sum
        api[id].kind = .union(union)
      }
    }
  }

  /// Boxes a use where it is too heavy; returns what it weighs then.
  private func box(_ type: inout TypeRef, _ weights: [Int]) -> Int {
    let weight = weight(of: type, weights)
    guard weight > Self.inlineLimit else { return weight }
    type = .boxed(type)
    return 1
  }

  /// How many values a use stores inline.
  private func weight(of type: TypeRef, _ weights: [Int]) -> Int {
    inlineTarget(of: type).map { weights[$0.index] } ?? 1
  }

  /// All declarations, each after those that it stores inline; there are no cycles left.
  private var innermostFirst: [DeclID] {
    var order: [DeclID] = []
    var isSeen = [Bool](repeating: false, count: api.declarations.count)
    for root in api.declarations.indices where !isSeen[root] {
      isSeen[root] = true
      var stack = [(id: DeclID(root), edges: inlineUses(of: DeclID(root)), next: 0)]
      while let top = stack.last {
        guard top.next < top.edges.count else {
          order.append(top.id)
          stack.removeLast()
          continue
        }
        stack[stack.count - 1].next += 1
        let target = top.edges[top.next].target
        guard !isSeen[target.index] else { continue }
        isSeen[target.index] = true
        stack.append((target, inlineUses(of: target), 0))
      }
    }
    return order
  }
}
