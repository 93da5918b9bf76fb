/// Who sees the generated declarations.
package enum AccessLevel: String, Hashable, Sendable, CaseIterable {
  case `public`, package, `internal`

  /// What stands in front of a declaration, with the space behind it; the language's default is not spelled out.
  var modifier: String { self == .internal ? "" : rawValue + " " }
}
