import SchemaSource

extension Node {
  /// The null that stands in no document, as all that is made here.
  package static var null: Node { Node(.null, at: .nowhere) }

  /// A truth value.
  package static func boolean(_ value: Bool) -> Node { Node(.boolean(value), at: .nowhere) }

  /// A number in JSON's spelling.
  package static func number(_ text: String) -> Node { Node(.number(text), at: .nowhere) }

  /// A number.
  package static func number(_ value: Int) -> Node { number("\(value)") }

  /// A string.
  package static func text(_ text: String) -> Node { Node(.string(text), at: .nowhere) }

  /// An array.
  package static func array(_ elements: [Node]) -> Node { Node(.array(elements), at: .nowhere) }

  /// An object.
  package static func object(_ members: [Member]) -> Node { Node(.object(members), at: .nowhere) }

  /// An object of the members that are not nil.
  package static func object(_ members: KeyValuePairs<String, Node?>) -> Node {
    .object(members.compactMap { key, value in value.map { Member(key, $0) } })
  }

  /// The object with another value under a key; what is no object stays as it is.
  package func setting(_ key: String, to value: Node) -> Node {
    guard var members else { return self }
    if let index = members.lastIndex(where: { $0.key == key }) {
      members[index].value = value
    } else {
      members.append(Member(key, value))
    }
    return .object(members)
  }
}

extension Member {
  /// A member that stands in no document.
  package init(_ key: String, _ value: Node) { self.init(key: key, keySpan: .nowhere, value: value) }
}
