/// A use of a type.
package indirect enum TypeRef: Hashable, Sendable {
  case scalar(Scalar)
  case declared(DeclID)
  case array(TypeRef)
  /// A map from string keys.
  case dictionary(TypeRef)
  case nullable(TypeRef)
  /// A use that closes a cycle of value types and needs indirection.
  case boxed(TypeRef)
  /// A type that the configuration puts in the schema's place.
  case external(ExternalType)
  /// Nothing is known beyond the JSON type; examples may still fill it in while lowering, then it is any JSON.
  case unstated(Unstated)
}

/// How little a document says of a value.
package enum Unstated: String, Hashable, Sendable {
  /// The document gives no schema at all: an example decides.
  case missing
  /// Anything goes, or the format has lost the type: an example with objects or arrays decides.
  case value
  /// An object whose properties are not listed.
  case object
}

extension TypeRef {
  /// The type without nullability and boxes around it.
  package var core: TypeRef {
    switch self {
    case .nullable(let inner), .boxed(let inner): inner.core
    default: self
    }
  }

  /// Whether null is a value of the type.
  package var isNullable: Bool {
    switch self {
    case .nullable: true
    case .boxed(let inner): inner.isNullable
    default: false
    }
  }

  /// The same type with null among its values; any JSON has it already.
  package var nullable: TypeRef {
    switch self {
    case .nullable, .scalar(.json), .unstated(.value): self
    default: .nullable(self)
    }
  }
}
