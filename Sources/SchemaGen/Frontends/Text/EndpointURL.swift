/// A path or URL taken apart: where the server is, what the path template is, and what the query holds.
struct EndpointURL {
  /// The scheme and the host, without a slash at its end; nil where the text is a path or begins with a variable.
  var server: String?
  /// A name and a password that stand before the host (RFC 3986, section 3.2.1); they are no part of the server.
  var userInfo: String?
  /// The path template, beginning with a slash, parameters in braces.
  var path: String
  /// The names and values of the query, as they stand.
  var query: [(name: String, value: String)] = []

  /// Takes a text apart: `/path`, `https://host/path`, `{{VARIABLE}}/path`; nil where it is none of these.
  init?(_ text: some StringProtocol) {
    var rest = Substring(text)
    if let scheme = ["https://", "http://", "wss://", "ws://"].first(where: { rest.begins(with: $0) }) {
      let host = rest.dropping(bytes: scheme.utf8.count).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
      guard !host.isEmpty else { return nil }
      rest = rest[host.endIndex...]
      let name = host.lastIndex(of: "@").map { host[host.index(after: $0)...] } ?? host
      if name.startIndex > host.startIndex { userInfo = String(host[..<name.startIndex].dropLast()) }
      if !name.contains("{"), !name.isEmpty { server = scheme + name }
    } else if rest.begins(with: "{{"), let close = rest.firstIndex(of: "}") {
      rest = rest[close...].drop { $0 == "}" }
      guard rest.isEmpty || rest.begins(with: "/") else { return nil }
    } else if !rest.begins(with: "/") {
      return nil
    }
    rest = rest.prefix { $0 != "#" }
    if let mark = rest.firstIndex(of: "?") {
      for pair in rest[rest.index(after: mark)...].split(separator: "&") {
        let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard let name = parts.first, !name.isEmpty else { continue }
        query.append((String(name), parts.count > 1 ? String(parts[1]) : ""))
      }
      rest = rest[..<mark]
    }
    path = Self.template(rest)
  }

  /// The names in braces, in order, each once.
  var pathParameters: [String] {
    var names: [String] = []
    var known: Set<String> = []
    var rest = path[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: open)..<close])
      if !name.isEmpty, known.insert(name).inserted { names.append(name) }
      rest = rest[rest.index(after: close)...]
    }
    return names
  }

  /// The base URL without the end of its path that the operation's path repeats: `https://h/v1` and `/v1/x` give
  /// `https://h`.
  static func server(_ base: String, for path: String) -> String {
    var base = base[...]
    while base.hasSuffix("/") { base = base.dropLast() }
    guard let scheme = base.firstByteOffset(of: "://"),
      let start = base.dropping(bytes: scheme + 3).firstIndex(of: "/")
    else { return String(base) }
    var cut = start
    while cut < base.endIndex {
      let suffix = base[cut...]
      if path == suffix || path.hasPrefix("\(suffix)/") { return String(base[..<cut]) }
      guard let next = base[base.index(after: cut)...].firstIndex(of: "/") else { break }
      cut = next
    }
    return String(base)
  }

  /// The base URL of a request whose path ends with an operation's path; nil where it does not, or has no server.
  func base(for template: String) -> String? {
    guard let server else { return nil }
    let own = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    let wanted = template.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    guard own.count >= wanted.count else { return nil }
    let isSame = zip(own.suffix(wanted.count), wanted).allSatisfy { $0 == $1 || $1.contains("{") }
    guard isSame else { return nil }
    return ([server] + own.dropLast(wanted.count).map(String.init)).joined(separator: "/")
  }

  /// A path with its parameters in single braces: `/{{id}}`, `/:id` and `/<id>` become `/{id}`.
  private static func template(_ path: Substring) -> String {
    var segments: [String] = []
    for segment in path.split(separator: "/", omittingEmptySubsequences: false) {
      var segment = String(segment)
      while segment.contains("{{") || segment.contains("}}") {
        segment = segment.replacing("{{", with: "{").replacing("}}", with: "}")
      }
      if segment.hasPrefix(":"), segment.dropFirst().unicodeScalars.allSatisfy(\.isWordPart), segment.count > 1 {
        segment = "{\(segment.dropFirst())}"
      } else if segment.hasPrefix("<"), segment.hasSuffix(">"), segment.count > 2 {
        segment = "{\(segment.dropFirst().dropLast())}"
      }
      segments.append(segment)
    }
    let joined = segments.joined(separator: "/")
    return joined.hasPrefix("/") ? joined : "/" + joined
  }
}
