import SchemaDescription
import SchemaDocument
import SchemaSource

/// Writes the ways to authenticate and what operations need of them.
struct SecurityWriter {
  private let form: OpenAPIForm
  private let schemes: [SecuritySchemeDescription]
  /// The components' keys by those of the documents.
  private let keys: [String: String]

  init(_ schemes: [SecuritySchemeDescription], form: OpenAPIForm) {
    self.form = form
    self.schemes = schemes
    var names = ComponentName()
    var keys: [String: String] = [:]
    for scheme in schemes where keys[scheme.key] == nil {
      keys[scheme.key] = names.key(for: scheme.key, else: "scheme")
    }
    self.keys = keys
  }

  /// All schemes (OpenAPI 3.1, section 4.8.27).
  func components(report: inout Report) -> ObjectBuilder {
    var object = ObjectBuilder()
    for scheme in schemes { object.add(keys[scheme.key] ?? scheme.key, node(of: scheme, report: &report)) }
    return object
  }

  /// Requirements (section 4.8.30): as the document states them, then by their keys alone those that it does not.
  func requirements(_ needed: [String], _ stated: [SecurityRequirement]) -> Node {
    var alternatives =
      needed.isEmpty && stated.allSatisfy(\.uses.isEmpty)
      ? stated
      : stated.filter { requirement in
        requirement.uses.allSatisfy { needed.contains($0.key) }
      }
    let known = Set(alternatives.flatMap(\.uses).map(\.key))
    alternatives += needed.filter { !known.contains($0) }.map { SecurityRequirement([.init($0)]) }
    return .array(
      alternatives.map { requirement in
        var object = ObjectBuilder()
        for use in requirement.uses { object.add(keys[use.key] ?? use.key, Node.array(use.scopes.map { .text($0) })) }
        return object.node
      }
    )
  }

  /// One scheme. OAuth 2 of which no flow is known is what the request carries: a bearer token.
  private func node(of scheme: SecuritySchemeDescription, report: inout Report) -> Node {
    var object = ObjectBuilder()
    let flows = self.flows(of: scheme, report: &report)
    switch scheme.kind {
    case .apiKey(let name, let location):
      object.add("type", "apiKey")
      object.add("name", name)
      object.add("in", location.rawValue)
    case .oauth2 where !flows.members.isEmpty:
      object.add("type", "oauth2")
      object.add("flows", flows.node)
    case .oauth2 where scheme.openIDConnectURL != nil:
      object.add("type", "openIdConnect")
      object.add("openIdConnectUrl", scheme.openIDConnectURL)
    case .bearer, .oauth2:
      object.add("type", "http")
      object.add("scheme", "bearer")
      object.add("bearerFormat", scheme.bearerFormat)
    case .basic:
      object.add("type", "http")
      object.add("scheme", "basic")
    case .other("mutualtls") where form == .v3_1: object.add("type", "mutualTLS")
    case .other(let name):
      if name == "mutualtls" {
        let message =
          "no way to authenticate of OpenAPI \(form.rawValue) is that of certificates; other tools see an HTTP scheme"
        report.add(.unsupportedFeature, message, at: scheme.span)
      }
      object.add("type", "http")
      object.add("scheme", name)
    }
    object.add("description", scheme.description)
    if keys[scheme.key] != scheme.key { object.add(ConvertedKey.name, scheme.key) }
    object.add(ConvertedKey.metadataURL, scheme.metadataURL)
    object.add(ConvertedKey.deprecated, flag: scheme.isDeprecated)
    for (key, isThere) in [
      (ConvertedKey.metadataURL, scheme.metadataURL != nil), (ConvertedKey.deprecated, scheme.isDeprecated),
    ] where isThere {
      let message = "part of this way to authenticate is no part of OpenAPI \(form.rawValue)"
      let notes = [SchemaWriter.advice(key)]
      report.add(Diagnostic(.unsupportedFeature, message, at: scheme.span, severity: .note, notes: notes))
    }
    object.add(extensions: scheme.extensions)
    return object.node
  }

  /// The flows that have the URLs which they must have.
  private func flows(of scheme: SecuritySchemeDescription, report: inout Report) -> ObjectBuilder {
    var flows = ObjectBuilder()
    for flow in scheme.flows {
      let needsPage = flow.kind == .implicit || flow.kind == .authorizationCode
      let needsToken = flow.kind != .implicit
      guard !needsPage || flow.authorizationURL != nil, !needsToken || flow.tokenURL != nil else {
        let message = "the flow '\(flow.kind.rawValue)' lacks a URL that it must have; it is left out"
        report.add(.unexpectedValue, message, at: scheme.span)
        continue
      }
      var object = ObjectBuilder()
      object.add("authorizationUrl", needsPage ? flow.authorizationURL : nil)
      object.add("tokenUrl", needsToken ? flow.tokenURL : nil)
      object.add("refreshUrl", flow.refreshURL)
      var scopes = ObjectBuilder()
      for (name, description) in flow.scopes { scopes.add(name, description) }
      object.add("scopes", scopes.node)
      flows.add(flow.kind.rawValue, object.node)
    }
    return flows
  }
}
