import SchemaDescription

extension FieldType {
  /// How deep arrays may stand within each other.
  private static let depthLimit = 8

  /// The type that a whole text is, nil where it is none.
  static func whole(_ text: Substring) -> FieldType? {
    guard let (type, length) = prefix(of: text), length == text.utf8.count else { return nil }
    return type
  }

  /// The type at the beginning of a text and how many bytes it takes, for example `array [object {2}]`.
  static func prefix(of text: Substring) -> (type: FieldType, length: Int)? {
    guard let lead = text.utf8.first, (0x61...0x7A).contains(lead) || (0x41...0x5A).contains(lead) else { return nil }
    var rest = text
    guard let type = union(&rest, depth: 0) else { return nil }
    if let next = rest.unicodeScalars.first, next.isWordPart || next == "-" || next == "." { return nil }
    return (type, text.utf8.distance(from: text.startIndex, to: rest.startIndex))
  }

  /// Alternatives with bars between them.
  private static func union(_ rest: inout Substring, depth: Int) -> FieldType? {
    guard depth < depthLimit, let first = kind(&rest, depth: depth) else { return nil }
    var kinds = [first]
    while kinds.count < 16 {
      var ahead = rest
      guard take("|", from: &ahead), let next = kind(&ahead, depth: depth) else { break }
      kinds.append(next)
      rest = ahead
    }
    return FieldType(kinds: kinds)
  }

  /// One alternative.
  private static func kind(_ rest: inout Substring, depth: Int) -> Kind? {
    let start = rest.trimmed
    let word = start.unicodeScalars.prefix { ("a"..."z").contains($0) || $0 == "O" }
    switch String(Substring(word)) {
    case "array":
      rest = start.dropping(bytes: 5)
      return .array(bracketed(&rest, depth: depth))
    case "object":
      rest = start.dropping(bytes: 6)
      skipName(&rest)
      return .object(count: count(&rest))
    case "map":
      rest = start.dropping(bytes: 3)
      return .map(mapValue(&rest, depth: depth))
    case "enum":
      rest = start.dropping(bytes: 4)
      return .enumeration(bracketed(&rest, depth: depth))
    case "any":
      rest = start.dropping(bytes: 3)
      return .any
    case "oneOf", "anyOf", "allOf":
      rest = start.dropping(bytes: 5)
      _ = count(&rest)
      return .any
    case let name:
      guard let type = RawType(rawValue: name) else { return nil }
      rest = start.dropping(bytes: name.utf8.count)
      return .scalar(type, format: format(&rest))
    }
  }

  /// The type in square or angle brackets, nil where none follows.
  private static func bracketed(_ rest: inout Substring, depth: Int) -> FieldType? {
    for (open, close) in [("[", "]"), ("<", ">")] {
      var ahead = rest
      guard take(open, from: &ahead), let type = union(&ahead, depth: depth + 1), take(close, from: &ahead) else {
        continue
      }
      rest = ahead
      return type
    }
    return nil
  }

  /// The type of the values in `map[string, integer]`, nil where none follows.
  private static func mapValue(_ rest: inout Substring, depth: Int) -> FieldType? {
    for (open, close) in [("[", "]"), ("<", ">")] {
      var ahead = rest
      guard take(open, from: &ahead), take("string", from: &ahead), take(",", from: &ahead),
        let type = union(&ahead, depth: depth + 1), take(close, from: &ahead)
      else { continue }
      rest = ahead
      return type
    }
    return nil
  }

  /// Skips the name of a model in parentheses: `object (Message) {2}`.
  private static func skipName(_ rest: inout Substring) {
    var ahead = rest
    guard take("(", from: &ahead), let close = ahead.firstIndex(of: ")"), close > ahead.startIndex,
      ahead[..<close].utf8.count <= 100, !ahead[..<close].contains("(")
    else { return }
    rest = ahead[ahead.index(after: close)...]
  }

  /// The number in braces, nil where none follows.
  private static func count(_ rest: inout Substring) -> Int? {
    var ahead = rest
    guard take("{", from: &ahead) else { return nil }
    let digits = ahead.trimmed.prefix { $0.isASCII && $0.isNumber }
    guard let count = Int(digits) else { return nil }
    ahead = ahead.trimmed.dropping(bytes: digits.utf8.count)
    guard take("}", from: &ahead) else { return nil }
    rest = ahead
    return count
  }

  /// The format in angle brackets, nil where none follows.
  private static func format(_ rest: inout Substring) -> String? {
    var ahead = rest
    guard take("<", from: &ahead) else { return nil }
    let name = ahead.prefix { $0 != ">" }
    guard name.utf8.count < 40, !name.trimmed.isEmpty else { return nil }
    ahead = ahead.dropping(bytes: name.utf8.count)
    guard take(">", from: &ahead) else { return nil }
    rest = ahead
    return String(name.trimmed)
  }

  /// Takes a mark and the white space before it.
  private static func take(_ mark: String, from rest: inout Substring) -> Bool {
    let start = rest.drop { $0.unicodeScalars.allSatisfy(\.isPageSpace) }
    guard start.begins(with: mark) else { return false }
    rest = start.dropping(bytes: mark.utf8.count)
    return true
  }
}
