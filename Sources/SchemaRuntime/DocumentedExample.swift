/// A documented value and the type that must carry it: an argument of a generated test.
public struct DocumentedExample: Sendable {
  /// For people: which part of the document the example belongs to.
  public let label: String
  /// Carries the value there and back.
  private let roundTrip: @Sendable () throws -> [String]

  /// Makes an example.
  ///
  /// - Parameter label: For people: which part of the document the example belongs to.
  /// - Parameter type: The type that the value must decode into.
  /// - Parameter json: The value as JSON text.
  public init<Value: Codable & Sendable>(_ label: String, of type: Value.Type, json: String) {
    self.label = label
    roundTrip = { try RoundTrip.differences(of: type, json: json) }
  }

  /// What is lost where the type carries the value there and back; see `RoundTrip.differences(of:json:)`.
  ///
  /// - Throws: what `RoundTrip.differences(of:json:)` throws.
  public func differences() throws -> [String] { try roundTrip() }
}

extension DocumentedExample: CustomStringConvertible {
  /// The label, by which a test report tells examples apart.
  public var description: String { label }
}
