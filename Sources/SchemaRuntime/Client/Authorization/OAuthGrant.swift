/// What a client shows to get a token (RFC 6749, section 1.3).
public enum OAuthGrant: Sendable {
  /// Its own credentials (section 4.4).
  case clientCredentials
  /// A refresh token from an earlier authorization (section 6).
  case refreshToken(String)
}

extension OAuthGrant: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The kind of grant, without its token.
  public var description: String {
    switch self {
    case .clientCredentials: "client credentials"
    case .refreshToken: "refresh token (redacted)"
    }
  }

  /// As `description`.
  public var debugDescription: String { description }

  /// Nothing.
  public var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>(), displayStyle: .enum) }
}
