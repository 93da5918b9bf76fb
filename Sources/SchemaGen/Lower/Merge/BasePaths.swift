import SchemaDescription

/// Writes the paths of several documents for one base URL: `https://host/v1` with `/chat` is `https://host` with
/// `/v1/chat`.
enum BasePaths {
  /// Changes the operations' paths so that they follow the base URL of the first document that has one, and collects the
  /// base URLs that go with them. An operation that cannot follow it keeps its document's.
  static func align(_ descriptions: inout [APIDescription], servers: inout [ServerDescription]) {
    guard descriptions.count > 1, let main = descriptions.lazy.compactMap(\.servers.first).first else { return }
    let base = path(of: main.url)
    servers = []
    for index in descriptions.indices {
      for server in descriptions[index].servers {
        let own = path(of: server.url)
        var server = server
        if own != base {
          guard server.url.hasSuffix(own), own.hasPrefix(base) || base.hasPrefix(own) else { continue }
          server.url = server.url.dropLast(own.count) + base
        }
        if !servers.contains(where: { $0.url == server.url }) { servers.append(server) }
      }
      followBase(main, &descriptions[index].operations)
      guard let server = descriptions[index].servers.first else { continue }
      let own = path(of: server.url)
      guard own != base else { continue }
      for position in descriptions[index].operations.indices {
        guard descriptions[index].operations[position].kind == .call,
          descriptions[index].operations[position].servers.isEmpty
        else { continue }
        if let path = relative(descriptions[index].operations[position].path, to: base, from: own) {
          descriptions[index].operations[position].path = path
        } else {
          descriptions[index].operations[position].servers = [server]
        }
      }
    }
  }

  /// Leaves out the servers of operations that are the API's own, with another part of its base path.
  private static func followBase(_ main: ServerDescription, _ operations: inout [OperationDescription]) {
    let base = path(of: main.url)
    let origin = main.url.dropLast(base.utf8.count)
    for index in operations.indices where operations[index].kind == .call {
      guard operations[index].servers.count == 1, let url = operations[index].servers.first?.url else { continue }
      let own = path(of: url)
      guard !origin.isEmpty, url.dropLast(own.utf8.count) == origin,
        let path = relative(operations[index].path, to: base, from: own)
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
}
