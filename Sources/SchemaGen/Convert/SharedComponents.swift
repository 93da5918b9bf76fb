import SchemaDescription
import SchemaDocument
import SchemaSource

/// Parameters, bodies and responses that operations share, written once under the names that documents give them.
struct SharedComponents {
  /// The kinds of components that are kept apart from their places, by the key that holds them.
  enum Kind: String, CaseIterable { case responses, parameters, requestBodies }

  /// What makes two places show the same component: what was read, and where it stands.
  private struct Identity: Hashable {
    var text: String
    var spans: [SourceSpan]
  }

  /// A component that has its key.
  private struct Known {
    var identity: Identity
    var key: String
  }

  private var names: [Kind: ComponentName] = [:]
  private var known: [Kind: [String: Known]] = [:]
  private var components: [Kind: ObjectBuilder] = [:]

  /// The reference to a shared parameter, written the first time; nil where it is not shared.
  mutating func reference(to parameter: ParameterDescription, with bodies: inout BodyWriter) -> Node? {
    let identity = Identity(text: "\(parameter.location) \(parameter.name)", spans: [parameter.span])
    return reference(.parameters, parameter.sharedName, identity) { bodies.node(of: parameter) }
  }

  /// The reference to a shared body, written the first time; nil where it is not shared.
  mutating func reference(to body: BodyDescription, with bodies: inout BodyWriter) -> Node? {
    let identity = Identity(text: body.description ?? "", spans: body.contents.map(\.span))
    return reference(.requestBodies, body.sharedName, identity) { bodies.node(of: body) }
  }

  /// The reference to a shared response, written the first time; nil where it is not shared.
  mutating func reference(to response: ResponseDescription, with bodies: inout BodyWriter) -> Node? {
    let spans = response.contents.map(\.span) + response.headers.map(\.span)
    let identity = Identity(text: response.description ?? "", spans: spans)
    return reference(.responses, response.sharedName, identity) { bodies.node(of: response) }
  }

  /// The components of a kind, in the order in which they were referred to.
  func object(of kind: Kind) -> ObjectBuilder { components[kind] ?? ObjectBuilder() }

  /// The reference to a component. Where several documents give a name to different things, the first has it.
  private mutating func reference(
    _ kind: Kind,
    _ name: String?,
    _ identity: Identity,
    make: () -> Node?
  ) -> Node? {
    guard let name else { return nil }
    if let known = known[kind]?[name] {
      return known.identity == identity ? Self.reference(kind, known.key) : nil
    }
    guard let node = make() else { return nil }
    let key = names[kind, default: ComponentName()].key(for: name, else: "Component")
    known[kind, default: [:]][name] = Known(identity: identity, key: key)
    components[kind, default: ObjectBuilder()].add(key, node)
    return Self.reference(kind, key)
  }

  /// A reference.
  private static func reference(_ kind: Kind, _ key: String) -> Node {
    .object("$ref", .text("#/components/\(kind.rawValue)/\(key)"))
  }
}
