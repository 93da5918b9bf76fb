/// Checks one value against a rule book.
final class RuleEvaluation {
  /// How many schemas may be at work inside each other: more than any sound document and value need.
  static let depthLimit = 2000

  /// The book.
  let book: RuleBook
  /// How many schemas are at work inside each other.
  private var depth = 0
  /// What dynamic references mean here: of each anchor the one that was met first on the way.
  private var anchors: [String: String] = [:]

  /// Makes an evaluation, for one value.
  init(_ book: RuleBook) { self.book = book }

  /// What a value breaks of the rules of a schema.
  func violations(of value: JSONValue, by name: String) -> [Violation] {
    reference(name, InstancePlace(value)).violations
  }

  /// Checks a value against a named schema; once at each place, since schemas refer to each other in many ways. A schema
  /// that leads back to itself at the same place adds nothing.
  func reference(_ name: String, _ place: InstancePlace) -> RuleOutcome {
    guard let schema = book.schemas[name] else { return RuleOutcome() }
    let visit = InstancePlace.Visit(name: name, anchors: anchors)
    if let known = place.outcomes[visit] { return known }
    place.outcomes[visit] = RuleOutcome()
    let outcome = check(schema, place, at: [name])
    place.outcomes[visit] = outcome
    return outcome
  }

  /// Checks a value against a schema that stands at a place of the book.
  func check(_ schema: RuleSchema, _ place: InstancePlace, at location: [String]) -> RuleOutcome {
    depth += 1
    defer { depth -= 1 }
    var outcome = RuleOutcome()
    guard depth <= Self.depthLimit else {
      outcome.add(violation(place, "false", expected: "schemas that end somewhere", at: location))
      return outcome
    }
    let outer = anchors
    defer { anchors = outer }
    if !schema.anchors.isEmpty { anchors.merge(schema.anchors) { first, _ in first } }
    for keyword in schema.keywords { check(keyword, place, at: location, into: &outcome) }
    return outcome
  }

  /// Checks a value against a keyword.
  private func check(
    _ keyword: RuleKeyword,
    _ place: InstancePlace,
    at location: [String],
    into outcome: inout RuleOutcome
  ) {
    switch keyword {
    case .never: outcome.add(violation(place, "false", expected: "nothing at all", at: location))
    case .reference(let name): outcome.merge(reference(name, place))
    case .dynamicReference(let anchor, let name): outcome.merge(reference(anchors[anchor] ?? name, place))
    case .types, .constant, .enumeration, .bound, .multipleOf, .size, .pattern, .format, .uniqueItems:
      if let failure = keyword.failure(of: place.value) {
        outcome.add(violation(place, failure.keyword, expected: failure.expected, at: location + [failure.keyword]))
      }
    case .required, .dependentRequired, .dependentSchemas, .properties, .propertyNames, .unevaluatedProperties:
      if case .object(let members) = place.value {
        checkObject(keyword, members, place, at: location, into: &outcome)
      }
    case .items, .contains, .unevaluatedItems:
      if case .array(let elements) = place.value { checkArray(keyword, elements, place, at: location, into: &outcome) }
    case .allOf, .anyOf, .oneOf, .not, .conditional: checkLogic(keyword, place, at: location, into: &outcome)
    }
  }

  /// Checks a value against a keyword that combines schemas (JSON Schema 2020-12 core, section 10.2).
  private func checkLogic(
    _ keyword: RuleKeyword,
    _ place: InstancePlace,
    at location: [String],
    into outcome: inout RuleOutcome
  ) {
    switch keyword {
    case .allOf(let schemas):
      for (index, schema) in schemas.enumerated() {
        outcome.merge(check(schema, place, at: location + ["allOf", String(index)]))
      }
    case .anyOf(let schemas):
      let results = outcomes(of: schemas, place, at: location + ["anyOf"])
      let passed = results.filter(\.isValid)
      passed.forEach { outcome.merge($0) }
      if passed.isEmpty {
        let expected = "one of \(schemas.count) alternatives" + Self.reason(of: results)
        outcome.add(violation(place, "anyOf", expected: expected, at: location + ["anyOf"]))
      }
    case .oneOf(let schemas):
      let results = outcomes(of: schemas, place, at: location + ["oneOf"])
      let passed = results.filter(\.isValid)
      if passed.count == 1 { return outcome.merge(passed[0]) }
      let detail = passed.isEmpty ? Self.reason(of: results) : " and no more; \(passed.count) fit"
      let expected = "exactly one of \(schemas.count) alternatives" + detail
      outcome.add(violation(place, "oneOf", expected: expected, at: location + ["oneOf"]))
    case .not(let schema):
      if check(schema, place, at: location + ["not"]).isValid {
        outcome.add(violation(place, "not", expected: "a value that a schema excludes", at: location + ["not"]))
      }
    case .conditional(let condition, let consequence, let alternative):
      let result = check(condition, place, at: location + ["if"])
      if result.isValid {
        outcome.merge(result)
        if let consequence { outcome.merge(check(consequence, place, at: location + ["then"])) }
      } else if let alternative {
        outcome.merge(check(alternative, place, at: location + ["else"]))
      }
    default: break
    }
  }

  /// Checks a value against alternatives.
  private func outcomes(of schemas: [RuleSchema], _ place: InstancePlace, at location: [String]) -> [RuleOutcome] {
    schemas.enumerated().map { check($1, place, at: location + [String($0)]) }
  }

  /// Why the alternative fails that comes closest: the one whose violation lies deepest in the value.
  private static func reason(of results: [RuleOutcome]) -> String {
    let closest = results.compactMap(\.violations.first).max { $0.keyPath.utf8.count < $1.keyPath.utf8.count }
    guard let closest, !closest.keyPath.isEmpty else { return "" }
    return "; the closest fails at \(closest.keyPath) (\(closest.keyword))"
  }

  /// A violation at a place.
  func violation(_ place: InstancePlace, _ keyword: String, expected: String, at rule: [String]) -> Violation {
    let text = place.value.description
    return Violation(
      keyPath: KeyPathText.text(place.steps),
      keyword: keyword,
      expected: expected,
      found: text.count > 80 ? text.prefix(80) + "…" : text,
      rule: rule
    )
  }
}
