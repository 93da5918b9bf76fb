/// Credentials; no description and no mirror shows them.
public struct Authorization: Sendable {
  /// The part of a request that holds an API key.
  public enum Location: String, Hashable, Sendable {
    /// A header field.
    case header
    /// A query parameter.
    case query
    /// A cookie.
    case cookie
  }

  /// The ways to authenticate.
  enum Scheme: Sendable {
    /// Credentials that stay as they are.
    case fixed(Credential)
    /// Tokens that come and go, sent as `Authorization: Bearer …`.
    case provider(any TokenProvider)
    /// Several at once.
    case all([Scheme])
  }

  /// The credentials.
  let scheme: Scheme

  /// A token, sent as `Authorization: Bearer …` (RFC 6750).
  public static func bearer(_ token: String) -> Authorization {
    Authorization(scheme: .fixed(.bearer(token)))
  }

  /// A name and a password, sent as `Authorization: Basic …` (RFC 7617).
  public static func basic(user: String, password: String) -> Authorization {
    Authorization(scheme: .fixed(.basic(user: user, password: password)))
  }

  /// A key, sent under a name in a header, a query parameter or a cookie.
  public static func apiKey(_ key: String, name: String, in location: Location) -> Authorization {
    Authorization(scheme: .fixed(.apiKey(key, name: name, location: location)))
  }

  /// Tokens of a provider, sent as `Authorization: Bearer …`; where the server answers with 401, the provider is asked for
  /// another one once.
  public static func token(provider: any TokenProvider) -> Authorization {
    Authorization(scheme: .provider(provider))
  }

  /// OAuth 2 with the client's own credentials (RFC 6749, section 4.4): one token for all who use this value, replaced
  /// before it expires.
  ///
  /// - Parameters:
  ///   - tokenURL: the token endpoint.
  ///   - scopes: the scopes to ask for; none for the server's own choice.
  public static func clientCredentials(
    tokenURL: Server,
    clientID: String,
    clientSecret: String,
    scopes: [String] = []
  ) -> Authorization {
    .token(
      provider: OAuthTokenProvider(
        .clientCredentials,
        tokenURL: tokenURL,
        clientID: clientID,
        clientSecret: clientSecret,
        scopes: scopes
      )
    )
  }

  /// Several credentials: an operation is sent those that its document asks for, or all where it does not say.
  public static func all(_ credentials: Authorization...) -> Authorization {
    Authorization(scheme: .all(credentials.map(\.scheme)))
  }
}

extension Authorization.Scheme {
  /// The credentials one by one.
  var leaves: [Authorization.Scheme] {
    if case .all(let schemes) = self { schemes.flatMap(\.leaves) } else { [self] }
  }

  /// The texts that must not be printed, as far as they are known.
  var secrets: [String] {
    switch self {
    case .fixed(let credential): credential.secrets
    case .provider(let provider): provider.secrets
    case .all(let schemes): schemes.flatMap(\.secrets)
    }
  }

  /// The kind of credentials, without them.
  fileprivate var label: String {
    switch self {
    case .fixed(let credential): credential.label
    case .provider: "token"
    case .all(let schemes): "all(\(schemes.map(\.label).joined(separator: ", ")))"
    }
  }
}

extension Authorization: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The kind of credentials, without them.
  public var description: String { "Authorization.\(scheme.label) (redacted)" }

  /// The kind of credentials, without them.
  public var debugDescription: String { description }

  /// Nothing.
  public var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>(), displayStyle: .struct) }
}
