/// An enumeration of values of several JSON types that also keeps values it does not list.
public protocol OpenValueEnum: RawRepresentable, Codable, Hashable, Sendable, CustomStringConvertible,
  ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral
where RawValue == JSONValue {
  /// Makes a value, listed or not.
  init(rawValue: JSONValue)
}

extension OpenValueEnum {
  /// Makes a value, listed or not.
  public init(stringLiteral value: String) { self.init(rawValue: .string(value)) }

  /// Makes a value, listed or not.
  public init(integerLiteral value: Int64) { self.init(rawValue: .number(JSONNumber(value))) }

  /// Makes a value, listed or not.
  public init(floatLiteral value: Double) { self.init(rawValue: JSONValue(floatLiteral: value)) }

  /// Makes a value, listed or not.
  public init(booleanLiteral value: Bool) { self.init(rawValue: .boolean(value)) }

  /// Reads any value.
  public init(from decoder: any Decoder) throws { self.init(rawValue: try JSONValue(from: decoder)) }

  /// Writes the value.
  public func encode(to encoder: any Encoder) throws { try rawValue.encode(to: encoder) }

  /// Whether the values are equal.
  public static func == (left: Self, right: Self) -> Bool { left.rawValue == right.rawValue }

  /// Hashes the value.
  public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }

  /// The value as JSON text.
  public var description: String { rawValue.description }
}
