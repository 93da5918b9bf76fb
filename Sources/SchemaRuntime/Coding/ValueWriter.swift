/// Writes one JSON value.
public struct ValueWriter {
  /// Where the value goes.
  private enum Target {
    /// An encoder.
    case encoder(any Encoder)
    /// A comparison or a hash.
    case visitor(FieldVisitor)
  }

  /// Where the value goes.
  private let target: Target

  /// Writes to an encoder.
  init(_ encoder: any Encoder) { target = .encoder(encoder) }

  /// Gives the value to a visitor.
  init(_ visitor: FieldVisitor) { target = .visitor(visitor) }

  /// Writes the value; call it once.
  public func value<T: Encodable & Hashable>(_ value: T) throws {
    switch target {
    case .encoder(let encoder):
      var container = encoder.singleValueContainer()
      try container.encode(value)
    case .visitor(let visitor): visitor.value(value)
    }
  }

  /// Writes the data of an event with a name; call it once. The name is no part of the data, but of what is compared.
  public func value<T: Encodable & Hashable>(_ value: T, of event: String) throws {
    if case .visitor(let visitor) = target { visitor.string(event) }
    try self.value(value)
  }

  /// Writes `null`; call it once.
  public func null() throws {
    switch target {
    case .encoder(let encoder):
      var container = encoder.singleValueContainer()
      try container.encodeNil()
    case .visitor(let visitor): visitor.null()
    }
  }
}
