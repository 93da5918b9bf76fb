import SchemaEmit
import SchemaIR
import SchemaLower

extension ChosenType {
  /// Reads the name of a type as the configuration writes it: one that generated code knows, such as `String`, `Date`,
  /// `DateTime` or `JSONValue`, or one of the user's own, such as `Money` or `Ledger.Money`, which `module` declares.
  ///
  /// Nil where the name, or the module, is none that Swift allows.
  package init?(name: String, module: String? = nil) {
    if module == nil, let scalar = Self.scalars[name] {
      self = .scalar(scalar)
      return
    }
    guard let type = ExternalType(name: name, module: module), !SwiftKeywords.contains(anyOf: name) else { return nil }
    self = .external(type)
  }

  /// The types that generated code knows, by their Swift names.
  private static let scalars = Dictionary(uniqueKeysWithValues: Scalar.allCases.map { ($0.swiftType, $0) })
}
