/// All documented calls of an API, and the credentials that they need.
public struct CallPlan: Codable, Sendable {
  /// What the server asks for.
  public var credentials: [CallCredentials]
  /// The calls in the order of the operations.
  public var calls: [DocumentedCall]

  /// Makes a plan.
  public init(credentials: [CallCredentials], calls: [DocumentedCall]) {
    self.credentials = credentials
    self.calls = calls
  }
}
