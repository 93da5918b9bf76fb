import SchemaSource

/// What a name is for; reserved words differ.
enum NameRole: Hashable {
  case type, property, enumCase, unionCase, operation, parameter

  /// How the words are joined.
  var casing: Casing { self == .type ? .type : .member }

  /// What makes another name of one that the language or the generated code needs for itself.
  var suffix: String {
    switch self {
    case .type: "Model"
    case .operation: "Operation"
    default: "Value"
    }
  }

  /// Whether a name cannot be had in this role, not even between backticks, or would confuse.
  func isReserved(_ name: String) -> Bool {
    switch self {
    case .type: ReservedNames.types.contains(name)
    case .property: ReservedNames.members.contains(name) || name == "hashValue"
    case .enumCase: ReservedNames.members.contains(name) || ReservedNames.optionalCases.contains(name)
    case .unionCase:
      ReservedNames.members.contains(name) || ReservedNames.optionalCases.contains(name) || name == "unknown"
    case .operation: ReservedNames.members.contains(name) || name == "connection"
    case .parameter: ReservedNames.members.contains(name) || ReservedNames.locals.contains(name)
    }
  }

  /// The first choice for a raw name: its words, or its spelling where the style keeps it.
  func plain(_ raw: String, _ style: NameStyle = .standard) -> String {
    if style.isVerbatim, let name = verbatim(raw) { return name }
    let words = plainWords(raw)
    return words.isEmpty ? spelled(raw, style) : legal(words, raw, style)
  }

  /// The second choice for a raw name: its words with every symbol spelled out.
  func spelled(_ raw: String, _ style: NameStyle = .standard) -> String { legal(Spelling.words(raw), raw, style) }

  /// The raw name with an underscore for each character that no identifier keeps; nil where nothing would be left.
  private func verbatim(_ raw: String) -> String? {
    var name = String.UnicodeScalarView()
    for scalar in raw.unicodeScalars { name.append(IdentifierScalars.isKept(scalar) ? scalar : "_") }
    guard let first = name.first, name.contains(where: { $0 != "_" }) else { return nil }
    if first != "_", !IdentifierScalars.isHead(first) { name.insert("_", at: name.startIndex) }
    let text = NameRole.cut(String(name), raw)
    return isReserved(text) ? text + suffix : text
  }

  /// The words of a raw name; a sign before a digit is one.
  private func plainWords(_ raw: String) -> [String] {
    let words = Words.split(raw)
    guard let first = raw.unicodeScalars.first, first == "-" || first == "+",
      raw.unicodeScalars.dropFirst().first?.isDigit == true
    else { return words }
    return [first == "-" ? "minus" : "plus"] + words
  }

  /// A legal name for this role out of words.
  func legal(_ words: [String], _ raw: String, _ style: NameStyle = .standard) -> String {
    var name = casing.join(casing.calmed(words), style)
    if name.isEmpty { name = self == .type ? "Empty" : "empty" }
    if let first = name.unicodeScalars.first, !IdentifierScalars.isHead(first) { name = "_" + name }
    name = NameRole.cut(name, raw)
    return isReserved(name) ? name + suffix : name
  }

  /// A name of bounded length: the hash of the raw name stands for what is cut off.
  ///
  /// A file's name, which holds the namespace and a type, may have 255 bytes on most systems.
  private static func cut(_ name: String, _ raw: String) -> String {
    let scalars = name.unicodeScalars
    guard scalars.count > 64 || name.utf8.count > 120 else { return name }
    var head = String.UnicodeScalarView()
    var bytes = 0
    for scalar in scalars.prefix(56) {
      bytes += UTF8.width(scalar)
      if bytes > 110 { break }
      head.append(scalar)
    }
    return String(head) + StableHash.suffix(raw)
  }
}
