import SchemaIR
import SchemaSource

/// Which types conform to the protocols that the configuration adds.
struct ConformanceTable {
  /// Protocols that generated types have anyway.
  private static let given: Set<String> = [
    "Codable", "Decodable", "Encodable", "Equatable", "Hashable", "RawRepresentable", "Sendable",
  ]

  /// The protocols, each once.
  private var types: [ExternalType] = []
  /// Indices into `types`, by the declarations' indices; nil where nothing is configured.
  private var added: [[Int]]?
  /// Entries that no declaration's path matches.
  private(set) var unused: [Located<NamePattern>] = []

  /// Matches the paths of all declarations.
  init(_ conformances: [Conformance], in api: API) {
    let conformances = conformances.filter { $0.type.module != nil || !Self.given.contains($0.type.name) }
    guard !conformances.isEmpty else { return }
    let needsPaths = conformances.contains { !$0.schemas.isEmpty }
    let paths = needsPaths ? DeclarationPaths(api) : nil
    var added: [[Int]] = api.declarations.map { _ in [] }
    for conformance in conformances {
      let index = types.firstIndex(of: conformance.type) ?? types.count
      if index == types.count { types.append(conformance.type) }
      var isUsed = conformance.schemas.map { _ in false }
      for id in api.declarations.indices {
        if case .alias = api.declarations[id].kind { continue }
        var isMeant = conformance.schemas.isEmpty
        for (entry, pattern) in conformance.schemas.enumerated()
        where paths.map({ pattern.value.matches($0[id]) }) == true {
          isUsed[entry] = true
          isMeant = true
        }
        if isMeant, !added[id].contains(index) { added[id].append(index) }
      }
      unused += zip(conformance.schemas, isUsed).filter { !$0.1 }.map(\.0)
    }
    self.added = added
  }

  /// What follows a declaration's own protocols, beginning with a comma; empty where nothing is added.
  func clause(of id: DeclID) -> String {
    guard let added else { return "" }
    return added[id.index].map { ", " + name(types[$0]) }.joined()
  }

  /// The modules that a declaration's added protocols come from.
  func imports(of id: DeclID) -> Imports {
    guard let added else { return [] }
    return added[id.index].reduce(into: []) { imports, index in
      if let module = types[index].module { imports.formUnion(Imports(module)) }
    }
  }

  /// The protocol with its module in front.
  private func name(_ type: ExternalType) -> String { (type.module.map { $0 + "." } ?? "") + type.name }
}
