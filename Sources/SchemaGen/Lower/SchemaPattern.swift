import SchemaIR

/// Names places of schemas, as the configuration writes them.
///
/// - `Pet`: the named schema `Pet`.
/// - `Pet.owner.created_at`: a property by the names of schema and properties; `[]` stands for an array's elements and
///   `{}` for a map's values, as in `Pet.tags[]`. It is how diagnostics call the place.
/// - `*.created_at`: every property, and every parameter, of that name.
package enum SchemaPattern: Hashable, Sendable {
  /// The place with this path.
  case path(String)
  /// Every property or parameter with this name, with `[]` or `{}` for what it holds.
  case property(String)

  /// Reads the configuration's spelling.
  package init(_ text: String) {
    self = text.hasPrefix("*.") ? .property(String(text.dropFirst(2))) : .path(text)
  }

  /// The configuration's spelling.
  var text: String {
    switch self {
    case .path(let path): path
    case .property(let name): "*.\(name)"
    }
  }
}

extension Lowerer {
  /// What is chosen for a place; its path wins over its name.
  mutating func choice<Value>(_ choices: [SchemaPattern: Value], at place: Place) -> Value? {
    guard !choices.isEmpty else { return nil }
    if let value = take(.path(place.path), of: choices) { return value }
    switch place.hint {
    case .property(let key, _), .operation(_, .parameter(let key)):
      return take(.property(key + place.brackets), of: choices)
    default: return nil
    }
  }

  /// The choice under a pattern, which is then in use.
  private mutating func take<Value>(_ pattern: SchemaPattern, of choices: [SchemaPattern: Value]) -> Value? {
    guard let value = choices[pattern] else { return nil }
    usedPatterns.insert(pattern)
    return value
  }

  /// Reports the patterns of the configuration that met no place.
  mutating func reportUnusedPlaces() {
    let unused = options.places.filter { !usedPatterns.contains($0.key) }
      .flatMap { pattern, spans in spans.map { (pattern, $0) } }.sorted { $0.1.start < $1.1.start }
    for (pattern, span) in unused {
      report.add(.unusedSetting, "no schema or property is at `\(pattern.text)`", at: span)
    }
  }
}

extension Place {
  /// The `[]` and `{}` at the end of the path, which say that the place is inside of what has the name.
  fileprivate var brackets: Substring {
    var start = path.endIndex
    while let open = path.index(start, offsetBy: -2, limitedBy: path.startIndex),
      ["[]", "{}"].contains(path[open..<start])
    {
      start = open
    }
    return path[start...]
  }
}
