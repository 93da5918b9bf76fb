import SchemaDescription

extension Lowering {
  /// Brings the descriptions of one API to the same division of addresses into server and path: `https://host/v1` with
  /// `/chat` in one document is `https://host` with `/v1/chat` in another. The base URLs that documents state win, and
  /// operations that another server answers keep it.
  static func alignServers(_ descriptions: [APIDescription]) -> [APIDescription] {
    guard descriptions.count > 1 else { return descriptions }
    let bases = bases(of: descriptions)
    let aligned = descriptions.map { align($0, to: bases) }
    // What the whole API's server answers need not be said of each operation.
    let main = aligned.lazy.compactMap { $0.servers.first?.url }.first
    return aligned.map { description in
      var description = description
      for index in description.operations.indices where description.operations[index].servers.first?.url == main {
        description.operations[index].servers = []
      }
      return description
    }
  }

  /// Gives each operation of a description its server, and moves the beginning of its path there where a base URL has
  /// it.
  private static func align(_ description: APIDescription, to bases: [String: [Base]]) -> APIDescription {
    guard let own = description.servers.first, own.url.contains("://") else { return description }
    var description = description
    var usesOwn = description.operations.isEmpty
    for index in description.operations.indices where description.operations[index].kind == .call {
      let operation = description.operations[index]
      let server = operation.servers.first ?? own
      var aligned = server
      if let base = bases[server.url]?.first(where: { operation.path.hasPrefix($0.path + "/") }) {
        description.operations[index].path = String(operation.path.dropFirst(base.path.count))
        aligned = base.server
      }
      description.operations[index].servers = [aligned]
      usesOwn = usesOwn || aligned.url == own.url
    }
    // A base URL took its place.
    if !usesOwn { description.servers.removeFirst() }
    return description
  }

  /// A base URL with a path, and that path.
  private struct Base {
    var path: String
    var server: ServerDescription
  }

  /// The stated base URLs that have a path, by what stands before the path; the longest path first.
  private static func bases(of descriptions: [APIDescription]) -> [String: [Base]] {
    var bases: [String: [Base]] = [:]
    var known: Set<String> = []
    for server in descriptions.flatMap(\.servers) where known.insert(server.url).inserted {
      let parts = server.url.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
      guard parts.count == 4, parts[1].isEmpty, !parts[3].isEmpty else { continue }
      bases[parts[..<3].joined(separator: "/"), default: []].append(Base(path: "/\(parts[3])", server: server))
    }
    return bases.mapValues { bases in bases.sorted { $0.path.utf8.count > $1.path.utf8.count } }
  }
}
