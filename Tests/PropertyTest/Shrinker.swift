import SchemaRuntime

/// Makes a failing case smaller for as long as it fails.
struct Shrinker {
  /// How often smaller cases are tried.
  private static let roundLimit = 12
  /// How many are tried at a time.
  private static let width = 40

  /// Tries cases together.
  let attempt: ([PropertyCase]) throws -> [Failure]

  /// The smallest case that was found to fail at the same stage.
  func smallest(_ start: PropertyCase, _ failure: Failure) throws -> (PropertyCase, Failure) {
    var (current, failure) = (start, failure)
    for _ in 0..<Self.roundLimit {
      var candidates = Array(smaller(current).prefix(Self.width))
      for index in candidates.indices { candidates[index].name = "Case\(index)" }
      let failures = try attempt(candidates).filter { $0.stage == failure.stage && !$0.name.isEmpty }
      let sizes = Dictionary(uniqueKeysWithValues: candidates.map { ($0.name, $0.document.utf8.count) })
      guard let best = failures.min(by: { sizes[$0.name, default: 0] < sizes[$1.name, default: 0] }),
        let found = candidates.first(where: { $0.name == best.name })
      else { break }
      (current, failure) = (found, best)
    }
    return (current, failure)
  }

  /// Cases with less in them, the smallest steps last.
  private func smaller(_ item: PropertyCase) -> [PropertyCase] {
    var result: [PropertyCase] = []
    for index in item.shown.indices where item.shown.count > 1 {
      var copy = item
      copy.shown = [item.shown[index]]
      result.append(copy)
    }
    for index in item.shown.indices where item.shown.count > 1 {
      var copy = item
      copy.shown.remove(at: index)
      result.append(copy)
    }
    if item.hidden.count > 1 { result += item.hidden.map { only($0, item) } }
    if !item.hidden.isEmpty {
      var copy = item
      copy.hidden = []
      result.append(copy)
    }
    var keys: Set<String> = []
    for value in [item.schema ?? .null] + item.definitions.values + item.shown { value.collectKeys(into: &keys) }
    for key in keys.sorted() {
      var copy = item
      copy.schema = item.schema?.dropping(property: key)
      copy.definitions = item.definitions.mapValues { $0.dropping(property: key) }
      copy.shown = item.shown.map { $0.dropping(member: key) }
      copy.hidden = item.hidden.map { $0.dropping(member: key) }
      result.append(copy)
    }
    for name in item.definitions.keys.sorted() where !item.mentions(name) {
      var copy = item
      copy.definitions[name] = nil
      result.append(copy)
    }
    return result
  }

  /// The case with one hidden value.
  private func only(_ value: JSONValue, _ item: PropertyCase) -> PropertyCase {
    var copy = item
    copy.hidden = [value]
    return copy
  }
}

extension PropertyCase {
  /// Whether anything refers to a definition.
  fileprivate func mentions(_ name: String) -> Bool {
    let text = "\"#/components/schemas/\(name)\""
    return ([schema ?? .null] + definitions.filter { $0.key != name }.map(\.value)).contains {
      $0.description.contains(text)
    }
  }
}

extension JSONValue {
  /// The keys of schemas' properties.
  fileprivate func collectKeys(into keys: inout Set<String>) {
    switch self {
    case .array(let elements): for element in elements { element.collectKeys(into: &keys) }
    case .object(let members):
      if case .object(let properties)? = members["properties"] { keys.formUnion(properties.keys) }
      for value in members.values { value.collectKeys(into: &keys) }
    default: break
    }
  }

  /// A schema in which no object has a property.
  fileprivate func dropping(property key: String) -> JSONValue {
    switch self {
    case .array(let elements): return .array(elements.map { $0.dropping(property: key) })
    case .object(var members):
      members = members.mapValues { $0.dropping(property: key) }
      if case .object(var properties)? = members["properties"] {
        properties[key] = nil
        members["properties"] = .object(properties)
      }
      if case .array(let names)? = members["required"] {
        members["required"] = .array(names.filter { $0 != .string(key) })
      }
      return .object(members)
    default: return self
    }
  }

  /// A value in which no object has a member.
  fileprivate func dropping(member key: String) -> JSONValue {
    switch self {
    case .array(let elements): .array(elements.map { $0.dropping(member: key) })
    case .object(let members): .object(members.filter { $0.key != key }.mapValues { $0.dropping(member: key) })
    default: self
    }
  }
}
