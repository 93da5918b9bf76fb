import SchemaDocument
import SchemaSource

/// An address as a collection writes it: variables for hosts, and `:name` for parts of the path.
struct PostmanURL {
  /// The base URL: what the first variable holds, or the scheme and the host; nil where neither is known.
  private(set) var server: String?
  /// A name and a password that stand before the host; they are no part of the server.
  private(set) var userInfo: String?
  /// The path, beginning with a slash, parameters in braces.
  private(set) var path = "/"
  /// The names and values behind the question mark, as they stand.
  private(set) var query: [(name: String, value: String)] = []
  /// Values of the path's parameters that variables give.
  private(set) var values: [(name: String, value: String)] = []

  /// Segments of more bytes are taken as they are.
  private static let segmentLimit = 4096

  /// Names of variables that hold a part of the path rather than a value in it.
  private static let partNames = ["version", "prefix", "basepath", "base_path", "apipath", "api_path"]

  /// Takes an address apart; nil where there is none.
  init?(_ text: String, variables: PostmanVariables) {
    var head = text[...].trimmed
    if let mark = head.firstIndex(of: "#") { head = head[..<mark] }
    if let mark = head.firstIndex(of: "?") {
      for pair in head[head.index(after: mark)...].split(separator: "&") {
        let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        if let name = parts.first, !name.isEmpty {
          query.append((String(name), parts.count > 1 ? String(parts[1]) : ""))
        }
      }
      head = head[..<mark]
    }
    guard !head.isEmpty else { return nil }
    addPath(of: takeServer(head, variables), variables)
  }

  /// Takes the server away from an address and returns the path behind it.
  private mutating func takeServer(_ head: Substring, _ variables: PostmanVariables) -> Substring {
    if head.hasPrefix("/") { return head }
    if head.hasPrefix("{{"), let end = head.firstByteOffset(of: "}}") {
      let rest = head.dropping(bytes: end + 2)
      let known = variables.resolve(String(head.prefix(bytes: end + 2)))
      // A whole base URL stays together, whatever path it has.
      if rest.isEmpty || rest.hasPrefix("/"), !known.contains("{{") { return takeBase(known[...], before: rest) }
    }
    let resolved: Substring
    if head.hasPrefix("{{"), let end = head.firstByteOffset(of: "}}"), head.dropping(bytes: end).hasPrefix("}}://") {
      let scheme = variables.resolve(String(head.prefix(bytes: end + 2)))
      resolved = (scheme.contains("{{") ? "https" : scheme)[...] + head.dropping(bytes: end + 2)
    } else {
      resolved = head
    }
    let afterScheme = resolved.firstByteOffset(of: "://").map { resolved.dropping(bytes: $0 + 3) } ?? resolved
    let host = afterScheme.prefix { $0 != "/" }
    let path = afterScheme[host.endIndex...]
    let scheme = resolved[..<afterScheme.startIndex]
    setServer("\(scheme.isEmpty ? "http://" : scheme)\(variables.resolve(String(host)))")
    return path
  }

  /// Takes a base URL that a variable holds.
  private mutating func takeBase(_ base: Substring, before path: Substring) -> Substring {
    if base.hasPrefix("/") { return base + path }
    setServer(base.contains("://") ? String(base) : "http://\(base)")
    return path
  }

  /// Sets the server unless a part of it is not known.
  private mutating func setServer(_ url: String) {
    var url = url[...].trimmed
    while url.hasSuffix("/") { url = url.dropLast() }
    takeUserInfo(from: &url)
    guard !url.contains("{"), !url.hasSuffix(":"), !url.contains(where: \.isWhitespace) else { return }
    server = String(url)
  }

  /// Takes a name and a password out of a base URL.
  private mutating func takeUserInfo(from url: inout Substring) {
    let start = url.firstByteOffset(of: "://").map { $0 + 3 } ?? 0
    let authority = url.dropping(bytes: start).prefix { $0 != "/" }
    guard let mark = authority.lastIndex(of: "@") else { return }
    userInfo = String(authority[..<mark])
    url = (url.prefix(bytes: start) + url[url.index(after: mark)...])[...]
  }

  /// Makes the template of a path.
  private mutating func addPath(of text: Substring, _ variables: PostmanVariables) {
    var segments: [String] = []
    for segment in text.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
      segments.append(self.segment(segment, variables))
    }
    path = "/" + segments.joined(separator: "/")
  }

  /// One segment of the path.
  private mutating func segment(_ segment: Substring, _ variables: PostmanVariables) -> String {
    if segment.hasPrefix(":"), segment.count > 1 {
      let name = segment.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
      return "{\(name)}\(segment[name.endIndex...])"
    }
    if segment.hasPrefix("<"), segment.hasSuffix(">"), segment.count > 2 {
      return "{\(segment.dropFirst().dropLast())}"
    }
    guard segment.contains("{{"), segment.utf8.count <= Self.segmentLimit else { return String(segment) }
    var result = ""
    var rest = segment
    while let offset = rest.firstByteOffset(of: "{{"),
      let end = rest.dropping(bytes: offset).firstByteOffset(of: "}}")
    {
      result += rest.prefix(bytes: offset)
      let name = rest.dropping(bytes: offset + 2).prefix(bytes: end - 2).trimmed
      rest = rest.dropping(bytes: offset + end + 2)
      let value = variables[name].map { variables.resolve($0) }.flatMap { $0.contains("{{") ? nil : $0 }
      let isPart = Self.partNames.contains { name.lowercased().contains($0) } || value?.contains("/") == true
      if let value, isPart || !result.isEmpty || !rest.isEmpty {
        result += value
      } else {
        let plain = name.drop { $0 == "$" }
        result += "{\(plain)}"
        if let value { values.append((String(plain), value)) }
      }
    }
    return result + rest.filter { $0 != "{" && $0 != "}" }
  }
}
