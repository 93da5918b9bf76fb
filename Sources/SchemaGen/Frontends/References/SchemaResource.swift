import SchemaDocument

/// A document, or a schema in it with an `$id` of its own (JSON Schema 2020-12, section 4.3.5).
final class SchemaResource {
  /// Where a resource begins, or an anchor stands.
  struct Place {
    /// The value there.
    var node: Node
    /// The way to it from the document's root.
    var pointer: JSONPointer
  }

  /// What references in the resource are relative to (RFC 3986, section 5.1).
  let base: URIReference
  /// The resource's own schema.
  let place: Place
  /// The document that holds the resource.
  let document: LoadedDocument
  /// What `$anchor`, `$dynamicAnchor` and an `$id` that is but a fragment name (section 8.2.2).
  var anchors: [String: Place] = [:]
  /// What `$dynamicAnchor` names, and under the empty name the schema with `$recursiveAnchor: true` (2019-09, section
  /// 8.2.4.2.2).
  var dynamicAnchors: [String: Place] = [:]

  /// Makes a resource without anchors.
  init(base: URIReference, place: Place, document: LoadedDocument) {
    self.base = base
    self.place = place
    self.document = document
  }

  /// Whether the resource is a whole document that says nothing of what it is called.
  var isNamedByPlace: Bool {
    place.pointer.tokens.isEmpty && document.root["$id"]?.string == nil && document.root["$self"]?.string == nil
  }

  /// The resource itself as a target.
  var target: ReferenceTarget { target(at: place) }

  /// A place in the resource as a target.
  func target(at place: Place) -> ReferenceTarget {
    ReferenceTarget(node: place.node, document: document, pointer: place.pointer, resource: self)
  }
}
