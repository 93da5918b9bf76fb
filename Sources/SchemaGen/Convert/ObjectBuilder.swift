import SchemaDescription
import SchemaDocument
import SchemaSource

/// Gathers the members of an object that is written; what is absent is left out.
struct ObjectBuilder {
  private(set) var members: [Member] = []
  /// What counts for schemagen instead of the members of these names, where a version of OpenAPI has no words for it; null
  /// where there is no such member.
  private(set) var kept: [Member] = []

  /// The object.
  var node: Node { Node.object(members) }

  /// Adds a member.
  mutating func add(_ key: String, _ value: Node?) {
    if let value { members.append(Member(key, value)) }
  }

  /// Adds a text.
  mutating func add(_ key: String, _ text: String?) { add(key, text.map { Node.text($0) }) }

  /// Adds a truth value where it is true.
  mutating func add(_ key: String, flag: Bool) { if flag { add(key, Node.boolean(true)) } }

  /// Adds an array that is not empty.
  mutating func add(_ key: String, list: [Node]) { if !list.isEmpty { add(key, Node.array(list)) } }

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
    kept.append(Member(key, value ?? .null))
  }

  /// Adds what is noted, so that reading it gives what was written.
  mutating func addKept() {
    guard !kept.isEmpty else { return }
    var object = ObjectBuilder()
    object.members = kept
    members.append(Member(ConvertedKey.keywords, object.node))
    kept = []
  }
}
