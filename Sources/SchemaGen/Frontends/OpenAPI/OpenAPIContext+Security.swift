import SchemaDescription
import SchemaDocument
import SchemaSource

extension OpenAPIContext {
  /// Reads servers (OpenAPI 3.1, section 4.8.5) with the defaults of their variables; those without a URL say nothing.
  func servers(of member: Member) -> [ServerDescription] {
    var servers: [ServerDescription] = []
    for node in elements(of: member) {
      guard let members = node.uniqueMembers else {
        report.addUnexpected(node, "a server", "an object")
        continue
      }
      var url: (text: String, span: SourceSpan)?
      var (text, name): (String?, String?)
      var extensions: [Member] = []
      for part in members {
        switch part.key {
        case "url": url = report.filledText(of: part).map { ($0, part.value.span) }
        case "description": text = report.filledText(of: part)
        case "name", ConvertedKey.name: name = report.filledText(of: part)
        case "variables": continue
        default: readOther(part, into: &extensions)
        }
      }
      guard let url else { continue }
      var resolved = url.text.filter { !$0.isWhitespace }
      let variables = members.filter { $0.key == "variables" }.flatMap { serverVariables(of: $0) }
      for variable in variables { resolved = resolved.replacing("{\(variable.name)}", with: variable.defaultValue) }
      while resolved.hasSuffix("/") { resolved.removeLast() }
      if resolved.contains("{") {
        report.add(.unexpectedValue, "a variable of this server has no default", at: url.span)
      }
      guard !resolved.isEmpty else {
        noteUnread("this server is where the document is, as without servers", at: url.span)
        continue
      }
      var server = ServerDescription(url: resolved, description: text, span: url.span)
      server.variables = variables
      server.name = name
      server.extensions = extensions
      if !variables.isEmpty { server.template = url.text }
      servers.append(server)
    }
    return servers
  }

  /// Reads a server's variables (OpenAPI 3.1, section 4.8.6); one without a default has the first of its values.
  private func serverVariables(of member: Member) -> [ServerVariable] {
    members(of: member).compactMap { entry in
      guard let members = resolve(entry.value, as: "server variable")?.uniqueMembers else { return nil }
      var variable = ServerVariable(name: entry.key, defaultValue: "")
      var standard: Member?
      for part in members {
        switch part.key {
        case "default": standard = part
        case "enum": variable.values = report.elements(of: part).compactMap { $0.string ?? $0.number }
        case "description": variable.description = report.filledText(of: part)
        default: readOther(part, into: &variable.extensions)
        }
      }
      guard let value = standard.flatMap({ report.text(of: $0) }) ?? variable.values.first else { return nil }
      variable.defaultValue = value
      if let standard, !variable.values.isEmpty, !variable.values.contains(value) {
        let message = "'\(value)' is none of the values of the server variable '\(entry.key)'"
        report.add(.unexpectedValue, message, at: standard.value.span)
      }
      let message = "the server variable '\(entry.key)' is '\(value)' in the output; another server can be given"
      noteUncarried(message, at: entry.keySpan)
      return variable
    }
  }

  /// Reads security requirements (OpenAPI 3.1, section 4.8.30): the keys of all schemes in any alternative.
  func requirements(of member: Member) -> [String] {
    var keys: [String] = []
    var known: Set<String> = []
    for node in elements(of: member) {
      guard let members = node.uniqueMembers else {
        report.addUnexpected(node, "a security requirement", "an object")
        continue
      }
      for scheme in members where known.insert(scheme.key).inserted { keys.append(scheme.key) }
    }
    return keys
  }

  /// Reads the ways to authenticate.
  func readSecuritySchemes(_ member: Member) {
    for scheme in members(of: member) {
      guard let node = resolve(scheme.value, as: "security scheme"), let members = node.uniqueMembers else { continue }
      var texts: [String: String] = [:]
      for part in members where ["type", "scheme", "name", "in", "description"].contains(part.key) {
        texts[part.key] = report.filledText(of: part)
      }
      guard let kind = securityKind(texts, at: scheme.keySpan) else { continue }
      var described = SecuritySchemeDescription(
        key: scheme.key,
        kind: kind,
        description: texts["description"],
        span: scheme.keySpan
      )
      readTokens(members, into: &described)
      description.securitySchemes.append(described)
    }
  }

  /// The kind of a security scheme (OpenAPI 3.1, section 4.8.27); `type: bearer` and `type: basic` stand for the HTTP
  /// schemes of these names.
  private func securityKind(
    _ texts: [String: String],
    at span: SourceSpan
  ) -> SecuritySchemeDescription.Kind? {
    let type = texts["type"]?.lowercased() ?? ""
    switch type == "http" ? texts["scheme"]?.lowercased() ?? "" : type {
    case "bearer": return .bearer
    case "basic": return .basic
    case "oauth2", "openidconnect": return .oauth2
    case "apikey":
      if let name = texts["name"], let location = texts["in"].flatMap({ ParameterLocation(rawValue: $0.lowercased()) }),
        [.header, .query, .cookie].contains(location)
      {
        return .apiKey(name: name, location: location)
      }
      report.add(.unexpectedValue, "an API key must have a 'name' and an 'in'", at: span)
      return nil
    case "":
      report.add(.unexpectedValue, "a security scheme must have a 'type', and one of type http a 'scheme'", at: span)
      return nil
    case let other: return .other(other)
    }
  }

  /// The key of the scheme that a documented `Authorization` header stands for, added where it is new. The header's
  /// value tells which scheme it is: `Bearer …`, `Basic …`, or a bare key.
  func schemeKey(forAuthorizationHeader parameter: ParameterDescription) -> String {
    let value =
      ([parameter.schema?.defaultValue] + parameter.examples.map(\.value)
      + (parameter.schema?.examples.map(\.value) ?? [])).lazy.compactMap { $0?.string }.first
    let text = (value ?? parameter.description ?? "").lowercased()
    let kind: SecuritySchemeDescription.Kind
    if text.contains("bearer") {
      kind = .bearer
    } else if text.contains("basic ") {
      kind = .basic
    } else {
      kind = .apiKey(name: "Authorization", location: .header)
    }
    if let known = description.securitySchemes.first(where: { $0.kind == kind }) { return known.key }
    var key = "Authorization"
    while description.securitySchemes.contains(where: { $0.key == key }) { key += " header" }
    description.securitySchemes.append(
      SecuritySchemeDescription(key: key, kind: kind, description: parameter.description, span: parameter.span)
    )
    return key
  }
}
