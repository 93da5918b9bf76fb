/// What documented defaults are used for.
package enum DefaultPolicy: String, CaseIterable, Sendable {
  /// A property has its default where an initializer is not given another value.
  case initializers
  /// They are documentation alone: what is not given is not sent.
  case documentation
}
