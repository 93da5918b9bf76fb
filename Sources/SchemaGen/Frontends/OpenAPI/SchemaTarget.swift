import SchemaDescription
import SchemaDocument

/// A schema that some reference names.
struct SchemaTarget {
  /// What is known of the schema before it is read.
  enum Place {
    /// The reference names it, in a format's own way or as a component that is read by itself.
    case spelled
    /// A place within the outermost schema around the reference.
    case local(Node, JSONSchemaReader.Scope)
    /// A place in some document, and what it is called where it has a name.
    case located(ReferenceTarget, JSONSchemaReader.Scope, name: String?)
    /// The reference leads nowhere, which was told: any value may stand there.
    case broken(Node)
  }

  /// The key of the schema.
  var key: SchemaKey
  /// Where the schema is.
  var place: Place
}
