/// A body with more bytes than the caller wants to hold in memory.
public struct BodyTooLarge: Error, Hashable, Sendable, CustomStringConvertible {
  /// The limit in bytes.
  public let limit: Int

  /// The limit, for people.
  public var description: String { "the body has more than \(limit) bytes" }
}
