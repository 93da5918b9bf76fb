/// Whether generated models can be checked against what their schemas demand beyond types.
package enum ValidationPolicy: String, CaseIterable, Sendable {
  /// Nothing is emitted for it.
  case off
  /// Every keyword but `format`, which is a comment (JSON Schema validation 2020-12, section 7.2.1).
  case rules
  /// Every keyword; strings must be in their formats.
  case formats
}
