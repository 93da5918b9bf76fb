/// A type that is declared elsewhere and that the configuration names: it must be `Codable`, `Hashable` and `Sendable`.
package struct ExternalType: Hashable, Sendable {
  /// The type's name as Swift spells it, with the types around it: `Money` or `Ledger.Money`.
  package let name: String
  /// The module that declares the type; nil where the generated code sees it without an import.
  package let module: String?

  /// Nil where a part of the name, or the module, is no Swift identifier.
  package init?(name: String, module: String? = nil) {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ Self.isIdentifier($0) }), module.map({ Self.isIdentifier($0[...]) }) ?? true else {
      return nil
    }
    self.name = name
    self.module = module
  }

  /// Whether a text may stand in generated code as a name.
  private static func isIdentifier(_ text: Substring) -> Bool {
    guard let first = text.unicodeScalars.first, text.utf8.count <= 200, text != "_" else { return false }
    return (first == "_" || first.properties.isXIDStart)
      && text.unicodeScalars.dropFirst().allSatisfy(\.properties.isXIDContinue)
  }
}
