/// A model of a JSON object: one function reads it, one writes it, and everything else follows from these two.
///
/// Two objects are equal when they write the same fields. `write` must give out the same fields in the same order for
/// all values of the type; the `…IfPresent` functions count as a field also where they write nothing.
public protocol SchemaObject: Codable, Hashable, Sendable {
  /// Reads the object.
  ///
  /// - Throws: `DecodingError` with the key path, what was expected and what was found.
  init(from reader: ObjectReader) throws

  /// Writes the object.
  ///
  /// - Throws: `EncodingError` where JSON has no form for a value, for example for a number that is not finite.
  func write(to writer: inout ObjectWriter) throws
}

extension SchemaObject {
  /// Reads the object from any decoder.
  public init(from decoder: any Decoder) throws { try self.init(from: ObjectReader(decoder)) }

  /// Writes the object to any encoder.
  public func encode(to encoder: any Encoder) throws {
    var writer = ObjectWriter(encoder)
    try write(to: &writer)
  }

  /// Whether both objects write the same fields.
  public static func == (left: Self, right: Self) -> Bool {
    FieldVisitor.areEqual({ try left.visit($0) }, { try right.visit($0) })
  }

  /// Hashes the fields.
  public func hash(into hasher: inout Hasher) {
    FieldVisitor.hash({ try visit($0) }, into: &hasher)
  }

  /// Gives the fields to a visitor.
  private func visit(_ visitor: FieldVisitor) throws {
    var writer = ObjectWriter(visitor)
    try write(to: &writer)
  }
}
