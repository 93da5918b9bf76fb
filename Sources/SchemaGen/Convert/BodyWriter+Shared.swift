import SchemaDescription
import SchemaDocument

extension BodyWriter {
  /// The reference to a shared parameter, written the first time; nil where it is not shared.
  mutating func reference(to parameter: ParameterDescription) -> Node? {
    let identity = SharedComponents.Identity(
      text: "\(parameter.location) \(parameter.name)",
      spans: [parameter.span]
    )
    return reference(.parameters, parameter.sharedName, identity) { $0.node(of: parameter) }
  }

  /// The reference to a shared header, written the first time; nil where it is not shared.
  mutating func reference(toHeader header: ParameterDescription) -> Node? {
    let identity = SharedComponents.Identity(text: "", spans: [header.span])
    return reference(.headers, header.sharedName, identity) { $0.node(ofHeader: header) }
  }

  /// The reference to a shared body, written the first time; nil where it is not shared.
  mutating func reference(to body: BodyDescription) -> Node? {
    let identity = SharedComponents.Identity(text: body.description ?? "", spans: body.contents.map(\.span))
    return reference(.requestBodies, body.sharedName, identity) { $0.node(of: body) }
  }

  /// The reference to a shared response, written the first time; nil where it is not shared.
  mutating func reference(to response: ResponseDescription) -> Node? {
    let spans = response.contents.map(\.span) + response.headers.map(\.span) + response.links.map(\.span)
    let identity = SharedComponents.Identity(text: response.description ?? "", spans: spans)
    return reference(.responses, response.sharedName, identity) { $0.node(of: response) }
  }

  /// The reference to a component, which is made the first time.
  private mutating func reference(
    _ kind: SharedComponents.Kind,
    _ name: String?,
    _ identity: SharedComponents.Identity,
    make: (inout BodyWriter) -> Node
  ) -> Node? {
    switch shared.state(kind, name, identity) {
    case .written(let reference): return reference
    case .unnamed: return nil
    case .new:
      guard let name else { return nil }
      let node = make(&self)
      return shared.add(kind, name, identity, node)
    }
  }
}
