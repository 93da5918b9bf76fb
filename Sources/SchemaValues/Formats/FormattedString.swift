/// A string in a format, for example a date: it keeps its spelling, also one that is not in the format.
///
/// So what a server sends is always read, and written back as it came; what Foundation makes of it is a property of the
/// type, nil where the string is not in the format. Two values are equal when their spellings are.
public protocol FormattedString: RawRepresentable, Codable, Hashable, Sendable, CustomStringConvertible,
  ExpressibleByStringInterpolation
where RawValue == String {
  /// Takes a string as it stands, in the format or not.
  init(rawValue: String)
}

extension FormattedString {
  /// Takes a literal as it stands.
  public init(stringLiteral value: String) { self.init(rawValue: value) }

  /// Reads any string.
  public init(from decoder: any Decoder) throws {
    self.init(rawValue: try decoder.singleValueContainer().decode(String.self))
  }

  /// Writes the string as it stands.
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
