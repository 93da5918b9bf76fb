import SchemaDescription
import SchemaIR
import SchemaSource

extension Lowerer {
  /// Lowers base URLs, what is said of tags, and the ways to authenticate.
  mutating func lowerServers() {
    if let server = options.server {
      api.servers = [Server(url: server)]
    } else {
      api.servers = description.servers.map(\.lowered)
      noteRelativeServers()
    }
    for tag in description.tags {
      guard let text = documentationText(tag.summary, tag.description) else { continue }
      api.tags.append(Tag(name: tag.name, documentation: text, span: tag.span))
    }
    for scheme in description.securitySchemes {
      if let lowered = scheme.kind.lowered {
        add(lowered)
        schemesByKey[scheme.key] = lowered
      } else if case .other(let name) = scheme.kind {
        report.add(.unsupportedFeature, "the client does not know how to authenticate by `\(name)`", at: scheme.span)
      } else {
        report.add(
          .unsupportedFeature,
          "the client does not know how to send the key of `\(scheme.key)`",
          at: scheme.span
        )
      }
    }
  }

  /// Notes the base URLs that name no host: a client cannot know where the document is served (OpenAPI 3.1, section
  /// 4.8.5).
  private mutating func noteRelativeServers() {
    for server in description.servers where !server.url.contains("://") {
      let message = "this server names no scheme and host and is left out; give the client its base URL"
      report.add(Diagnostic(.unsupportedFeature, message, at: server.span, severity: .note))
    }
  }

  /// Adds a way to authenticate once.
  private mutating func add(_ scheme: SecurityScheme) {
    if !api.securitySchemes.contains(scheme) { api.securitySchemes.append(scheme) }
  }

  /// Whether nothing says which operations need credentials: neither the document for all of them, nor an operation that
  /// it needs some. What an operation says that needs none tells nothing of the others.
  var isSilentOnSecurity: Bool {
    description.security == nil
      && description.operations.allSatisfy { $0.kind != .call || $0.security?.isEmpty ?? true }
  }

  /// The alternatives of which a request of an operation must meet one; nil where it needs what is usual, empty where all
  /// credentials are sent, since the client cannot tell.
  func security(of operation: OperationDescription) -> [CredentialSet]? {
    guard operation.security != nil, api.securitySchemes.count > 1 else { return nil }
    let needed = requirements(of: operation) ?? []
    guard Set(needed.filter { !$0.schemes.isEmpty }) != Set(api.usualSecurity) else { return nil }
    // The one that needs nothing would be met before those behind it.
    return needed.filter { !$0.schemes.isEmpty } + needed.filter(\.schemes.isEmpty).prefix(1)
  }

  /// What operations need that say nothing of it, or what most of them need where the document says nothing of all; none
  /// where there is no choice of credentials.
  func usualSecurity() -> [CredentialSet] {
    guard api.securitySchemes.count > 1 else { return [] }
    if let keys = description.security, !keys.isEmpty {
      let stated = lowered(description.securityRequirements, keys: keys) ?? []
      return stated.filter { !$0.schemes.isEmpty }
    }
    var counts: [Set<CredentialSet>: Int] = [:]
    var best: (need: [CredentialSet], count: Int) = ([], 0)
    for operation in description.operations where operation.kind == .call {
      let need = (requirements(of: operation) ?? []).filter { !$0.schemes.isEmpty }
      guard !need.isEmpty else { continue }
      counts[Set(need), default: 0] += 1
      if let count = counts[Set(need)], count > best.count { best = (need, count) }
    }
    return best.need
  }

  /// What an operation itself says that it needs; nil where it says nothing, or nothing that the client knows.
  private func requirements(of operation: OperationDescription) -> [CredentialSet]? {
    operation.security.flatMap { lowered(operation.securityRequirements, keys: $0) }
  }

  /// Alternatives by the schemes' keys; without any, each key is one. Alternatives with a scheme that the client does not
  /// know are left out; nil where none stays.
  private func lowered(
    _ requirements: [SecurityRequirement],
    keys: [String]
  ) -> [CredentialSet]? {
    let uses = requirements.isEmpty ? keys.map { [$0] } : requirements.map { $0.uses.map(\.key) }
    var result: [CredentialSet] = []
    for keys in uses {
      var schemes: [SecurityScheme] = []
      for key in keys {
        guard let scheme = schemesByKey[key] else { break }
        if !schemes.contains(scheme) { schemes.append(scheme) }
      }
      guard keys.allSatisfy({ schemesByKey[$0] != nil }) else { continue }
      let requirement = CredentialSet(schemes)
      if !result.contains(requirement) { result.append(requirement) }
    }
    return result.isEmpty ? nil : result
  }
}

extension ServerDescription {
  /// The same server in the IR.
  var lowered: Server {
    var server = Server(url: url, name: name, documentation: description)
    server.template = template
    server.variables = variables.map {
      Server.Variable(name: $0.name, standard: $0.defaultValue, values: $0.values, documentation: $0.description)
    }
    return server
  }
}

extension SecuritySchemeDescription.Kind {
  /// The same scheme in the IR; nil for one that the client does not know.
  var lowered: SecurityScheme? {
    switch self {
    case .bearer, .oauth2: .bearer
    case .basic: .basic
    case .apiKey(let name, .header): .apiKey(name: name, location: .header)
    case .apiKey(let name, .query): .apiKey(name: name, location: .query)
    case .apiKey(let name, .cookie): .apiKey(name: name, location: .cookie)
    case .apiKey, .other: nil
    }
  }
}
