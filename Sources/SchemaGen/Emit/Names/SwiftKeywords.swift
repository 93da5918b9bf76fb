/// The words that Swift keeps for itself, for stages that check names.
package enum SwiftKeywords {
  /// Whether a part of a dotted name is a keyword.
  package static func contains(anyOf name: String) -> Bool {
    name.split(separator: ".").contains { ReservedNames.keywords.contains(String($0)) || $0 == "Self" }
  }
}
