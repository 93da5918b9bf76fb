#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// One piece of credentials, ready to be sent.
enum Credential: Sendable {
  /// A token (RFC 6750).
  case bearer(String)
  /// A name and a password (RFC 7617).
  case basic(user: String, password: String)
  /// A key under a name of its own.
  case apiKey(String, name: String, location: Authorization.Location)

  /// The name and password in base64.
  static func basicToken(user: String, password: String) -> String {
    Data("\(user):\(password)".utf8).base64EncodedString()
  }

  /// The texts that must not be printed.
  var secrets: [String] {
    switch self {
    case .bearer(let token): [token]
    case .basic(let user, let password): [Self.basicToken(user: user, password: password), password]
    case .apiKey(let key, _, _): [key]
    }
  }

  /// The kind of credentials, without them.
  var label: String {
    switch self {
    case .bearer: "bearer"
    case .basic: "basic"
    case .apiKey(_, let name, let location): "apiKey(\(name) in \(location.rawValue))"
    }
  }
}

extension Credential: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The kind of credentials, without them.
  var description: String { "\(label) (redacted)" }

  /// The kind of credentials, without them.
  var debugDescription: String { description }

  /// Nothing.
  var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>(), displayStyle: .enum) }
}
