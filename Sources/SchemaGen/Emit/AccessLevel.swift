/// Who sees the generated declarations.
package enum AccessLevel: String, Hashable, Sendable, CaseIterable {
  case `public`, package, `internal`

  /// What stands in front of a declaration, with the space behind it; the language's default is not spelled out.
  var modifier: String { self == .internal ? "" : rawValue + " " }

  /// What stands in front of an import. An import that says `internal` would make every plain import of that module, in
  /// files that somebody wrote by hand, ambiguous; a plain one is internal where the language settings make it so.
  var importModifier: String { modifier }
}
