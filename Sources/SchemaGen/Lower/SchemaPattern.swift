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
}

extension Dictionary where Key == SchemaPattern {
  /// What is chosen for a place; its path wins over its name.
  func choice(at place: Place) -> Value? {
    guard !isEmpty else { return nil }
    if let value = self[.path(place.path)] { return value }
    switch place.hint {
    case .property(let key, _), .operation(_, .parameter(let key)): return self[.property(key + place.brackets)]
    default: return nil
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
