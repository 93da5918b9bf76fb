import SchemaDescription
import SchemaDocument
import SchemaSource

/// Parameters, headers, bodies and responses that operations share, written once under the names that documents give them.
struct SharedComponents {
  /// The kinds of components that are kept apart from their places, by the key that holds them.
  enum Kind: String, CaseIterable { case responses, parameters, requestBodies, headers }

  /// What makes two places show the same component: what was read, and where it stands.
  struct Identity: Hashable {
    var text: String
    var spans: [SourceSpan]
  }

  /// Whether a component has been written.
  enum State {
    /// The reference to it.
    case written(Node)
    /// It is new, and its name free.
    case new
    /// The name is that of something else, or there is none.
    case unnamed
  }

  /// A component that has its key.
  private struct Known {
    var identity: Identity
    var key: String
  }

  private var names: [Kind: ComponentName] = [:]
  private var known: [Kind: [String: Known]] = [:]
  private var components: [Kind: ObjectBuilder] = [:]

  /// The components of a kind, in the order in which they were referred to.
  func object(of kind: Kind) -> ObjectBuilder { components[kind] ?? ObjectBuilder() }

  /// What is known of a component. Where several documents give a name to different things, the first has it.
  func state(_ kind: Kind, _ name: String?, _ identity: Identity) -> State {
    guard let name else { return .unnamed }
    guard let known = known[kind]?[name] else { return .new }
    return known.identity == identity ? .written(Self.reference(kind, known.key)) : .unnamed
  }

  /// Adds a component; the reference to it.
  mutating func add(_ kind: Kind, _ name: String, _ identity: Identity, _ node: Node) -> Node {
    let key = names[kind, default: ComponentName()].key(for: name, else: "Component")
    known[kind, default: [:]][name] = Known(identity: identity, key: key)
    var object = ObjectBuilder()
    object.add(extensions: node.members ?? [])
    if key != name { object.add(ConvertedKey.name, name) }
    components[kind, default: ObjectBuilder()].add(key, object.node)
    return Self.reference(kind, key)
  }

  /// A reference.
  private static func reference(_ kind: Kind, _ key: String) -> Node {
    .object(["$ref": .text("#/components/\(kind.rawValue)/\(key)")])
  }
}
