import SchemaIR

/// Writes types as Swift.
struct TypePrinter {
  let resolver: TypeResolver
  let names: NameTable
  /// The declaration in whose body the types stand; nil at the top of the namespace.
  var context: DeclID?
  /// Whether names begin with the namespace, for files outside of it.
  var isQualified = false

  /// The type, optional where null is among its values.
  func text(_ type: TypeRef) -> String {
    resolver.isNullable(type) ? core(type) + "?" : core(type)
  }

  /// The type without null among its values.
  func core(_ type: TypeRef) -> String {
    switch type {
    case .scalar(let scalar): scalar.swiftType
    case .declared(let id): isQualified ? names.qualified(id) : names.reference(to: id, from: context)
    case .array(let element): "[\(text(element))]"
    case .dictionary(let value): "[String: \(text(value))]"
    case .nullable(let inner), .boxed(let inner): core(inner)
    case .external(let type): (type.module.map { $0 + "." } ?? "") + type.name
    case .unstated(.value), .unstated(.missing): Scalar.json.swiftType
    case .unstated(.object): "[String: \(Scalar.json.swiftType)]"
    }
  }
}
