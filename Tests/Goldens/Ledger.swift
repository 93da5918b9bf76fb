/// Types of a user's own, which the golden case `chosen-types` names.
public nonisolated enum Ledger {
  /// An amount with its currency.
  public struct Money: Codable, Hashable, Sendable {
    /// For example `12.50 EUR`.
    public var text: String

    /// Takes the text.
    public init(from decoder: any Decoder) throws {
      text = try decoder.singleValueContainer().decode(String.self)
    }

    /// Writes the text.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      try container.encode(text)
    }
  }

  /// A word about an order.
  public enum Label: String, Codable, Hashable, Sendable { case new, old }
}
