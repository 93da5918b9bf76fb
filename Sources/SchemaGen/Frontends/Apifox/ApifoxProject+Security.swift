import SchemaDescription
import SchemaDocument
import SchemaSource

extension ApifoxProject {
  /// Reads the ways to authenticate that the project names.
  mutating func readSecuritySchemes() {
    for tree in report.elements("securitySchemeCollection", of: root) { readSchemes(in: tree, isTree: true) }
  }

  /// Reads the schemes in a folder, or the scheme that an item is.
  private mutating func readSchemes(in item: Node, isTree: Bool = false) {
    guard item.members != nil else { return report.addUnexpected(item, "a security scheme", "an object") }
    if item["items"] != nil {
      for inner in report.elements("items", of: item) { readSchemes(in: inner) }
      return
    }
    let configuration = report.object("authConfigs", of: item)
    guard configuration != nil || item["authType"] != nil || item["oasAuthType"] != nil else {
      if !isTree { report.add(.unexpectedValue, "a security scheme must have an 'authType'", at: item.span) }
      return
    }
    guard let kind = kind(ofScheme: item, configuration) else { return }
    let id = report.identifier("id", of: item)
    let name = report.filledText("name", of: item) ?? id ?? "authorization"
    var scheme = SecuritySchemeDescription(key: name, kind: kind, span: item["name"]?.span ?? item.span)
    scheme.description = report.filledText("description", of: item)
    // Schemes of the project keep their names, also where two are of one kind.
    let known = Set(description.securitySchemes.map(\.key))
    while known.contains(scheme.key) { scheme.key += " scheme" }
    description.securitySchemes.append(scheme)
    if let id { schemeKeys[id] = scheme.key }
  }

  /// The kind of a scheme of the project: OpenAPI's words, or the tool's own.
  private mutating func kind(
    ofScheme item: Node,
    _ configuration: Node?
  ) -> SecuritySchemeDescription.Kind? {
    let holder = configuration ?? item
    let type = report.filledText("type", of: holder) ?? report.filledText("oasAuthType", of: item) ?? ""
    let scheme = report.filledText("scheme", of: holder) ?? report.filledText("authType", of: item) ?? ""
    let word = ["http", ""].contains(type.lowercased()) ? scheme : type
    guard word.lowercased() == "apikey" else { return kind(named: word, at: item.span) }
    let name = report.filledText("name", of: holder) ?? report.filledText("key", of: holder)
    return apiKey(name, in: report.filledText("in", of: holder), at: item.span)
  }

  /// The kind that a word stands for; nil, with a diagnostic, where there is no word.
  private mutating func kind(named word: String, at span: SourceSpan) -> SecuritySchemeDescription.Kind? {
    switch word.lowercased() {
    case "":
      report.add(.unexpectedValue, "this says nothing of how to authenticate", at: span)
      return nil
    case "bearer", "jwt", "jwtbearer": return .bearer
    case "basic": return .basic
    case "oauth2", "openidconnect": return .oauth2
    default: return .other(word)
    }
  }

  /// The kind of a key; nil, with a diagnostic, where it has no name or no place.
  private mutating func apiKey(
    _ name: String?,
    in place: String?,
    at span: SourceSpan
  ) -> SecuritySchemeDescription.Kind? {
    let location = place.map { ParameterLocation(rawValue: $0.lowercased()) } ?? .header
    if let name, let location, [.header, .query, .cookie].contains(location) {
      return .apiKey(name: name, location: location)
    }
    report.add(.unexpectedValue, "an API key must have a name, and be in a header, the query or a cookie", at: span)
    return nil
  }

  /// The keys of the schemes that a project, folder or endpoint names; none where it wants none, nil where it leaves
  /// that to what holds it.
  mutating func security(of node: Node) -> [String]? {
    let auth = report.object("auth", of: node)
    let type = auth.flatMap { report.filledText("type", of: $0) }?.lowercased()
    switch (auth, type) {
    case (nil, _), (_, nil), (_, "inherit"), (_, "securityscheme"): return requirements(of: node)
    case (_, "noauth"), (_, "none"): return []
    case (let auth?, let type?):
      guard let kind = kind(of: auth, type) else { return nil }
      let key =
        switch kind {
        case .apiKey(let name, _): name
        default: type
        }
      return [add(SecuritySchemeDescription(key: key, kind: kind, span: auth.span))]
    }
  }

  /// The kind of what an `auth` object says for itself.
  private mutating func kind(of auth: Node, _ type: String) -> SecuritySchemeDescription.Kind? {
    guard type == "apikey" else { return kind(named: type, at: auth.span) }
    guard let own = report.object("apikey", of: auth) ?? report.object("apiKey", of: auth) else {
      return apiKey(nil, in: nil, at: auth.span)
    }
    let name = report.filledText("key", of: own) ?? report.filledText("name", of: own)
    return apiKey(name, in: report.filledText("in", of: own), at: auth.span)
  }

  /// The keys of the schemes of the project that a `securityScheme` object names; nil where it names none.
  private mutating func requirements(of node: Node) -> [String]? {
    guard let scheme = report.object("securityScheme", of: node) else { return nil }
    var keys: [String] = []
    var known: Set<String> = []
    for group in report.elements("schemeGroups", of: scheme) {
      guard group.members != nil else {
        report.addUnexpected(group, "a group of security schemes", "an object")
        continue
      }
      for id in report.elements("schemeIds", of: group) {
        guard let key = (id.number ?? id.string).flatMap({ schemeKeys[$0] }) else {
          report.add(.unexpectedValue, "the project has no security scheme of this id", at: id.span)
          continue
        }
        if known.insert(key).inserted { keys.append(key) }
      }
    }
    return keys.isEmpty ? nil : keys
  }

  /// The key of a scheme, which is added unless the project has one of its kind.
  mutating func add(_ scheme: SecuritySchemeDescription) -> String {
    if let known = description.securitySchemes.first(where: { $0.kind == scheme.kind }) { return known.key }
    var scheme = scheme
    let keys = Set(description.securitySchemes.map(\.key))
    while keys.contains(scheme.key) { scheme.key += " header" }
    description.securitySchemes.append(scheme)
    return scheme.key
  }
}
