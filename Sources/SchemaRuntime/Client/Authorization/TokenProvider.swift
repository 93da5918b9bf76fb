/// Gives tokens that are sent as `Authorization: Bearer …`.
///
/// Asked before each call, so it keeps a token as long as it is good; many calls may ask at the same time.
public protocol TokenProvider: Sendable {
  /// A token that is good now.
  ///
  /// - Parameter transport: the client's transport, for a provider that must ask a server.
  /// - Throws: any error, which becomes the call's.
  func token(using transport: any ClientTransport) async throws -> String

  /// Hears that the server answered with 401 to a token; the next one should be another.
  func reject(_ token: String) async

  /// Texts that must not be printed, apart from the tokens: a client's secret, for example.
  var secrets: [String] { get }
}

extension TokenProvider {
  /// Does nothing.
  public func reject(_ token: String) async {}

  /// None.
  public var secrets: [String] { [] }
}
