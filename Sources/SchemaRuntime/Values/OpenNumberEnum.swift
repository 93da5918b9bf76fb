/// An enumeration of numbers that also keeps values it does not list.
public protocol OpenNumberEnum: RawRepresentable, Codable, Hashable, Sendable, CustomStringConvertible,
  ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral
where RawValue == Double {
  /// Makes a value, listed or not.
  init(rawValue: Double)
}

extension OpenNumberEnum {
  /// Makes a value, listed or not.
  public init(floatLiteral value: Double) { self.init(rawValue: value) }

  /// Makes a value, listed or not.
  public init(integerLiteral value: Int) { self.init(rawValue: Double(value)) }

  /// Reads any number.
  public init(from decoder: any Decoder) throws {
    self.init(rawValue: try decoder.singleValueContainer().decode(Double.self))
  }

  /// Writes the number.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }

  /// Whether the numbers are equal.
  public static func == (left: Self, right: Self) -> Bool { left.rawValue == right.rawValue }

  /// Hashes the number.
  public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }

  /// The number.
  public var description: String { String(rawValue) }
}
