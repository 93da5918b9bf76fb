/// How an OAuth 2 client says who it is (RFC 6749, section 2.3.1).
public enum OAuthClientAuthentication: String, Hashable, Sendable, CaseIterable {
  /// As name and password in `Authorization: Basic …`, which every server must understand.
  case basic
  /// As parameters of the form.
  case form
}
