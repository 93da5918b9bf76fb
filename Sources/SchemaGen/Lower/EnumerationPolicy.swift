/// What an enumeration does with a value that it does not list.
package enum EnumerationPolicy: String, Hashable, Sendable, CaseIterable {
  /// It keeps the value.
  case open
  /// It refuses the value.
  case closed
}
