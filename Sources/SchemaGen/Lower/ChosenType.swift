import SchemaIR

/// A type that the configuration chooses for a format or a place.
package enum ChosenType: Hashable, Sendable {
  /// A type that generated code knows: `String`, `Date`, `JSONValue` and so on. Where an example does not fit, it widens
  /// as a documented type does.
  case scalar(Scalar)
  /// A type of the user's own. It is trusted to carry whatever the document shows.
  case external(ExternalType)

  /// The type in the IR.
  var type: TypeRef {
    switch self {
    case .scalar(let scalar): .scalar(scalar)
    case .external(let type): .external(type)
    }
  }
}
