import SchemaDescription

/// What one row of a table says of a field.
struct FieldRow {
  /// Where a request carries a value.
  enum Location: Hashable {
    case parameter(ParameterLocation)
    case body
  }

  /// The field; its name is the last part of the path as the page writes it.
  var field: FlatField
  /// The dotted name, with that of the fields above it: `choices[].index`.
  var path: String
  /// Where the field is sent, nil where the table does not say.
  var location: Location?
}
