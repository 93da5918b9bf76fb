/// A key of a JSON object as it stands on the wire; the one `CodingKey` type that all models share.
public struct WireKey: CodingKey, Hashable, Sendable, ExpressibleByStringLiteral {
  /// The key.
  public let stringValue: String

  /// Makes a key.
  public init(_ key: String) { stringValue = key }

  /// Makes a key.
  public init(stringValue: String) { self.stringValue = stringValue }

  /// Makes a key.
  public init(stringLiteral value: String) { stringValue = value }

  /// Nil: no key of an object is a number.
  public var intValue: Int? { nil }

  /// Nil: no key of an object is a number.
  public init?(intValue: Int) { nil }
}
