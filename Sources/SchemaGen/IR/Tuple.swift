/// A type that is an array on the wire, with a type of its own for each of the first elements.
package struct Tuple: Hashable, Sendable {
  /// One of the first elements.
  package struct Element: Hashable, Sendable {
    /// What the property's name is made from.
    package var name: String
    package var type: TypeRef
    /// Whether an array may end before the element.
    package var presence: Presence
    package var documentation: String?

    package init(name: String, type: TypeRef, presence: Presence, documentation: String? = nil) {
      self.name = name
      self.type = type
      self.presence = presence
      self.documentation = documentation
    }
  }

  /// The first elements; none follows an optional one that is required.
  package var elements: [Element]
  /// What becomes of elements behind these.
  package var others: AdditionalProperties

  package init(elements: [Element], rest: TypeRef? = nil) {
    self.elements = elements
    others = rest.map { .kept($0) } ?? .ignored
  }

  /// The type of the elements behind these; nil where none are kept.
  package var rest: TypeRef? {
    get { if case .kept(let type) = others { type } else { nil } }
    set { if let newValue { others = .kept(newValue) } else if case .kept = others { others = .ignored } }
  }
}
