/// What a request must carry all of; of several requirements one is enough (OpenAPI 3.1, section 4.8.30).
package struct SecurityRequirement: Hashable, Sendable {
  /// A scheme and what is asked of it.
  package struct Use: Hashable, Sendable {
    /// The key of the security scheme.
    package var key: String
    /// The scopes or roles that are needed.
    package var scopes: [String]

    package init(_ key: String, scopes: [String] = []) {
      self.key = key
      self.scopes = scopes
    }
  }

  /// Empty where nothing is needed.
  package var uses: [Use]

  package init(_ uses: [Use]) { self.uses = uses }
}
