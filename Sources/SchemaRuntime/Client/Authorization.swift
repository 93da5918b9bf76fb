#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Credentials; no description and no mirror shows them.
public struct Authorization: Hashable, Sendable {
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
  enum Scheme: Hashable, Sendable {
    /// A token (RFC 6750).
    case bearer(String)
    /// A name and a password (RFC 7617).
    case basic(user: String, password: String)
    /// A key under a name of its own.
    case apiKey(String, name: String, location: Location)
  }

  /// The credentials.
  let scheme: Scheme

  /// A token, sent as `Authorization: Bearer …` (RFC 6750).
  public static func bearer(_ token: String) -> Authorization { Authorization(scheme: .bearer(token)) }

  /// A name and a password, sent as `Authorization: Basic …` (RFC 7617).
  public static func basic(user: String, password: String) -> Authorization {
    Authorization(scheme: .basic(user: user, password: password))
  }

  /// A key, sent under a name in a header, a query parameter or a cookie.
  public static func apiKey(_ key: String, name: String, in location: Location) -> Authorization {
    Authorization(scheme: .apiKey(key, name: name, location: location))
  }

  /// The name and password in base64.
  static func basicToken(user: String, password: String) -> String {
    Data("\(user):\(password)".utf8).base64EncodedString()
  }

  /// The texts that must not be printed.
  var secrets: [String] {
    switch scheme {
    case .bearer(let token): [token]
    case .basic(let user, let password): [Self.basicToken(user: user, password: password), password]
    case .apiKey(let key, _, _): [key]
    }
  }

  /// The kind of credentials, without them.
  private var label: String {
    switch scheme {
    case .bearer: "bearer"
    case .basic: "basic"
    case .apiKey(_, let name, let location): "apiKey(\(name) in \(location.rawValue))"
    }
  }
}

extension Authorization: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The kind of credentials, without them.
  public var description: String { "Authorization.\(label) (redacted)" }

  /// The kind of credentials, without them.
  public var debugDescription: String { description }

  /// Nothing.
  public var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>(), displayStyle: .struct) }
}
