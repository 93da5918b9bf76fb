import SchemaDescription
import SchemaDocument
import SchemaSource
import Testing

@testable import SchemaFrontends

/// A document with each of its values in turn replaced by one of another JSON type, for formats that are JSON.
enum Replacements {
  /// What values are replaced by.
  static let values: [Node.Value] = [
    .null, .boolean(true), .number("1"), .string("x"), .array([]), .object([]),
  ]
  /// Reads each of the documents; nothing may crash, and everything that is said has a place. `isTold` asks, for each
  /// place and kind of value, whether something must be said. Returns how many were tried.
  static func check(
    _ text: String,
    isTold: ([String], Node, Node) -> Bool,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws -> Int {
    let file = Documents.source([UInt8](text.utf8))
    var report = Report()
    let root = try #require(JSONReader.read(file, report: &report), sourceLocation: sourceLocation)
    var tried = 0
    for place in places(in: root) {
      let old = node(at: place[...], in: root) ?? root
      for value in values + [.array([.init(.null, at: .nowhere)])]
      where Node(value, at: .nowhere).kindName != old.kindName {
        tried += 1
        let mutated = replacing(place[...], with: value, in: root).jsonText()
        let (description, report) = Documents.describe(Documents.source([UInt8](mutated.utf8)))
        let label = "\(place.joined(separator: " ")) as \(Node(value, at: .nowhere).jsonText())"
        #expect(report.diagnostics.allSatisfy { $0.span != nil }, "\(label)", sourceLocation: sourceLocation)
        let isRead = description != nil || report.hasErrors
        #expect(isRead, "\(label)", sourceLocation: sourceLocation)
        guard isTold(place, old, Node(value, at: .nowhere)) else { continue }
        let isSaid = report.diagnostics.contains { $0.severity > .note }
        #expect(isSaid, "nothing is said of \(label)", sourceLocation: sourceLocation)
      }
    }
    return tried
  }

  /// The ways to all values of a node, each a list of keys and positions.
  static func places(in node: Node) -> [[String]] {
    switch node.value {
    case .object(let members):
      members.flatMap { member in [[member.key]] + places(in: member.value).map { [member.key] + $0 } }
    case .array(let elements):
      elements.enumerated().flatMap { index, element in [["\(index)"]] + places(in: element).map { ["\(index)"] + $0 } }
    default: []
    }
  }

  /// The node at a place.
  static func node(at place: ArraySlice<String>, in node: Node) -> Node? {
    guard let first = place.first else { return node }
    let next = node.elements.flatMap { elements in Int(first).map { elements[$0] } } ?? node[first]
    return next.flatMap { self.node(at: place.dropFirst(), in: $0) }
  }

  /// The node with the value at a place replaced.
  static func replacing(_ place: ArraySlice<String>, with value: Node.Value, in node: Node) -> Node {
    guard let first = place.first else { return Node(value, at: node.span) }
    var node = node
    switch node.value {
    case .object(var members):
      for index in members.indices where members[index].key == first {
        members[index].value = replacing(place.dropFirst(), with: value, in: members[index].value)
      }
      node.value = .object(members)
    case .array(var elements):
      if let index = Int(first) { elements[index] = replacing(place.dropFirst(), with: value, in: elements[index]) }
      node.value = .array(elements)
    default: break
    }
    return node
  }
}
