/// What within a request's value asks for a stream of events.
package indirect enum StreamSwitch: Sendable {
  /// The boolean property at this position of a structure.
  case property(DeclID, Int)
  /// Variants of a union, by their positions in order; those that are not among them cannot ask.
  case variants(DeclID, [(position: Int, inner: StreamSwitch)])
}

extension API {
  /// How many unions within one another are looked into: more would multiply what is written for them.
  private static let nestedUnions = 2

  /// What of a type asks for a stream by the property with a key; nil where nothing does.
  package func streamSwitch(_ key: String, in type: TypeRef) -> StreamSwitch? {
    streamSwitch(key, in: type, depth: 0)
  }

  /// The body that a caller gives who wants a stream: the only variant that can ask, where all others are always
  /// answered in another way, else the whole; nil where nothing in it asks.
  package func streamContent(_ key: String, _ content: Content) -> Content? {
    guard [.json, .multipart, .urlEncoded].contains(content.coding) else { return nil }
    switch streamSwitch(key, in: content.type) {
    case nil: return nil
    case .variants(let id, let variants):
      guard case .union(let union) = self[id].kind, variants.count == 1 else { return content }
      let others = union.variants.indices.filter { $0 != variants[0].position }
      guard others.allSatisfy({ isNeverStreamed(union.variants[$0].type, key) }) else { return content }
      var narrow = content
      narrow.type = union.variants[variants[0].position].type
      return narrow
    case .property: return content
    }
  }

  /// What of a type asks for a stream, within so many unions.
  private func streamSwitch(_ key: String, in type: TypeRef, depth: Int) -> StreamSwitch? {
    guard case .declared(let id) = resolved(type) else { return nil }
    switch self[id].kind {
    case .structure(let structure):
      guard let index = structure.properties.firstIndex(where: { $0.key == key }) else { return nil }
      let property = structure.properties[index]
      guard !property.isDeprecated, property.direction != .response, resolved(property.type) == .scalar(.boolean) else {
        return nil
      }
      switch property.initial {
      case .constant(.boolean(true)), .standard, nil: return .property(id, index)
      case .constant: return nil
      }
    case .union(let union):
      guard depth < Self.nestedUnions else { return nil }
      let variants = union.variants.enumerated().compactMap { position, variant in
        streamSwitch(key, in: variant.type, depth: depth + 1).map { (position: position, inner: $0) }
      }
      return variants.isEmpty ? nil : .variants(id, variants)
    case .tuple, .enumeration, .alias: return nil
    }
  }

  /// Whether the property of a structure says that there is never a stream.
  private func isNeverStreamed(_ type: TypeRef, _ key: String) -> Bool {
    guard case .declared(let id) = resolved(type), case .structure(let structure) = self[id].kind else { return false }
    return structure.properties.contains { $0.key == key && $0.initial == .constant(.boolean(false)) }
  }
}
