import SchemaDescription
import SchemaDocument
import SchemaSource

/// Gathers the members of an object that is written; what is absent is left out.
struct ObjectBuilder {
  /// Where values stand that are in no document.
  static let nowhere = SourceSpan(file: FileID(0), start: 0, end: 0)

  private(set) var members: [Member] = []
  /// What counts for schemagen instead of the members of these names, where a version of OpenAPI has no words for it; null
  /// where there is no such member.
  private(set) var kept: [Member] = []

  /// The object.
  var node: Node { Node(.object(members), at: Self.nowhere) }

  /// Adds a member.
  mutating func add(_ key: String, _ value: Node?) {
    if let value { members.append(Member(key: key, keySpan: Self.nowhere, value: value)) }
  }

  /// Adds a text.
  mutating func add(_ key: String, _ text: String?) { add(key, text.map { Node.text($0) }) }

  /// Adds a truth value where it is true.
  mutating func add(_ key: String, flag: Bool) { if flag { add(key, Node.flag(true)) } }

  /// Adds an array that is not empty.
  mutating func add(_ key: String, list: [Node]) { if !list.isEmpty { add(key, Node.list(list)) } }

  /// Adds an object that is not empty.
  mutating func add(_ key: String, object: ObjectBuilder) { if !object.members.isEmpty { add(key, object.node) } }

  /// Adds the members of another object.
  mutating func add(_ other: ObjectBuilder) {
    members += other.members
    kept += other.kept
  }

  /// Adds extensions as they stand in a document.
  mutating func add(extensions: [Member]) {
    let keys = Set(members.map(\.key))
    members += extensions.filter { !keys.contains($0.key) }
  }

  /// Notes what counts for schemagen instead of the member of a name; nil where it has none.
  mutating func keep(_ key: String, _ value: Node?) {
    kept.append(Member(key: key, keySpan: Self.nowhere, value: value ?? .nothing))
  }

  /// Adds what is noted, so that reading it gives what was written.
  mutating func addKept() {
    guard !kept.isEmpty else { return }
    var object = ObjectBuilder()
    object.members = kept
    members.append(Member(key: ConvertedKey.keywords, keySpan: Self.nowhere, value: object.node))
    kept = []
  }
}

extension Node {
  /// A string that is in no document.
  static func text(_ text: String) -> Node { Node(.string(text), at: ObjectBuilder.nowhere) }

  /// A truth value that is in no document.
  static func flag(_ flag: Bool) -> Node { Node(.boolean(flag), at: ObjectBuilder.nowhere) }

  /// A number that is in no document.
  static func number(_ number: Int) -> Node { Node(.number(String(number)), at: ObjectBuilder.nowhere) }

  /// An array that is in no document.
  static func list(_ elements: [Node]) -> Node { Node(.array(elements), at: ObjectBuilder.nowhere) }

  /// The null that is in no document.
  static var nothing: Node { Node(.null, at: ObjectBuilder.nowhere) }

  /// An object of one member that is in no document.
  static func object(_ key: String, _ value: Node) -> Node {
    var object = ObjectBuilder()
    object.add(key, value)
    return object.node
  }
}
