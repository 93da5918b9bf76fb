/// What one of the alternatives asks for that an operation documents (OpenAPI 3.2, section 4.30).
public struct SecurityRequirement: Hashable, Sendable {
  /// The kinds of credentials.
  private enum Part: Hashable {
    /// A token.
    case bearer
    /// A name and a password.
    case basic
    /// A key under a name.
    case apiKey(String, Authorization.Location)
  }

  /// What is needed, all of it.
  private let parts: [Part]

  /// A token, as HTTP's scheme `bearer`, OAuth 2 and OpenID Connect have it.
  public static let bearer = SecurityRequirement(parts: [.bearer])
  /// A name and a password.
  public static let basic = SecurityRequirement(parts: [.basic])
  /// Nothing: the operation may be called by anybody; comes last among the alternatives.
  public static let none = SecurityRequirement(parts: [])

  /// A key under a name in a header, a query parameter or a cookie.
  public static func apiKey(_ name: String, in location: Authorization.Location) -> SecurityRequirement {
    SecurityRequirement(parts: [.apiKey(location == .header ? name.lowercased() : name, location)])
  }

  /// Several together.
  public static func all(_ requirements: SecurityRequirement...) -> SecurityRequirement {
    SecurityRequirement(parts: requirements.flatMap(\.parts))
  }

  /// Those of the credentials that the requirement asks for; nil where one is missing.
  func choose(from schemes: [Authorization.Scheme]) -> [Authorization.Scheme]? {
    var result: [Authorization.Scheme] = []
    for part in parts {
      guard let scheme = schemes.first(where: { Self.part($0) == part }) else { return nil }
      result.append(scheme)
    }
    return result
  }

  /// What credentials are good for.
  private static func part(_ scheme: Authorization.Scheme) -> Part? {
    switch scheme {
    case .fixed(.bearer), .provider: .bearer
    case .fixed(.basic): .basic
    case .fixed(.apiKey(_, let name, let location)):
      .apiKey(location == .header ? name.lowercased() : name, location)
    case .all: nil
    }
  }
}
