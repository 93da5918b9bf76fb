import SchemaDescription

/// What tells one parameter of an operation from another (OpenAPI 3.1, section 4.8.12).
struct ParameterKey: Hashable {
  /// The name on the wire.
  let name: String
  /// The part of the request that holds it.
  let location: ParameterLocation

  /// The key of a parameter.
  init(_ parameter: ParameterDescription) {
    name = parameter.name
    location = parameter.location
  }
}
