extension RuleEvaluation {
  /// Checks an object against a keyword of objects (JSON Schema 2020-12 core, section 10.3.2, validation, section 6.5).
  func checkObject(
    _ keyword: RuleKeyword,
    _ members: [String: JSONValue],
    _ place: InstancePlace,
    at location: [String],
    into outcome: inout RuleOutcome
  ) {
    switch keyword {
    case .required(let keys):
      for key in keys where members[key] == nil {
        let expected = "the property \(JSONValue.string(key))"
        outcome.add(violation(place, "required", expected: expected, at: location + ["required", key]))
      }
    case .dependentRequired(let dependencies):
      for dependency in dependencies where members[dependency.key] != nil {
        for key in dependency.consequence where members[key] == nil {
          let names = (JSONValue.string(key), JSONValue.string(dependency.key))
          let expected = "the property \(names.0) beside \(names.1)"
          let rule = location + ["dependentRequired", dependency.key]
          outcome.add(violation(place, "dependentRequired", expected: expected, at: rule))
        }
      }
    case .dependentSchemas(let dependencies):
      for dependency in dependencies where members[dependency.key] != nil {
        let rule = location + ["dependentSchemas", dependency.key]
        outcome.merge(check(dependency.consequence, place, at: rule))
      }
    case .properties(let properties, let patterns, let additional):
      checkProperties(members, place, properties, patterns, additional, at: location, into: &outcome)
    case .propertyNames(let schema):
      for key in members.keys.sorted() {
        let name = InstancePlace(.string(key), below: place, .key(key))
        outcome.mergeViolations(of: check(schema, name, at: location + ["propertyNames"]))
      }
    case .unevaluatedProperties(let schema):
      let rest = members.keys.filter { !outcome.evaluated.covers($0) }.sorted()
      for key in rest {
        let result = check(schema, place.child(.key(key)), at: location + ["unevaluatedProperties"])
        outcome.mergeViolations(of: result)
      }
      outcome.evaluated.allProperties = true
    default: break
    }
  }

  /// Checks the properties of an object by name and by pattern, and all others.
  private func checkProperties(
    _ members: [String: JSONValue],
    _ place: InstancePlace,
    _ properties: [String: RuleSchema],
    _ patterns: [RulePatternSchema],
    _ additional: RuleSchema?,
    at location: [String],
    into outcome: inout RuleOutcome
  ) {
    for key in members.keys.sorted() {
      var isNamed = false
      if let schema = properties[key] {
        isNamed = true
        outcome.mergeViolations(of: check(schema, place.child(.key(key)), at: location + ["properties", key]))
      }
      for pattern in patterns where pattern.pattern.matches(key) {
        isNamed = true
        let rule = location + ["patternProperties", pattern.pattern.text]
        outcome.mergeViolations(of: check(pattern.schema, place.child(.key(key)), at: rule))
      }
      if !isNamed, let additional {
        let rule = location + ["additionalProperties"]
        outcome.mergeViolations(of: check(additional, place.child(.key(key)), at: rule))
      }
      if isNamed || additional != nil, book.tracksEvaluated { outcome.evaluated.properties.insert(key) }
    }
  }

  /// Checks an array against a keyword of arrays (JSON Schema 2020-12 core, sections 10.3.1 and 11.2).
  func checkArray(
    _ keyword: RuleKeyword,
    _ elements: [JSONValue],
    _ place: InstancePlace,
    at location: [String],
    into outcome: inout RuleOutcome
  ) {
    switch keyword {
    case .items(let prefix, let rest):
      for (index, schema) in prefix.enumerated().prefix(elements.count) {
        let rule = location + ["prefixItems", String(index)]
        outcome.mergeViolations(of: check(schema, place.child(.index(index)), at: rule))
      }
      outcome.evaluated.firstItems = max(outcome.evaluated.firstItems, rest == nil ? prefix.count : .max)
      guard let rest else { return }
      for index in elements.indices.dropFirst(prefix.count) {
        outcome.mergeViolations(of: check(rest, place.child(.index(index)), at: location + ["items"]))
      }
    case .contains(let schema, let minimum, let maximum):
      var count = 0
      for index in elements.indices {
        guard check(schema, place.child(.index(index)), at: location + ["contains"]).isValid else { continue }
        count += 1
        if book.tracksEvaluated { outcome.evaluated.items.insert(index) }
      }
      if count < minimum {
        let expected = "\(minimum) or more elements of a kind, which \(count) are"
        outcome.add(violation(place, "contains", expected: expected, at: location + ["contains"]))
      } else if let maximum, count > maximum {
        let expected = "at most \(maximum) elements of a kind, which \(count) are"
        outcome.add(violation(place, "maxContains", expected: expected, at: location + ["maxContains"]))
      }
    case .unevaluatedItems(let schema):
      for index in elements.indices where !outcome.evaluated.covers(index) {
        let result = check(schema, place.child(.index(index)), at: location + ["unevaluatedItems"])
        outcome.mergeViolations(of: result)
      }
      outcome.evaluated.firstItems = .max
    default: break
    }
  }
}
