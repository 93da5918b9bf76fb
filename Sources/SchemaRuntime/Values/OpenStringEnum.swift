/// An enumeration of strings that also keeps values it does not list.
public protocol OpenStringEnum: RawRepresentable, Codable, Hashable, Sendable, CustomStringConvertible,
  ExpressibleByStringLiteral
where RawValue == String {
  /// Makes a value, listed or not.
  init(rawValue: String)
}

extension OpenStringEnum {
  /// Makes a value, listed or not.
  public init(stringLiteral value: String) { self.init(rawValue: value) }

  /// Reads any string.
  public init(from decoder: any Decoder) throws {
    self.init(rawValue: try decoder.singleValueContainer().decode(String.self))
  }

  /// Writes the string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }

  /// Whether the strings are equal.
  public static func == (left: Self, right: Self) -> Bool { left.rawValue == right.rawValue }

  /// Hashes the string.
  public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }

  /// The string.
  public var description: String { rawValue }
}
