/// Makes names of methods for what they are called through: `client.pets.list()` says pets once.
enum GroupedName {
  /// Words that lead to another: before or behind them nothing can be left out.
  private static let connectives: Set<String> = [
    "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "per", "to", "via", "with", "without",
  ]

  /// Words of tags that say nothing of what the operations are about: `pet-controller`.
  private static let fillers: Set<String> = [
    "api", "apis", "controller", "endpoint", "endpoints", "resource", "service",
  ]

  /// The names within a group of methods that have these: without the words of the tag where that leaves a name that says
  /// something and that no other method has, else as they are.
  static func names(_ names: [String], tag: String, style: NameStyle) -> [String] {
    let words = tagWords(tag)
    let shortened = names.map { short($0, without: words, style) }
    var counts: [String: Int] = [:]
    for (name, short) in zip(names, shortened) {
      counts[name, default: 0] += 1
      if let short { counts[short, default: 0] += 1 }
    }
    return zip(names, shortened).map { name, short in short.flatMap { counts[$0] == 1 ? $0 : nil } ?? name }
  }

  /// The words of a tag by which names are compared.
  private static func tagWords(_ tag: String) -> [String] {
    var words = Words.split(tag).map(compared)
    while words.count > 1, let last = words.last, fillers.contains(last) { words.removeLast() }
    return words
  }

  /// A name without the words of a tag; nil where they are not there, or where too little would be left.
  private static func short(_ name: String, without tag: [String], _ style: NameStyle) -> String? {
    // What stands between underscores is there to tell names apart.
    guard !tag.isEmpty, !name.contains("_") else { return nil }
    let words = Words.split(name)
    let compared = words.map(compared)
    guard words.count > tag.count,
      let start = (0...(words.count - tag.count)).first(where: { Array(compared[$0..<($0 + tag.count)]) == tag })
    else { return nil }
    let rest = Array(words[..<start] + words[(start + tag.count)...])
    let before = start > 0 ? compared[start - 1] : ""
    let isVerb = start == 0 && SiblingNames.verbs.contains(words[0].lowercased())
    guard !connectives.contains(before), !isVerb, let first = rest.first, let initial = first.unicodeScalars.first,
      !connectives.contains(first.lowercased()), IdentifierScalars.isHead(initial)
    else { return nil }
    let short = Casing.member.join(rest, style)
    return NameRole.operation.isReserved(short) ? nil : short
  }

  /// A word in lower case, its singular where it is a plural.
  private static func compared(_ word: String) -> String {
    let word = word.lowercased()
    return Singular.of(word) ?? word
  }
}
