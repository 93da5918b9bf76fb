import SchemaSource

/// A documented value and the Swift type that carries it.
package struct EmittedExample: Sendable {
  /// The type's qualified name, for example `[Relay.ChatMessage]`.
  package var type: String
  /// For people: which operation or schema the example belongs to, and its own name.
  package var label: String
  /// The value as JSON text.
  package var json: String
  /// The places where the value is documented for this type; at least one.
  package var spans: [SourceSpan]
}
