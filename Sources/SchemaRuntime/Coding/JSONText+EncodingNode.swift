extension JSONText {
  /// Writes what an encoder has built, members in the order in which they were written.
  mutating func write(_ node: EncodingNode) {
    switch node.content {
    case .empty: write(raw: "{}")
    case .value, .file: write(node.value)
    case .array(let elements): list("[", elements, "]") { $0.write($1) }
    case .object(let members):
      list("{", members, "}") { text, member in
        text.write(quoted: member.key)
        text.write(raw: ":")
        text.write(member.entry)
      }
    }
  }

  /// Writes a part of what an encoder has built.
  mutating func write(_ entry: EncodingNode.Entry) {
    switch entry {
    case .value, .data: write(entry.value)
    case .node(let node): write(node)
    }
  }
}
