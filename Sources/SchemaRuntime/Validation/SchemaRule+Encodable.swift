extension SchemaRule {
  /// Checks a value as the JSON that it encodes to.
  ///
  /// - Throws: `ValidationError` with everything that is wrong, or `EncodingError` where JSON has no form for a value.
  public func validate(_ value: some Encodable) throws {
    let violations = violations(of: try JSONCoding.value(value))
    if !violations.isEmpty { throw ValidationError(violations: violations) }
  }
}
