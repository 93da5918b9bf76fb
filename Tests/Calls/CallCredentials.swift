public import SchemaRuntime

/// Credentials that any server of examples takes.
public enum CallCredentials: Codable, Hashable, Sendable {
  case bearer
  case basic
  case apiKey(name: String, location: String)

  /// The credentials.
  private var authorization: Authorization {
    switch self {
    case .bearer: .bearer("any")
    case .basic: .basic(user: "any", password: "any")
    case .apiKey(let name, let location): .apiKey("any", name: name, in: .init(rawValue: location) ?? .header)
    }
  }

  /// All of several credentials; nil for none.
  public static func all(_ credentials: [CallCredentials]) -> Authorization? {
    credentials.reduce(nil) { joined, next in joined.map { .all($0, next.authorization) } ?? next.authorization }
  }
}
