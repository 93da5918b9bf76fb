/// All documented calls of an API, and the credentials that they need.
public struct CallPlan: Codable, Sendable {
  public var credentials: [CallCredentials]
  public var calls: [DocumentedCall]

  public init(credentials: [CallCredentials], calls: [DocumentedCall]) {
    self.credentials = credentials
    self.calls = calls
  }
}
