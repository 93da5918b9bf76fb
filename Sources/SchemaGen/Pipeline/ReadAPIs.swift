import SchemaSource

/// The documents of a run, read, and put together by the APIs that they describe.
struct ReadAPIs {
  /// The files that the run knows: the inputs, and what they refer to.
  private(set) var sources: SourceMap
  /// The documents of each API, in the order of the APIs' names.
  let apis: [(name: String, documents: [ReadDocument])]

  /// Reads documents, each by itself, so that one large API keeps every processor busy. They count in the order of their
  /// paths, however they are given.
  init(
    _ documents: [InputDocument],
    sources: SourceMap,
    access: DocumentAccess,
    progress: Generator.Progress? = nil
  ) {
    let inputs = documents.sorted { $0.path < $1.path }
    var sources = sources
    let files = inputs.map { sources.add(path: $0.path, bytes: $0.bytes) }
    let store = DocumentStore(files, count: sources.files.count, access: access)
    let counter = Counter(total: inputs.count, progress: progress)
    let read = Workers.map(Array(zip(inputs, files))) { document, file in
      defer { counter.step() }
      return ReadDocument(document, file, library: store)
    }
    for document in read where document.file.isExtracted { sources.replace(document.file) }
    for document in read { sources.secrets.formUnion(document.secrets) }
    // Only now is it known which documents are but parts of others.
    let documents = Self.whole(read, store)
    sources.add(store.more)
    self.sources = sources
    let groups = Dictionary(grouping: documents, by: \.document.api).sorted { $0.key < $1.key }
    apis = groups.map { (name: $0.key, documents: $0.value) }
  }

  /// The documents without those that others refer to and that are no API's by themselves, each with the name of its
  /// API.
  private static func whole(_ read: [ReadDocument], _ store: DocumentStore) -> [ReadDocument] {
    var documents = read.filter { !store.isPart($0.file) }
    let unknown = documents.filter(\.mayBePart)
    if !unknown.isEmpty, unknown.count < documents.count {
      let candidates = Set(unknown.map(\.file.id))
      store.claimMentioned(among: unknown.map(\.file), by: read.map(\.file).filter { !candidates.contains($0.id) })
      documents = documents.filter { !store.isPart($0.file) }
    }
    guard documents.count < read.count else { return read }
    var groups: [InputGroup] = []
    var known: Set<InputGroup> = []
    for group in documents.compactMap(\.document.group) where known.insert(group).inserted { groups.append(group) }
    let names = Dictionary(uniqueKeysWithValues: zip(groups, APINames.names(of: groups)))
    for index in documents.indices {
      if let group = documents[index].document.group, let name = names[group] { documents[index].document.api = name }
    }
    return documents
  }
}
