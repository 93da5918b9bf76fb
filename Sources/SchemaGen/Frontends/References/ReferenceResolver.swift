import SchemaDocument
import SchemaSource

/// Finds what the references of one API's documents lead to: a place in the same document, in another file, in a
/// document on the network, or in a schema that calls itself by a URI (`$id`).
final class ReferenceResolver {
  /// How many references in a row a single one may lead through.
  private static let hopLimit = 64
  /// Pointers with more tokens than this lead deeper than any document that the readers accept.
  private static let tokenLimit = 1024
  /// Objects with more members than this get a table.
  private static let tableThreshold = 16

  /// The document that is being read.
  let document: LoadedDocument
  /// Opens the other documents.
  let library: (any DocumentLibrary)?
  /// The documents that references led to, with their failures.
  private var loaded: [DocumentLocation: Result<LoadedDocument, DocumentFailure>] = [:]
  /// All documents by the files that hold them.
  private var documents: [FileID: LoadedDocument]
  /// What reading the other documents had to tell.
  private(set) var report = Report()
  /// The documents as resources.
  private var roots: [FileID: SchemaResource] = [:]
  /// The resources and anchors of the documents that were looked through.
  private var indexes: [FileID: ResourceIndex] = [:]
  /// The schemas that call themselves by a URI, over all documents that were looked through.
  private var identified: [String: SchemaResource] = [:]
  /// Whether several schemas have a dynamic anchor, by its name and by how many documents there were.
  private var severalDynamicAnchors: [String: (documents: Int, answer: Bool)] = [:]
  /// The members of large objects.
  private var tables: [SourceSpan: [String: Node]] = [:]

  /// Whether the schemas among the document's components stand in the document itself.
  private(set) lazy var hasOwnComponents: Bool = {
    let components = document.root["components"]
    return components?["schemas"]?.members != nil && components?["$ref"] == nil
      && components?["schemas"]?["$ref"]?.string == nil
  }()

  /// Makes a resolver for a document; without a library nothing outside of the document is found.
  init(_ document: LoadedDocument, library: (any DocumentLibrary)?) {
    self.document = document
    self.library = library
    documents = [document.file.id: document]
  }

  /// The files of all documents that references led to.
  var files: Set<FileID> { Set(documents.keys) }

  /// The resource that the document as a whole is in which a value stands.
  func rootResource(at span: SourceSpan) -> SchemaResource { root(of: documents[span.file] ?? document) }

  /// The resource that begins with a schema with an `$id`, nil where the schema is only said to have one.
  func innerResource(at span: SourceSpan, in resource: SchemaResource) -> SchemaResource? {
    index(of: resource.document).resource(at: span)
  }

  /// What a reference leads to that stands in a resource.
  func target(of spelling: String, in resource: SchemaResource) -> Result<ReferenceTarget, ReferenceFailure> {
    target(of: spelling, in: resource, hops: 0)
  }

  /// Whether several schemas have a dynamic anchor of a name, over all documents that references led to.
  func hasSeveralDynamicAnchors(_ name: String) -> Bool {
    if let known = severalDynamicAnchors[name], known.documents == documents.count { return known.answer }
    let answer = dynamicAnchorCount(name) > 1
    severalDynamicAnchors[name] = (documents.count, answer)
    return answer
  }

  /// How many schemas have a dynamic anchor of a name.
  private func dynamicAnchorCount(_ name: String) -> Int {
    var count = 0
    for file in documents.keys.sorted(by: { $0.index < $1.index }) {
      guard let document = documents[file] else { continue }
      count += index(of: document).all.count { $0.dynamicAnchors[name] != nil }
    }
    return count
  }

  /// A value that stands in a resource's document as a target, nil where it is not found there.
  func target(at node: Node, in resource: SchemaResource) -> ReferenceTarget? {
    var target = root(of: resource.document).target
    while target.node.span != node.span {
      guard let (token, next) = target.node.child(around: node.span) else { return nil }
      target.node = next
      target.pointer.tokens.append(token)
    }
    target.resource = resource
    return target
  }

  /// What a reference leads to, as the last of several in a row.
  private func target(
    of spelling: String,
    in resource: SchemaResource,
    hops: Int
  ) -> Result<ReferenceTarget, ReferenceFailure> {
    guard hops < Self.hopLimit else { return .failure(.circular) }
    let reference = URIReference(spelling)
    return self.resource(for: reference, from: resource).flatMap { found in
      guard let fragment = reference.fragment, !fragment.isEmpty else { return .success(found.target) }
      if let pointer = JSONPointer(reference: "#" + fragment) { return walk(pointer, from: found.target, hops: hops) }
      let name = PathText.withoutPercentEscapes(fragment)
      _ = index(of: found.document)
      if let place = found.anchors[name] { return .success(found.target(at: place)) }
      // The slash in front is easily forgotten: `other.yaml#definitions/A`.
      guard name.contains("/"), let pointer = JSONPointer(reference: "#/" + fragment) else {
        return .failure(.nothingThere)
      }
      return walk(pointer, from: found.target, hops: hops)
    }
  }

  /// The resource that a reference names, its fragment aside.
  private func resource(
    for reference: URIReference,
    from resource: SchemaResource
  ) -> Result<SchemaResource, ReferenceFailure> {
    if reference.isFragmentOnly { return .success(resource) }
    _ = index(of: resource.document)
    let absolute = reference.withoutFragment.resolved(against: resource.base)
    if let known = identified[absolute.text] { return .success(known) }
    var missing: ReferenceFailure?
    if let path = filePath(of: reference, from: resource.document.location) {
      switch self.document(at: .file(path)) {
      case .success(let document): return .success(root(of: document))
      case .failure(.missing) where absolute.scheme != "file":
        missing = .document(.missing, path: path)
      case .failure(let failure): return .failure(.document(failure, path: path))
      }
    }
    if let document = library?.document(identifiedBy: absolute.text) {
      add(document)
      return .success(identified[absolute.text] ?? root(of: document))
    }
    guard absolute.isRemote else { return .failure(missing ?? .unknownIdentifier) }
    return self.document(at: .remote(absolute.text)).map { root(of: $0) }.mapError {
      .document($0, path: absolute.text)
    }
  }

  /// The file that a reference names; nil where it names none.
  private func filePath(of reference: URIReference, from location: DocumentLocation) -> String? {
    switch (reference.scheme, location) {
    case ("file", .file): return PathText.withoutDots(PathText.withoutPercentEscapes(reference.path))
    case (nil, .file(let path)) where reference.authority == nil && !reference.path.isEmpty:
      return PathText.beside(path, PathText.withoutPercentEscapes(reference.path))
    default: return nil
    }
  }

  /// The document at a place, opened the first time.
  private func document(at location: DocumentLocation) -> Result<LoadedDocument, DocumentFailure> {
    if location == document.location { return .success(document) }
    if let known = loaded[location] { return known }
    guard let library else { return .failure(location.isRemote ? .notAllowed : .missing) }
    let found = library.document(at: location).map { $0.file.id == document.file.id ? document : $0 }
    loaded[location] = found
    if case .success(let document) = found { add(document) }
    return found
  }

  /// Notes a document, with the identifiers in it.
  private func add(_ document: LoadedDocument) {
    if documents[document.file.id] == nil {
      documents[document.file.id] = document
      report.merge(document.report)
    }
    _ = index(of: document)
  }

  /// A document as a resource.
  private func root(of document: LoadedDocument) -> SchemaResource {
    if let root = roots[document.file.id] { return root }
    let root = ResourceIndex.rootResource(of: document)
    roots[document.file.id] = root
    return root
  }

  /// The resources of a document, found the first time.
  private func index(of document: LoadedDocument) -> ResourceIndex {
    if let index = indexes[document.file.id] { return index }
    let index = ResourceIndex(of: document, root: root(of: document))
    indexes[document.file.id] = index
    for (uri, resource) in index.resources where identified[uri] == nil && !resource.isNamedByPlace {
      identified[uri] = resource
    }
    return index
  }

  /// The place that a pointer names within a resource. References on the way are followed, as tools do that put
  /// documents together before they look.
  private func walk(
    _ pointer: JSONPointer,
    from start: ReferenceTarget,
    hops: Int
  ) -> Result<ReferenceTarget, ReferenceFailure> {
    guard pointer.tokens.count <= Self.tokenLimit else { return .failure(.nothingThere) }
    var current = start
    var hops = hops
    for token in pointer.tokens {
      while child(of: current.node, token) == nil, let text = child(of: current.node, "$ref")?.string {
        hops += 1
        switch target(of: text, in: current.resource, hops: hops) {
        case .success(let next): current = next
        case .failure(let failure): return .failure(failure)
        }
      }
      guard let next = child(of: current.node, token) else { return .failure(.nothingThere) }
      current.node = next
      current.pointer.tokens.append(token)
      if child(of: next, "$id")?.string != nil, let inner = innerResource(at: next.span, in: current.resource) {
        current.resource = inner
      }
    }
    return .success(current)
  }

  /// The member or element of a node that a token names; large objects are searched through a table.
  private func child(of node: Node, _ token: String) -> Node? {
    switch node.value {
    case .array(let elements):
      guard let position = Int(token), elements.indices.contains(position) else { return nil }
      return elements[position]
    case .object(let members) where members.count > Self.tableThreshold:
      if let table = tables[node.span] { return table[token] }
      let table = Dictionary(members.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
      tables[node.span] = table
      return table[token]
    case .object: return node[token]
    default: return nil
    }
  }
}

extension DocumentLocation {
  /// Whether the document is on the network.
  fileprivate var isRemote: Bool { if case .remote = self { true } else { false } }
}

extension Node {
  /// The member or element that holds a place, found by bisection: they stand in the order of the document.
  fileprivate func child(around span: SourceSpan) -> (token: String, node: Node)? {
    /// How many of the values begin at or before the place.
    func count(_ total: Int, start: (Int) -> Int) -> Int {
      var (low, high) = (0, total)
      while low < high {
        let middle = (low + high) / 2
        if start(middle) <= span.start { low = middle + 1 } else { high = middle }
      }
      return low
    }
    let found: (String, Node)?
    switch value {
    case .array(let elements):
      let index = count(elements.count) { elements[$0].span.start } - 1
      found = index < 0 ? nil : (String(index), elements[index])
    case .object(let members):
      let index = count(members.count) { members[$0].value.span.start } - 1
      found = index < 0 ? nil : (members[index].key, members[index].value)
    default: found = nil
    }
    return found.flatMap { $0.1.span.file == span.file && span.end <= $0.1.span.end ? $0 : nil }
  }
}
