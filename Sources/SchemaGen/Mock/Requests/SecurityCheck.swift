import HTTPTypes
import SchemaDescription

/// Checks that a request carries the credentials that the document asks for; which ones is all the same.
struct SecurityCheck {
  private let schemes: [String: SecuritySchemeDescription.Kind]
  private let description: APIDescription

  /// Knows the schemes of an API.
  init(_ description: APIDescription) {
    self.description = description
    schemes = Dictionary(
      description.securitySchemes.map { ($0.key, $0.kind) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The problem of a request without credentials; nil where they are there or are not needed.
  func problem(_ operation: OperationDescription, _ headers: HTTPFields, query: [URLParameter]) -> Problem? {
    let alternatives = alternatives(for: operation)
    guard !alternatives.isEmpty else { return nil }
    let cookies = RequestCookies(headers)
    for alternative in alternatives where alternative.allSatisfy({ isThere($0, headers, query, cookies) }) {
      return nil
    }
    let wanted = alternatives.map { $0.map(phrase).joined(separator: " and ") }.joined(separator: ", or ")
    var problem = Problem(401, "Unauthorized", "the document asks for \(wanted); any value will do here")
    let challenges = Set(alternatives.joined().compactMap { schemes[$0].flatMap(challenge) }).sorted()
    for challenge in challenges { problem.headers.append(HTTPField(name: .wwwAuthenticate, value: challenge)) }
    return problem
  }

  /// The keys of schemes of which one list is needed; none where nothing is.
  private func alternatives(for operation: OperationDescription) -> [[String]] {
    let (keys, requirements) =
      operation.security.map { ($0, operation.securityRequirements) }
      ?? (description.security ?? [], description.securityRequirements)
    if !requirements.isEmpty { return requirements.map { $0.uses.map(\.key) } }
    return keys.map { [$0] }
  }

  /// Whether the credentials of a scheme are there; those of a scheme that nobody knows are.
  private func isThere(
    _ key: String,
    _ headers: HTTPFields,
    _ query: [URLParameter],
    _ cookies: RequestCookies
  ) -> Bool {
    switch schemes[key] {
    case .bearer, .oauth2: credentials(headers, "bearer")
    case .basic: credentials(headers, "basic")
    case .apiKey(let name, .header): HTTPField.Name(name).map { headers[$0] != nil } ?? true
    case .apiKey(let name, .query): query.contains { $0.name == name && !$0.value.isEmpty }
    case .apiKey(let name, .cookie): cookies.parameters.contains { $0.name == name }
    case .apiKey, .other, nil: true
    }
  }

  /// Whether the `Authorization` field has credentials of a scheme.
  private func credentials(_ headers: HTTPFields, _ scheme: String) -> Bool {
    guard let value = headers[.authorization] else { return false }
    let parts = value.split(separator: " ", maxSplits: 1)
    return parts.count == 2 && parts[0].lowercased() == scheme
  }

  /// The credentials of a scheme, for people.
  private func phrase(_ key: String) -> String {
    switch schemes[key] {
    case .bearer, .oauth2: "a bearer token"
    case .basic: "a user and a password (basic)"
    case .apiKey(let name, let location): "the key \"\(name)\" in the \(location.rawValue)"
    case .other, nil: "\"\(key)\""
    }
  }

  /// What `WWW-Authenticate` says (RFC 9110, section 11.6.1).
  private func challenge(_ kind: SecuritySchemeDescription.Kind) -> String? {
    switch kind {
    case .bearer, .oauth2: "Bearer"
    case .basic: "Basic realm=\"mock\""
    case .apiKey, .other: nil
    }
  }
}

/// The cookies of a request (RFC 6265, section 4.2.1).
struct RequestCookies {
  /// Names and values, as they were sent.
  let parameters: [URLParameter]

  /// Reads the `Cookie` fields.
  init(_ headers: HTTPFields) {
    parameters = headers[values: .cookie].flatMap { $0.split(separator: ";") }.map { pair in
      let name = pair.prefix { $0 != "=" }
      return URLParameter(name: String(name).trimmed, value: String(pair.dropFirst(name.count + 1)).trimmed)
    }
  }
}
