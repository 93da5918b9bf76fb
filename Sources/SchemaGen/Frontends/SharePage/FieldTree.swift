import SchemaDocument

/// A field with the fields within it.
struct FieldTree {
  var field: FlatField
  var children: [FieldTree] = []
}
