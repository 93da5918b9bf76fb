import HTTPTypes

/// What a client sends to a token endpoint.
struct TokenRequest: Sendable {
  /// The token endpoint.
  let tokenURL: Server
  /// The client's name.
  let clientID: String
  /// The client's secret; nil for a public client.
  let clientSecret: String?
  /// The scopes to ask for.
  let scopes: [String]
  /// Further parameters of the form.
  let parameters: [String: String]
  /// How the client says who it is.
  let authentication: OAuthClientAuthentication

  /// Asks for a token: with the refresh token where there is one, else with the client's credentials.
  ///
  /// - Throws: `TokenError` where the answer has no token, what the transport throws.
  func send(through transport: any ClientTransport, refreshToken: String?) async throws -> TokenResponse {
    var form: [(String, String)] = [("grant_type", refreshToken == nil ? "client_credentials" : "refresh_token")]
    if let refreshToken { form.append(("refresh_token", refreshToken)) }
    if !scopes.isEmpty { form.append(("scope", scopes.joined(separator: " "))) }
    form += parameters.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    var fields: HTTPFields = [.contentType: "application/x-www-form-urlencoded", .accept: "application/json"]
    switch (authentication, clientSecret) {
    case (.basic, let secret?):
      // Both are encoded as in a form first (section 2.3.1).
      let (user, password) = (PercentEncoding.encodeForm(clientID), PercentEncoding.encodeForm(secret))
      var field = HTTPField(
        name: .authorization,
        value: "Basic \(Credential.basicToken(user: user, password: password))"
      )
      field.indexingStrategy = .disallow
      fields.append(field)
    case (.form, let secret?): form += [("client_id", clientID), ("client_secret", secret)]
    case (_, nil): form.append(("client_id", clientID))
    }
    let text = form.map { "\(PercentEncoding.encodeForm($0.0))=\(PercentEncoding.encodeForm($0.1))" }
    let url = try tokenURL.parts()
    let request = HTTPRequest(
      method: .post,
      scheme: url.scheme,
      authority: url.authority,
      path: url.path.isEmpty ? "/" : url.path,
      headerFields: fields
    )
    let (response, body) = try await transport.send(request, body: HTTPBody(text.joined(separator: "&")).confidential)
    return try TokenResponse(
      status: response.status.code,
      body: try await body.collect(upTo: 1024 * 1024),
      redaction: Redaction([clientSecret, refreshToken].compactMap(\.self))
    )
  }
}
