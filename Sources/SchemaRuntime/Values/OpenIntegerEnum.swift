/// An enumeration of integers that also keeps values it does not list.
public protocol OpenIntegerEnum: RawRepresentable, Codable, Hashable, Sendable, CustomStringConvertible,
  ExpressibleByIntegerLiteral
where RawValue == Int {
  /// Makes a value, listed or not.
  init(rawValue: Int)
}

extension OpenIntegerEnum {
  /// Makes a value, listed or not.
  public init(integerLiteral value: Int) { self.init(rawValue: value) }

  /// Reads any integer.
  public init(from decoder: any Decoder) throws {
    self.init(rawValue: try decoder.singleValueContainer().decode(Int.self))
  }

  /// Writes the integer.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }

  /// Whether the integers are equal.
  public static func == (left: Self, right: Self) -> Bool { left.rawValue == right.rawValue }

  /// Hashes the integer.
  public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }

  /// The integer.
  public var description: String { String(rawValue) }
}
