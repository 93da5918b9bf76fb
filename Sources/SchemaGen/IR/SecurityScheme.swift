/// A way to authenticate that the document names.
package enum SecurityScheme: Hashable, Sendable {
  case bearer
  case basic
  case apiKey(name: String, location: Parameter.Location)
}

/// Credentials of which a request needs all; of several sets one is enough.
package struct CredentialSet: Hashable, Sendable {
  /// What is needed, in the document's order; empty where nothing is.
  package var schemes: [SecurityScheme]

  package init(_ schemes: [SecurityScheme]) { self.schemes = schemes }
}
