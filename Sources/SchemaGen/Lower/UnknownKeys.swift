/// What becomes of keys of which a schema says nothing.
package enum UnknownKeys: String, CaseIterable, Sendable {
  /// They are skipped; where a schema says that there may be others, they are kept.
  case ignore
  /// They are kept in every structure.
  case keep
  /// As `ignore`, but an object is refused that has keys its schema forbids (`additionalProperties: false`).
  case refuse
}
