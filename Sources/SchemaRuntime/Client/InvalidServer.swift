/// A base URL that no request can be sent to.
public struct InvalidServer: Error, Hashable, Sendable, CustomStringConvertible {
  /// The URL.
  public let url: String
  /// What is wrong with it.
  public let reason: String

  /// The URL and what is wrong with it.
  public var description: String { "server \"\(url)\": \(reason)" }
}
