/// What becomes of keys of which a schema says nothing.
package enum UnknownKeys: String, CaseIterable, Sendable {
  /// They are skipped; where a schema says that there may be others, they are kept.
  case ignore
  /// They are kept in every structure, and so are elements of arrays.
  case keep
  /// As `ignore`, but an object is refused that has keys its schema forbids (`additionalProperties: false`), and an
  /// array that goes on behind a beginning that is all of it (`items: false`).
  case refuse
}
