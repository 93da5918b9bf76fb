/// A model of a JSON array whose first elements have types of their own: one function reads it, one writes it.
///
/// Two values are equal when they write the same elements.
public protocol SchemaTuple: Codable, Hashable, Sendable {
  /// Reads the elements in order.
  ///
  /// - Throws: `DecodingError` with the key path, what was expected and what was found.
  init(from reader: inout ArrayReader) throws

  /// Writes the elements in order.
  ///
  /// - Throws: `EncodingError` where JSON has no form for a value, for example for a number that is not finite.
  func write(to writer: inout ArrayWriter) throws
}

extension SchemaTuple {
  /// Reads the array from any decoder.
  public init(from decoder: any Decoder) throws {
    var reader = try ArrayReader(decoder)
    try self.init(from: &reader)
  }

  /// Writes the array to any encoder.
  public func encode(to encoder: any Encoder) throws {
    var writer = ArrayWriter(encoder)
    try write(to: &writer)
  }

  /// Whether both arrays have the same elements.
  public static func == (left: Self, right: Self) -> Bool {
    FieldVisitor.areEqual({ try left.visit($0) }, { try right.visit($0) })
  }

  /// Hashes the elements.
  public func hash(into hasher: inout Hasher) {
    FieldVisitor.hash({ try visit($0) }, into: &hasher)
  }

  /// Gives the elements to a visitor.
  private func visit(_ visitor: FieldVisitor) throws {
    var writer = ArrayWriter(visitor)
    try write(to: &writer)
  }
}
