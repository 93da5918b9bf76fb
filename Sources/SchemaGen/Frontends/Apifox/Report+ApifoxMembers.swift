import SchemaDocument
import SchemaSource

/// Typed looks at single members of an object. What is absent, null or empty says nothing; what has another type than
/// its place asks for is reported and says nothing either.
extension Report {
  /// The text of a member, nil where it is blank.
  mutating func filledText(_ key: String, of node: Node) -> String? {
    guard let member = node.member(key), member.value.elements?.isEmpty != true else { return nil }
    return filledText(of: member)
  }

  /// The truth value of a member.
  mutating func flag(_ key: String, of node: Node) -> Bool? {
    guard let member = node.member(key), !member.value.isNull else { return nil }
    return flag(of: member)
  }

  /// The elements of a member.
  mutating func elements(_ key: String, of node: Node) -> [Node] {
    guard let member = node.member(key), !member.value.isNothing else { return [] }
    return elements(of: member)
  }

  /// The object in a member; nil where it has no members.
  mutating func object(_ key: String, of node: Node) -> Node? {
    guard let member = node.member(key), !member.value.isNothing else { return nil }
    return members(of: member).isEmpty ? nil : member.value
  }

  /// An id, which is a number at one place and a string at another.
  mutating func identifier(_ key: String, of node: Node) -> String? {
    node.member(key).flatMap { $0.value.isNothing ? nil : text(of: $0) }
  }
}

extension Node {
  /// The member with a key, the last one where the key is there twice.
  func member(_ key: String) -> Member? { members?.last { $0.key == key } }

  /// Whether the node is null, a blank text or an empty list or object, as tools write what is not there.
  var isNothing: Bool {
    switch value {
    case .null: true
    case .string(let text): text.allSatisfy(\.isWhitespace)
    case .array(let elements): elements.isEmpty
    case .object(let members): members.isEmpty
    case .boolean, .number: false
    }
  }

  /// Whether the node is a text that some environment fills in: `{{token}}`.
  var isVariable: Bool {
    guard let text = string?.trimmingSpaces, text.hasPrefix("{{"), text.hasSuffix("}}") else { return false }
    return !text.dropFirst(2).dropLast(2).contains("}")
  }
}

extension String {
  /// The text without white space at both ends.
  fileprivate var trimmingSpaces: Substring { Substring(self).trimmed }
}
