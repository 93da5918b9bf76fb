/// A model whose document states rules beyond its type: bounds, lengths, patterns and so on.
public protocol Validated: Encodable {
  /// The rules of the type's schema.
  static var validationRule: SchemaRule { get }
}

extension Validated {
  /// Checks the value against the rules of its schema, as the JSON that it encodes to.
  ///
  /// - Throws: `ValidationError` with everything that is wrong, or `EncodingError` where JSON has no form for a value.
  public func validate() throws { try Self.validationRule.validate(self) }
}
