/// How the words of a Swift name are joined.
enum Casing: Hashable {
  /// `UpperCamelCase`, for types.
  case type
  /// `lowerCamelCase`, for everything else.
  case member

  /// Joins words; two digits that would meet are kept apart by an underscore.
  ///
  /// For example: `image`, `url` → `ImageURL` or `imageURL`; `claude`, `3`, `5` → `claude3_5`.
  func join(_ words: [String], _ style: NameStyle = .standard) -> String {
    var name = ""
    for (index, word) in words.enumerated() {
      let word = self == .member && index == 0 ? word.lowercased() : Casing.capitalized(word, style)
      if let last = name.unicodeScalars.last, let first = word.unicodeScalars.first, last.isDigit, first.isDigit {
        name += "_"
      }
      name += word
    }
    return name
  }

  /// Words of a name that is all capitals, in lower case; other words as they are.
  ///
  /// A single word stays for a type: `GPT` is a name, `IN_PROGRESS` is shouting.
  func calmed(_ words: [String]) -> [String] {
    guard self == .member || words.count > 1 else { return words }
    let isLower = words.contains { $0.unicodeScalars.contains { $0.properties.isLowercase } }
    return isLower ? words : words.map { $0.lowercased() }
  }

  /// A word with a capital at its begin, or in capitals throughout where it is an initialism.
  private static func capitalized(_ word: String, _ style: NameStyle) -> String {
    if let initialism = style.initialisms[word.lowercased()] { return initialism }
    guard let first = word.unicodeScalars.first else { return word }
    return first.properties.titlecaseMapping + String(word.unicodeScalars.dropFirst())
  }

  /// Initialisms and how they are written where they do not begin a member's name.
  static let initialisms: [String: String] = {
    let common = [
      "API", "CPU", "CSS", "CSV", "DNS", "GPU", "HTML", "HTTP", "HTTPS", "ID", "IP", "JSON", "JWT", "PDF", "SDK", "SQL",
      "SSE", "SSL", "TLS", "TTL", "UI", "URI", "URL", "UUID", "XML",
    ]
    var table = Dictionary(uniqueKeysWithValues: common.map { ($0.lowercased(), $0) })
    for plural in ["API", "ID", "URI", "URL", "UUID"] { table[plural.lowercased() + "s"] = plural + "s" }
    return table
  }()
}

extension Unicode.Scalar {
  /// Whether the scalar is a decimal digit of any script.
  var isDigit: Bool { properties.generalCategory == .decimalNumber }
}
