import SchemaIR

/// How a property tells an absent key from null.
enum PropertyForm {
  /// The key is always there, with a value that is not null (or is any JSON).
  case required
  /// The key is always there; nil is null.
  case nullable
  /// Nil is an absent key.
  case optional
  /// Nil is an absent key, and null is a value of its own.
  case optionalNullable

  init(_ property: Property, _ resolver: TypeResolver) {
    switch (property.presence, resolver.isNullable(property.type)) {
    case (.required, false): self = .required
    case (.required, true): self = .nullable
    case (.optional, false): self = .optional
    case (.optional, true): self = .optionalNullable
    }
  }

  /// The property's type around the type of its value.
  func type(_ core: String) -> String {
    switch self {
    case .required: core
    case .nullable, .optional: core + "?"
    case .optionalNullable: "Nullable<\(core)>?"
    }
  }

  /// Whether the memberwise initialiser lets the property out.
  var isOmittable: Bool {
    switch self {
    case .required, .nullable: false
    case .optional, .optionalNullable: true
    }
  }

  /// The name of the function that reads or writes the property.
  func accessor(_ scalar: Scalar?) -> String {
    switch self {
    case .required: scalar?.accessor ?? "value"
    case .nullable: "nullable"
    case .optional: (scalar?.accessor ?? "value") + "IfPresent"
    case .optionalNullable: "nullableIfPresent"
    }
  }
}
