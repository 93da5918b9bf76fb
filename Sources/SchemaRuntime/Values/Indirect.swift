/// Holds a property out of line, so that a structure can contain itself; behaves as the bare value does.
@propertyWrapper
public struct Indirect<Value> {
  /// The place of the value; never changed, only exchanged.
  private final class Box {
    /// The value.
    let value: Value

    /// Holds a value.
    init(_ value: Value) { self.value = value }
  }

  /// The place of the value.
  private var box: Box

  /// Holds a value.
  public init(wrappedValue: Value) { box = Box(wrappedValue) }

  /// The value.
  public var wrappedValue: Value {
    get { box.value }
    set { box = Box(newValue) }
  }
}

/// The box is a constant, so it is as safe to share as its value.
extension Indirect: @unchecked Sendable where Value: Sendable {}

extension Indirect: Equatable where Value: Equatable {
  /// Whether the values are equal.
  public static func == (left: Self, right: Self) -> Bool { left.wrappedValue == right.wrappedValue }
}

extension Indirect: Hashable where Value: Hashable {
  /// Hashes the value.
  public func hash(into hasher: inout Hasher) { wrappedValue.hash(into: &hasher) }
}

extension Indirect: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The value's description.
  public var description: String { String(describing: wrappedValue) }

  /// The value's description for developers.
  public var debugDescription: String { String(reflecting: wrappedValue) }

  /// The value's mirror.
  public var customMirror: Mirror { Mirror(reflecting: wrappedValue) }
}

extension Indirect: Decodable where Value: Decodable {
  /// Reads the value.
  public init(from decoder: any Decoder) throws { self.init(wrappedValue: try Value(from: decoder)) }
}

extension Indirect: Encodable where Value: Encodable {
  /// Writes the value.
  public func encode(to encoder: any Encoder) throws { try wrappedValue.encode(to: encoder) }
}
