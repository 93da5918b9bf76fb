import SchemaSource

/// A value of a JSON or YAML document that keeps the order of keys and the place of everything.
package struct Node: Sendable {
  /// What the node holds.
  package enum Value: Sendable {
    case null
    case boolean(Bool)
    /// A number as JSON spells it: nothing is rounded.
    case number(String)
    case string(String)
    case array([Node])
    case object([Member])
  }

  package var value: Value
  package var span: SourceSpan

  package init(_ value: Value, at span: SourceSpan) {
    self.value = value
    self.span = span
  }
}

/// One key of an object with its value; the key's place and the value's place are two things.
package struct Member: Sendable {
  package var key: String
  package var keySpan: SourceSpan
  package var value: Node

  package init(key: String, keySpan: SourceSpan, value: Node) {
    self.key = key
    self.keySpan = keySpan
    self.value = value
  }
}

extension Node {
  /// The members where the node is an object, otherwise nil.
  package var members: [Member]? { if case .object(let members) = value { members } else { nil } }

  /// The elements where the node is an array, otherwise nil.
  package var elements: [Node]? { if case .array(let elements) = value { elements } else { nil } }

  /// The text where the node is a string, otherwise nil.
  package var string: String? { if case .string(let string) = value { string } else { nil } }

  /// The truth value where the node is one, otherwise nil.
  package var boolean: Bool? { if case .boolean(let boolean) = value { boolean } else { nil } }

  /// The spelling where the node is a number, otherwise nil.
  package var number: String? { if case .number(let number) = value { number } else { nil } }

  /// Whether the node is null.
  package var isNull: Bool { if case .null = value { true } else { false } }

  /// The value of a key, the last one where the key is there twice; nil where the node is no object or lacks the key.
  package subscript(_ key: String) -> Node? { members?.last { $0.key == key }?.value }
}
