/// The singular of English plurals, for the names of elements.
enum Singular {
  /// The singular of a word in the same case, or nil where it is no plural that the rules know.
  ///
  /// For example: `messages` → `message`, `categories` → `category`, `data` → nil.
  static func of(_ word: String) -> String? {
    let lower = word.lowercased()
    guard lower.unicodeScalars.allSatisfy(\.isASCII) else { return nil }
    if let singular = irregular[lower] {
      return word.first?.isUppercase == true ? singular.prefix(1).uppercased() + singular.dropFirst() : singular
    }
    guard lower.hasSuffix("s"), lower.count > 2, !invariant.contains(lower) else { return nil }
    if ["IDs", "URLs", "URIs", "APIs", "UUIDs"].contains(word) { return String(word.dropLast()) }
    if lower.hasSuffix("ies") { return lower.count > 4 ? word.dropLast(3) + "y" : String(word.dropLast()) }
    for ending in ["sses", "shes", "ches", "xes", "zzes", "tuses", "iases"] where lower.hasSuffix(ending) {
      return String(word.dropLast(2))
    }
    for ending in ["ss", "us", "is"] where lower.hasSuffix(ending) { return nil }
    return String(word.dropLast())
  }

  /// Plurals that follow no rule.
  private static let irregular: [String: String] = [
    "analyses": "analysis", "buses": "bus", "children": "child", "criteria": "criterion", "heroes": "hero",
    "indexes": "index", "indices": "index", "lives": "life", "matrices": "matrix", "men": "man", "mice": "mouse",
    "people": "person", "potatoes": "potato", "quizzes": "quiz", "vertices": "vertex", "women": "woman",
    "appendices": "appendix", "hypotheses": "hypothesis", "movies": "movie", "cookies": "cookie",
    "caches": "cache", "axes": "axis", "leaves": "leaf", "halves": "half", "shelves": "shelf", "knives": "knife",
  ]

  /// Words in s that are no plurals.
  private static let invariant: Set<String> = [
    "alias", "always", "bias", "canvas", "gas", "kudos", "lens", "means", "news", "series", "species", "https", "dns",
    "tls", "css", "sms", "gps", "os", "ios", "aws", "has", "was", "yes", "its", "this", "corps", "texas",
  ]
}
