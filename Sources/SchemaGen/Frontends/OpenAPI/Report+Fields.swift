import SchemaDocument
import SchemaSource

/// Typed looks at the members of a document's objects; what has another type is reported and left out.
extension Report {
  /// Reports that a value is not what its place asks for; `expectation` for example `an array of strings`.
  mutating func addUnexpected(_ node: Node, _ name: String, _ expectation: String) {
    add(.unexpectedValue, "\(name) must be \(expectation), this is \(node.kindName)", at: node.span)
  }

  /// The text of a member, nil where it is null; numbers and booleans, which YAML makes of bare words, as spelled.
  mutating func text(of member: Member) -> String? {
    switch member.value.value {
    case .string(let string): return string
    case .number(let number): return number
    case .boolean(let boolean): return boolean ? "true" : "false"
    case .null: return nil
    case .array, .object:
      addUnexpected(member.value, "'\(member.key)'", "a string")
      return nil
    }
  }

  /// The text of a member, nil where it is blank.
  mutating func filledText(of member: Member) -> String? {
    guard let text = text(of: member), !text.allSatisfy(\.isWhitespace) else { return nil }
    return text
  }

  /// The truth value of a member, nil where it is none.
  mutating func flag(of member: Member) -> Bool? {
    if let boolean = member.value.boolean { return boolean }
    addUnexpected(member.value, "'\(member.key)'", "true or false")
    return nil
  }

  /// The elements of a member, none where it is no array.
  mutating func elements(of member: Member) -> [Node] {
    if let elements = member.value.elements { return elements }
    addUnexpected(member.value, "'\(member.key)'", "an array")
    return []
  }

  /// The strings of a member that is an array of strings, each with its node.
  mutating func strings(of member: Member) -> [(string: String, node: Node)] {
    var strings: [(string: String, node: Node)] = []
    for element in elements(of: member) {
      if let string = element.string {
        strings.append((string, element))
      } else {
        addUnexpected(element, "an entry of '\(member.key)'", "a string")
      }
    }
    return strings
  }

  /// The members of a member that is an object, of equal keys the last; none where it is no object.
  mutating func members(of member: Member) -> [Member] {
    if let members = member.value.uniqueMembers { return members }
    addUnexpected(member.value, "'\(member.key)'", "an object")
    return []
  }
}

extension Node {
  /// What the node is, with its article.
  var kindName: String {
    switch value {
    case .null: "null"
    case .boolean: "a boolean"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }

  /// The members of an object without those whose key comes again; keys are compared byte by byte.
  var uniqueMembers: [Member]? {
    guard let members else { return nil }
    if Set(members.lazy.map(\.key)).count == members.count { return members }
    var last: [[UInt8]: Int] = [:]
    for (position, member) in members.enumerated() { last[Array(member.key.utf8)] = position }
    return members.enumerated().filter { last[Array($1.key.utf8)] == $0 }.map(\.element)
  }
}
