import SchemaSource

/// Everything that will be generated for one API; holds no Swift names and no raw schema.
package struct API: Sendable {
  /// What the namespace is named after: the folder or file.
  package var name: String
  package var documentation: String?
  package var servers: [Server] = []
  /// What is said of the tags of operations, in the document's order.
  package var tags: [Tag] = []
  package var securitySchemes: [SecurityScheme] = []
  /// The alternatives of credentials that operations need which say nothing else; empty where the client's will do, all
  /// of them.
  package var usualSecurity: [CredentialSet] = []
  package var declarations: [Declaration] = []
  /// What documents describe apart and one declaration stands for, since its shape and its name are the same.
  package var shared: [Declaration] = []
  package var operations: [Operation] = []
  /// Documented values, each of which must decode into its type and encode back unchanged.
  package var examples: [Example] = []
  /// What the schemas demand of values; empty unless models are to be checked.
  package var rules: [NamedRule] = []

  package init(name: String) { self.name = name }

  package subscript(_ id: DeclID) -> Declaration {
    get { declarations[id.index] }
    set { declarations[id.index] = newValue }
  }
}

/// A documented value and the type that must carry it.
package struct Example: Sendable {
  package var type: TypeRef
  /// For people: which operation or schema the example belongs to, and its own name.
  package var label: String
  /// The value as JSON text.
  package var json: String
  package var span: SourceSpan
  /// Where the same value is documented for the same place again.
  package var repeats: [SourceSpan] = []

  package init(type: TypeRef, label: String, json: String, span: SourceSpan) {
    self.type = type
    self.label = label
    self.json = json
    self.span = span
  }
}
