import SchemaDescription

/// The type of a field as people write it in tables: `array of object`, `string[]`, `List<String>`, `对象数组`, `'a' | 'b'`.
struct TypeSpelling {
  /// The type; anything where the cell is empty or its word is not known.
  var type = FieldType(kinds: [.any])
  /// Whether the cell says that the field must be there.
  var isRequired: Bool?
  /// The values that stand in the place of types.
  var values: [PageLine] = []
  /// The place that stands where the type should, in tables that call places types.
  var location: FieldRow.Location?
  /// The cell where its word is none that is known.
  var unknown: PageLine?

  /// How deep types may stand within each other.
  private static let depthLimit = 16

  /// The names of the models that a type may be.
  private let models: Set<String>
  /// Whether a word was met that is none that is known.
  private var hasUnknown = false

  /// Reads a cell.
  init(_ cell: PageLine?, models: Set<String>) {
    self.models = models
    guard let cell, !CellText.isNothing(cell.text) else { return }
    let plain = withoutMarker(CellText.plain(cell))
    let parts = Self.alternatives(of: plain.text)
    let listed = parts.map { CellText.plain(plain.part($0)) }
    if parts.count > 1 || plain.text.begins(with: "\""),
      zip(parts, listed).allSatisfy({ Self.isQuoted($0.trimmed, $1) })
    {
      type = FieldType(kinds: [.enumeration(nil)])
      values = listed.map { $0.part($0.text.drop { $0 == "'" || $0 == "\"" }.prefix { $0 != "'" && $0 != "\"" }) }
      return
    }
    location = Self.locations[plain.text.lowercased()]
    guard location == nil else { return }
    type = read(Self.unescaped(plain.text)[...], depth: 0)
    if hasUnknown { unknown = plain }
  }

  /// Takes the word for a required field from the end of a cell: `string, required`.
  private mutating func withoutMarker(_ cell: PageLine) -> PageLine {
    for (word, value) in [
      ("required", true), ("必填", true), ("必需", true), ("必选", true), ("optional", false), ("可选", false), ("选填", false),
    ] {
      let text = cell.text.lowercased()
      let ending = [" \(word)", ",\(word)", "(\(word))", "（\(word)）", "，\(word)"].first { text.hasSuffix($0) }
      guard text.utf8.count == cell.text.utf8.count, let ending else { continue }
      isRequired = value
      let rest = cell.prefix(bytes: cell.text.utf8.count - ending.utf8.count)
      return CellText.plain(rest.part(rest.text.prefix { _ in true }.trimmedMarks))
    }
    return cell
  }

  /// Whether a part stands in quotes, which only values do.
  private static func isQuoted(_ part: Substring, _ plain: PageLine) -> Bool {
    let quotes = "'\"“‘"
    guard let first = part.first, plain.text.utf8.count <= 64 else { return false }
    // Code that is no word for a type is a value as well.
    if first == "`", part.last == "`", let inner = plain.text.first, !quotes.contains(inner) {
      return word(plain.text.lowercased()) == nil && plain.text.unicodeScalars.allSatisfy(\.isNamePart)
    }
    guard let first = part.drop(while: { $0 == "`" }).first, quotes.contains(first) else { return false }
    return plain.text.utf8.count <= 64
  }

  /// A type without the backslashes and references of HTML that tables need.
  private static func unescaped(_ text: Substring) -> String {
    var text = HTMLEntities.decode(text).replacing("`", with: "")
    for mark in ["|", "[", "]", "<", ">", "_"] { text = text.replacing("\\\(mark)", with: mark) }
    return text
  }

  /// The parts of a text between bars, slashes and words for "or" that stand in no brackets.
  private static func alternatives(of text: Substring) -> [Substring] {
    var parts: [Substring] = []
    var depth = 0
    var start = text.startIndex
    var index = text.startIndex
    while index < text.endIndex {
      let character = text[index]
      if "[<({（".contains(character) { depth += 1 }
      if "]>)}）".contains(character) { depth -= 1 }
      let rest = text[index...]
      let mark = depth > 0 ? nil : ["\\|", "|", "/", " or ", "或", "、"].first { rest.begins(with: $0) }
      if let mark {
        parts.append(text[start..<index])
        index = text.utf8.index(index, offsetBy: mark.utf8.count)
        start = index
      } else {
        index = text.index(after: index)
      }
    }
    parts.append(text[start...])
    return parts.map(\.trimmed).filter { !$0.isEmpty }
  }

  /// Reads a type with all its alternatives.
  private mutating func read(_ text: Substring, depth: Int) -> FieldType {
    guard depth < Self.depthLimit else { return FieldType(kinds: [.any]) }
    var kinds: [FieldType.Kind] = []
    for part in Self.alternatives(of: text).prefix(16) {
      let isOptional = part.hasSuffix("?") && part.utf8.count > 1
      kinds += kind(isOptional ? part.dropLast() : part, depth: depth)
      if isOptional { kinds.append(.scalar(.null, format: nil)) }
    }
    return FieldType(kinds: kinds.isEmpty ? [.any] : kinds)
  }

  /// One alternative.
  private mutating func kind(_ part: Substring, depth: Int) -> [FieldType.Kind] {
    let text = part.trimmed
    if models.contains(String(text)) { return [.model(String(text))] }
    if let element = Self.element(of: text) {
      return [.array(element.isEmpty ? nil : read(element, depth: depth + 1))]
    }
    if let value = Self.mapValue(of: text) { return [.map(value.isEmpty ? nil : read(value, depth: depth + 1))] }
    let word = text.prefix { !"<(（[{:：,，".contains($0) }.trimmed
    let inner = text.dropping(bytes: word.utf8.count).trimmed.drop { "<(（[{:：,， ".contains($0) }
      .prefix { !">)）]}".contains($0) }.trimmed
    guard let kind = Self.word(word.lowercased()) else {
      let name = Self.modelName(text)
      if let name, models.contains(name) { return [.model(name)] }
      hasUnknown = true
      return [.any]
    }
    switch kind {
    case .scalar(let type, let format):
      let isFormat =
        !inner.isEmpty && inner.utf8.count < 40 && inner.unicodeScalars.allSatisfy { $0.isNamePart }
        && !inner.allSatisfy(\.isNumber)
      return [.scalar(type, format: isFormat ? String(inner) : format)]
    case .enumeration where !inner.isEmpty:
      return [.enumeration(Self.word(inner.lowercased()).map { FieldType(kinds: [$0]) })]
    case .object where models.contains(String(inner)): return [.model(String(inner))]
    default: return [kind]
    }
  }

  /// The elements' type of an array's spelling; empty where it names none, nil where the spelling is no array's.
  private static func element(of text: Substring) -> Substring? {
    let lower = text.lowercased()
    guard lower.utf8.count == text.utf8.count else { return nil }
    for caption in ["array of ", "arrays of ", "list of ", "set of "] where lower.hasPrefix(caption) {
      return plural(text.dropping(bytes: caption.utf8.count))
    }
    for name in ["array", "list", "set", "数组", "列表", "集合", "sequence", "vec", "arraylist"] where lower.hasPrefix(name) {
      let rest = text.dropping(bytes: name.utf8.count).trimmed
      if rest.isEmpty { return rest }
      for (open, close) in [("<", ">"), ("[", "]"), ("(", ")"), ("（", "）"), ("{", "}")]
      where rest.begins(with: open) && rest.ends(with: close) {
        return rest.dropFirst().dropLast().trimmed
      }
    }
    for ending in ["[]", "数组", "列表", " array", " list", "集合", "[ ]"] where lower.hasSuffix(ending) {
      let rest = text.prefix(bytes: text.utf8.count - ending.utf8.count).trimmed
      if !rest.isEmpty { return rest }
    }
    if text.begins(with: "["), text.ends(with: "]") { return text.dropFirst().dropLast().trimmed }
    return nil
  }

  /// A word without the ending of its plural.
  private static func plural(_ text: Substring) -> Substring {
    guard text.hasSuffix("s"), word(text.lowercased()) == nil, word(text.dropLast().lowercased()) != nil else {
      return text
    }
    return text.dropLast()
  }

  /// The type of the values in a map's spelling; empty where it names none, nil where the spelling is no map's.
  private static func mapValue(of text: Substring) -> Substring? {
    let lower = text.lowercased()
    guard lower.utf8.count == text.utf8.count else { return nil }
    for caption in ["map of ", "dict of ", "dictionary of ", "object of "] where lower.hasPrefix(caption) {
      return plural(text.dropping(bytes: caption.utf8.count))
    }
    for name in ["map", "dict", "dictionary", "record", "hashmap"] where lower.hasPrefix(name) {
      let rest = text.dropping(bytes: name.utf8.count).trimmed
      for (open, close) in [("<", ">"), ("[", "]"), ("(", ")")] where rest.begins(with: open) {
        let inner = rest.dropFirst()
        if rest.ends(with: close), let comma = inner.firstIndex(of: ",") {
          return inner[inner.index(after: comma)...].dropLast().trimmed
        }
        // `map[string]integer` has its values behind the bracket.
        if open == "[", let end = inner.firstIndex(of: "]") { return inner[inner.index(after: end)...].trimmed }
      }
    }
    return nil
  }

  /// The name of a model in a text that says what it is: `Message 对象`, `object (Message)`.
  private static func modelName(_ text: Substring) -> String? {
    for ending in [" object", " 对象", "对象", " model", " 类型", " type"] where text.hasSuffix(ending) {
      return String(text.dropLast(ending.count).trimmed)
    }
    return nil
  }

  /// Places of parameters that some tables call types.
  private static let locations: [String: FieldRow.Location] = [
    "path": .parameter(.path), "query": .parameter(.query), "header": .parameter(.header),
    "cookie": .parameter(.cookie), "body": .body,
  ]
}

extension Substring {
  /// The text without marks that parted it from a word behind it.
  fileprivate var trimmedMarks: Substring {
    var text = trimmed
    while let last = text.last, ",，;；(（".contains(last) { text = text.dropLast().trimmed }
    return text
  }
}
