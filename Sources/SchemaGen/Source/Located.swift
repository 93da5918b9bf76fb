/// A value of the configuration and where it is stated, so that a stage that cannot use it can say so at its place.
package struct Located<Value: Hashable & Sendable>: Hashable, Sendable {
  package var value: Value
  /// Nil where the value was not read from a file.
  package var span: SourceSpan?

  package init(_ value: Value, at span: SourceSpan? = nil) {
    self.value = value
    self.span = span
  }
}
