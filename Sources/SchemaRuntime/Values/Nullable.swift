/// A value that may be `null`; as an optional it tells an absent key (`nil`) from `null` (`.null`).
///
/// Literals of the wrapped type work, for example `user: "x"`.
public enum Nullable<Wrapped> {
  /// `null`.
  case null
  /// A value.
  case value(Wrapped)

  /// Makes a value from an optional, `.null` from nil.
  public init(_ value: Wrapped?) { self = value.map(Nullable.value) ?? .null }

  /// The value, nil for `null`.
  public var value: Wrapped? {
    if case .value(let value) = self { value } else { nil }
  }

  /// Whether this is `null`.
  public var isNull: Bool {
    if case .null = self { true } else { false }
  }
}

extension Nullable: Equatable where Wrapped: Equatable {}
extension Nullable: Hashable where Wrapped: Hashable {}
extension Nullable: Sendable where Wrapped: Sendable {}

extension Nullable: Decodable where Wrapped: Decodable {
  /// Reads a value or `null`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    self = container.decodeNil() ? .null : .value(try container.decode(Wrapped.self))
  }
}

extension Nullable: Encodable where Wrapped: Encodable {
  /// Writes the value or `null`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .value(let value): try container.encode(value)
    }
  }
}
