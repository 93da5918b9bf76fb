import SchemaIR

/// Puts operations together that belong together, for clients that are spread over files.
enum OperationGroups {
  /// The name of what has no tag.
  static let untagged = "Other"

  /// Some operations by their first tags, in the order of the tags' first operations; those without a tag are left out.
  static func tags(of operations: [Int], in api: API) -> [(tag: String, operations: [Int])] {
    var positions: [String: Int] = [:]
    var groups: [(tag: String, operations: [Int])] = []
    for index in operations {
      guard let tag = api.operations[index].tags.first else { continue }
      if let position = positions[tag] {
        groups[position].operations.append(index)
      } else {
        positions[tag] = groups.count
        groups.append((tag, [index]))
      }
    }
    return groups
  }

  /// The operations by their first tags, in the order of the groups' names, each with a name that no other group has. A
  /// group that is larger than `limit` is spread over several by the names of its operations.
  static func groups(
    of operations: [Operation],
    names: [String],
    limit: Int?
  ) -> [(name: String, operations: [Int])] {
    let tags = TagNames(operations)
    var groups: [String: [Int]] = [:]
    for (index, operation) in operations.enumerated() { groups[tags.name(of: operation), default: []].append(index) }
    var result: [(name: String, operations: [Int])] = []
    for (name, members) in groups.sorted(by: { $0.key < $1.key }) {
      guard let limit, members.count > limit else {
        result.append((name, members))
        continue
      }
      for part in HashedParts(members, size: limit, name: { names[$0] }).parts {
        result.append(("\(name)_\(part.number)", part.items))
      }
    }
    return result
  }
}

/// Names for files by tags.
struct TagNames {
  private var names: [String: String] = [:]

  /// Names the first tags of some operations, no two alike but for case.
  init(_ operations: [Operation]) {
    let tags = Array(Set(operations.compactMap(\.tags.first))).sorted()
    let scope = NameScope(reserved: [OperationGroups.untagged, "Shared", "Client"], ignoresCase: true)
    let texts = scope.names(for: tags.map { NameScope.Request($0, role: .type) }).names
    names = Dictionary(zip(tags, texts), uniquingKeysWith: { first, _ in first })
  }

  /// The name for an operation's first tag.
  func name(of operation: Operation) -> String {
    operation.tags.first.flatMap { names[$0] } ?? OperationGroups.untagged
  }
}
