import SchemaDescription

/// Writes the paths of several documents for one base URL: `https://host/v1` with `/chat` is `https://host` with
/// `/v1/chat`.
enum BasePaths {
  /// Changes the operations' paths so that they follow one base URL, that of the host which most operations have, and
  /// collects the base URLs that go with them. An operation that cannot follow it, or that only another host is known
  /// to answer, keeps its document's.
  static func align(_ descriptions: inout [APIDescription], servers: inout [ServerDescription]) {
    guard descriptions.count > 1, let main = main(of: descriptions) else { return }
    let base = path(of: main.url)
    let host = origin(of: main.url)
    servers = []
    add(main, to: &servers)
    for index in descriptions.indices {
      for server in descriptions[index].servers {
        let own = path(of: server.url)
        var server = server
        if own != base {
          guard server.url.hasSuffix(own), own.hasPrefix(base) || base.hasPrefix(own) else { continue }
          server.url = server.url.dropLast(own.count) + base
        }
        add(server, to: &servers)
      }
      followBase(main, &descriptions[index].operations)
      guard let server = server(of: descriptions[index], on: host) else { continue }
      let own = path(of: server.url)
      let isElsewhere = isElsewhere(server.url, than: host)
      guard own != base || isElsewhere else { continue }
      for position in descriptions[index].operations.indices {
        guard descriptions[index].operations[position].kind == .call,
          descriptions[index].operations[position].servers.isEmpty
        else { continue }
        if !isElsewhere, let path = relative(descriptions[index].operations[position].path, to: base, from: own) {
          descriptions[index].operations[position].path = path
        } else {
          descriptions[index].operations[position].servers = [server]
        }
      }
    }
  }

  /// The base URL that counts: the first one of the host that most operations have. What is added later is rarely more,
  /// so that it changes nothing. A host that only its own machine reaches counts where there is no other.
  private static func main(of descriptions: [APIDescription]) -> ServerDescription? {
    var counts: [String: Int] = [:]
    var found: [(server: ServerDescription, host: String)] = []
    for description in descriptions {
      guard let server = description.servers.first else { continue }
      let host = origin(of: server.url)
      if counts[host] == nil { found.append((server, host)) }
      counts[host, default: 0] += description.operations.count
    }
    let reachable = found.filter { !isLocal($0.host) }
    let candidates = reachable.isEmpty ? found : reachable
    let most = candidates.map { counts[$0.host] ?? 0 }.max()
    return candidates.first { counts[$0.host] == most }?.server
  }

  /// The base URL that a document has for its operations: its first on a host, else its first.
  private static func server(of description: APIDescription, on host: String) -> ServerDescription? {
    description.servers.first { origin(of: $0.url) == host } ?? description.servers.first
  }

  /// Adds a base URL once.
  private static func add(_ server: ServerDescription, to servers: inout [ServerDescription]) {
    if !servers.contains(where: { $0.url == server.url }) { servers.append(server) }
  }

  /// Leaves out the servers of operations that are the API's own, with another part of its base path.
  private static func followBase(_ main: ServerDescription, _ operations: inout [OperationDescription]) {
    let base = path(of: main.url)
    let host = origin(of: main.url)
    for index in operations.indices where operations[index].kind == .call {
      guard operations[index].servers.count == 1, let url = operations[index].servers.first?.url else { continue }
      guard !host.isEmpty, origin(of: url) == host,
        let path = relative(operations[index].path, to: base, from: path(of: url))
      else { continue }
      operations[index].path = path
      operations[index].servers = []
    }
  }

  /// A path below one base path as one below another; nil where it is not below that.
  private static func relative(_ path: String, to base: String, from own: String) -> String? {
    let full = own + path
    if base.isEmpty { return full }
    guard full.hasPrefix(base) else { return nil }
    let rest = full.dropFirst(base.count)
    return rest.isEmpty || rest.hasPrefix("/") ? String(rest) : nil
  }

  /// The path of a URL, without a slash at its end: empty for a host alone.
  static func path(of url: String) -> String {
    var rest = url[...]
    if let scheme = rest.firstRange(of: "://") {
      rest = rest[scheme.upperBound...]
      rest = rest.firstIndex(of: "/").map { rest[$0...] } ?? ""
    } else if !rest.hasPrefix("/") {
      rest = rest.firstIndex(of: "/").map { rest[$0...] } ?? ""
    }
    while rest.hasSuffix("/") { rest.removeLast() }
    return String(rest)
  }

  /// The host of a URL with its port, in lower case; empty for a path alone. Whether it is asked by TLS makes no other
  /// host.
  static func origin(of url: String) -> String {
    guard let scheme = url.firstRange(of: "://") else {
      return url.hasPrefix("/") ? "" : url.prefix { $0 != "/" }.lowercased()
    }
    return url[scheme.upperBound...].prefix { $0 != "/" }.lowercased()
  }

  /// Whether a base URL is that of another host, which others can reach.
  private static func isElsewhere(_ url: String, than host: String) -> Bool {
    let own = origin(of: url)
    return own != host && !own.isEmpty && !host.isEmpty && !isLocal(own) && !own.contains("{")
  }

  /// Whether a host is reached from its own machine or network alone (RFC 6761, section 6.3; RFC 1918, section 3).
  private static func isLocal(_ host: String) -> Bool {
    let name = host.hasPrefix("[") ? host.prefix { $0 != "]" }.dropFirst() : host.prefix { $0 != ":" }
    if ["localhost", "0.0.0.0", "::1"].contains(where: { $0 == name }) { return true }
    if [".localhost", ".local"].contains(where: name.hasSuffix) { return true }
    let numbers = name.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
    guard numbers.count == 4, let first = numbers[0], let second = numbers[1] else { return false }
    return first == 127 || first == 10 || first == 192 && second == 168 || first == 172 && (16...31).contains(second)
  }
}
