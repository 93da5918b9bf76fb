import SchemaDocument
import SchemaSource

/// The schema resources of a document and the anchors in them.
///
/// The document is walked by position: what stands in examples, defaults and enumerated values is a value, and what
/// stands in `properties` is a property, whatever they are called.
struct ResourceIndex {
  /// The resource that is the document as a whole.
  let root: SchemaResource
  /// All resources by their URIs without fragment.
  let resources: [String: SchemaResource]
  /// The resources within the document by where their schemas stand.
  private let inner: [SourceSpan: SchemaResource]

  /// Values in which nothing is a schema.
  private static let values: Set<String> = ["enum", "const", "default", "example", "examples"]

  /// Objects whose keys are names.
  private static let maps: Set<String> = [
    "properties", "patternProperties", "$defs", "definitions", "dependentSchemas", "schemas", "responses", "parameters",
    "requestBodies", "headers", "securitySchemes", "securityDefinitions", "links", "callbacks", "pathItems", "paths",
    "webhooks", "content", "mediaTypes",
  ]

  /// Walks a document; `root` is made for it by `rootResource`.
  init(of document: LoadedDocument, root: SchemaResource) {
    self.root = root
    var walk = Walk()
    walk.resources[root.base.withoutFragment.text] = root
    walk.visit(document.root, isMap: false, in: root)
    resources = walk.resources
    inner = walk.inner
  }

  /// The resource that a document is as a whole. Its base is what `$self` (OpenAPI 3.2, section 4.1.2.2) or `$id` says
  /// or, without either, where it was found.
  static func rootResource(of document: LoadedDocument) -> SchemaResource {
    let place =
      switch document.location {
      case .file(let path): URIReference(filePath: path)
      case .remote(let uri): URIReference(uri)
      }
    let own = (document.root["$self"] ?? document.root["$id"])?.string.map { URIReference($0).withoutFragment }
    let base = own.map { $0.resolved(against: place) } ?? place
    let start = SchemaResource.Place(node: document.root, pointer: JSONPointer([]))
    return SchemaResource(base: base, place: start, document: document)
  }

  /// The document and the resources in it.
  var all: [SchemaResource] { [root] + inner.values }

  /// The resource that begins with the schema at a place, nil where none does.
  func resource(at span: SourceSpan) -> SchemaResource? { inner[span] }

  /// The state of walking a document.
  private struct Walk {
    var resources: [String: SchemaResource] = [:]
    var inner: [SourceSpan: SchemaResource] = [:]
    /// The way to the node that is being visited.
    var tokens: [String] = []

    /// Visits a node and what it holds; `isMap` says that its keys are names.
    mutating func visit(_ node: Node, isMap: Bool, in resource: SchemaResource) {
      switch node.value {
      case .array(let elements):
        for (position, element) in elements.enumerated() {
          tokens.append(String(position))
          visit(element, isMap: false, in: resource)
          tokens.removeLast()
        }
      case .object(let members):
        let resource = isMap ? resource : enter(node, members, from: resource)
        for member in members where isMap || !ResourceIndex.values.contains(member.key) {
          tokens.append(member.key)
          visit(member.value, isMap: !isMap && ResourceIndex.maps.contains(member.key), in: resource)
          tokens.removeLast()
        }
      default: break
      }
    }

    /// Notes the identifiers and anchors of an object; the resource that it is part of.
    private mutating func enter(_ node: Node, _ members: [Member], from outer: SchemaResource) -> SchemaResource {
      var resource = outer
      let here = SchemaResource.Place(node: node, pointer: JSONPointer(tokens))
      if !tokens.isEmpty, let text = node["$id"]?.string {
        let id = URIReference(text)
        if id.isFragmentOnly {
          // Draft 6 and 7 spell an anchor like this.
          if let name = id.fragment, !name.isEmpty { outer.anchors[name] = here }
        } else {
          let base = id.withoutFragment.resolved(against: outer.base)
          resource = SchemaResource(base: base, place: here, document: outer.document)
          if resources[base.text] == nil { resources[base.text] = resource }
          inner[node.span] = resource
        }
      }
      for member in members {
        switch member.key {
        case "$anchor": if let name = member.value.string { resource.anchors[name] = here }
        case "$dynamicAnchor":
          guard let name = member.value.string else { continue }
          resource.anchors[name] = here
          resource.dynamicAnchors[name] = here
        case "$recursiveAnchor" where member.value.boolean == true: resource.dynamicAnchors[""] = here
        default: continue
        }
      }
      return resource
    }
  }
}
