/// A model of a JSON value that is one of several: one function reads it, one writes it.
///
/// Two values are equal when they write the same value of the same type.
public protocol SchemaUnion: Codable, Hashable, Sendable {
  /// Reads the value.
  ///
  /// - Throws: `DecodingError` with the key path, what was expected and what was found.
  init(from reader: ValueReader) throws

  /// Writes the value.
  ///
  /// - Throws: `EncodingError` where JSON has no form for a value, for example for a number that is not finite.
  func write(to writer: ValueWriter) throws
}

extension SchemaUnion {
  /// Reads the value from any decoder.
  public init(from decoder: any Decoder) throws { try self.init(from: ValueReader(decoder)) }

  /// Writes the value to any encoder.
  public func encode(to encoder: any Encoder) throws { try write(to: ValueWriter(encoder)) }

  /// Whether both write the same value.
  public static func == (left: Self, right: Self) -> Bool {
    FieldVisitor.areEqual({ try left.write(to: ValueWriter($0)) }, { try right.write(to: ValueWriter($0)) })
  }

  /// Hashes the value.
  public func hash(into hasher: inout Hasher) {
    FieldVisitor.hash({ try write(to: ValueWriter($0)) }, into: &hasher)
  }
}
