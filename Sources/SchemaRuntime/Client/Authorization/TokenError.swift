/// A token endpoint that gave no token (RFC 6749, section 5.2).
public struct TokenError: Error, Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible {
  /// The status code.
  public let status: Int
  /// The error's code, for example `invalid_client`; nil where the server gave none.
  public let code: String?
  /// What else is known, for people, without credentials.
  public let reason: String

  /// The status, the code and the reason.
  public var description: String { "token endpoint: status \(status), \(code.map { "\($0), " } ?? "")\(reason)" }

  /// As `description`.
  public var debugDescription: String { description }
}
