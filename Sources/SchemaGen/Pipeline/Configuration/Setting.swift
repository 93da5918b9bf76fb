import SchemaDocument
import SchemaSource

/// A kind of value in the configuration: how it is read, and what its JSON Schema says.
struct Setting<Value> {
  let shape: Shape
  /// Reads a node that stands under a key. The third argument is what holds so far, for values that add to it; nil comes
  /// back where the node is of no use, which is then in the report.
  let read: (_ node: Node, _ key: String, _ current: Value?, _ report: inout Report) -> Value?

  /// The same value in another form; nil from `transform` is an error that ends in `problem`.
  func map<Other>(_ problem: String = "", _ transform: @escaping (Value) -> Other?) -> Setting<Other> {
    Setting<Other>(shape: shape) { node, key, _, report in
      guard let value = read(node, key, nil, &report) else { return nil }
      if let other = transform(value) { return other }
      report.add(.invalidConfiguration, "`\(key)` \(problem)", at: node.span)
      return nil
    }
  }
}

extension Setting where Value: Hashable & Sendable {
  /// The same value with its place.
  var located: Setting<Located<Value>> {
    Setting<Located<Value>>(shape: shape) { node, key, current, report in
      read(node, key, current?.value, &report).map { Located($0, at: node.span) }
    }
  }
}

extension Setting where Value == String {
  /// A text that is not empty.
  static func text(pattern: String? = nil, example: String) -> Setting {
    Setting(shape: .text(pattern: pattern ?? "^.+$", example: example)) { node, key, _, report in
      if let text = node.string, !text.isEmpty { return text }
      report.add(.invalidConfiguration, "`\(key)` must be a text", at: node.span)
      return nil
    }
  }

  /// A Swift identifier.
  static func identifier(example: String) -> Setting {
    text(pattern: "^[\\p{L}_][\\p{L}\\p{M}\\p{N}_]*$", example: example).map("must be a Swift identifier") {
      Configuration.isIdentifier($0) ? $0 : nil
    }
  }

  /// An absolute HTTP URL; without a slash at its end.
  static func url(example: String) -> Setting {
    text(pattern: "^https?://\\S+$", example: example).map("must be a URL that begins with http:// or https://") {
      var text = $0
      let scheme = ["https://", "http://"].first { text.lowercased().hasPrefix($0) }
      guard let scheme, text.count > scheme.count, !text.contains(where: \.isWhitespace) else { return nil }
      while text.hasSuffix("/") { text.removeLast() }
      return text
    }
  }
}

extension Setting where Value == Int {
  /// A whole number within bounds.
  static func integer(_ range: ClosedRange<Int>) -> Setting {
    Setting(shape: .integer(range)) { node, key, _, report in
      if let number = node.number.flatMap({ Int($0) }), range.contains(number) { return number }
      let bounds = "from \(range.lowerBound) to \(range.upperBound)"
      report.add(.invalidConfiguration, "`\(key)` must be a whole number \(bounds)", at: node.span)
      return nil
    }
  }
}

extension Setting where Value: RawRepresentable<String> & CaseIterable {
  /// One of a few words.
  static var choice: Setting {
    let words = Value.allCases.map(\.rawValue)
    return Setting(shape: .choice(words)) { node, key, _, report in
      if let choice = node.string.flatMap(Value.init(rawValue:)) { return choice }
      let list = words.map { "`\($0)`" }.joined(separator: " or ")
      let advice = node.string.flatMap { Suggestion.note(for: $0, among: words) }
      report.add(.invalidConfiguration, "`\(key)` must be \(list)", at: node.span, notes: advice.map { [$0] } ?? [])
      return nil
    }
  }
}

extension Setting {
  /// One element, or a list of them; what is wrong in a list is left out.
  static func list<Element>(of element: Setting<Element>) -> Setting where Value == [Element] {
    Setting(shape: .list(element.shape)) { node, key, _, report in
      guard let elements = node.elements else {
        if node.isNull { return [] }
        return element.read(node, key, nil, &report).map { [$0] }
      }
      return elements.compactMap { element.read($0, key, nil, &report) }
    }
  }

  /// A map whose keys the user chooses; it adds to what holds so far.
  static func map<Element>(of element: Setting<Element>, example: String) -> Setting where Value == [String: Element] {
    Setting(shape: .map(example: example, element.shape)) { node, key, current, report in
      guard let members = node.map(of: key, report: &report) else { return nil }
      var values = current ?? [:]
      for member in members {
        if let value = element.read(member.value, member.key, values[member.key], &report) {
          values[member.key] = value
        }
      }
      return values
    }
  }

  /// A map with keys of its own each of which may be left out; it adds to what holds so far.
  static func object(_ initial: @escaping @autoclosure () -> Value, _ keys: [Key<Value>]) -> Setting {
    Setting(shape: .object(keys.map(\.shape))) { node, key, current, report in
      guard let members = node.map(of: key, report: &report) else { return nil }
      var value = current ?? initial()
      let isComplete = Key.read(members, into: &value, keys, within: node.span, &report)
      return isComplete ? value : nil
    }
  }
}

extension Node {
  /// The members of a value that must be a map; null counts as an empty one.
  func map(of key: String, report: inout Report) -> [Member]? {
    if isNull { return [] }
    if let members { return members }
    report.add(.invalidConfiguration, "`\(key)` must be a map of keys", at: span)
    return nil
  }
}
