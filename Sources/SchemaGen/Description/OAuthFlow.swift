/// A way to get a token by OAuth 2 (OpenAPI 3.1, section 4.8.29).
package struct OAuthFlow: Sendable {
  /// The ways that there are, as OpenAPI 3 calls them.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case implicit, password, clientCredentials, authorizationCode
  }

  package var kind: Kind
  package var authorizationURL: String?
  package var tokenURL: String?
  package var refreshURL: String?
  /// The scopes and what they are for, in the document's order.
  package var scopes: [(name: String, description: String)] = []

  package init(_ kind: Kind) { self.kind = kind }
}
