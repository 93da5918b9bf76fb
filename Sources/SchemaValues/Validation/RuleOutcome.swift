/// What checking a value against a schema has found.
struct RuleOutcome {
  /// What is wrong, in order.
  private(set) var violations: [Violation] = []
  /// The parts of the value that keywords have spoken of.
  var evaluated = EvaluatedParts()

  /// Whether nothing is wrong.
  var isValid: Bool { violations.isEmpty }

  /// Adds what is wrong.
  mutating func add(_ violation: Violation) { violations.append(violation) }

  /// Adds what another schema has found at the same value. One that fails has spoken of nothing.
  mutating func merge(_ other: RuleOutcome) {
    violations += other.violations
    if other.isValid { evaluated.formUnion(other.evaluated) }
  }

  /// Adds what is wrong with a part of the value.
  mutating func mergeViolations(of other: RuleOutcome) { violations += other.violations }
}

/// The parts of a value that keywords have spoken of (JSON Schema 2020-12 core, section 11).
struct EvaluatedParts {
  /// Keys of properties.
  var properties: Set<String> = []
  /// Whether all properties are spoken of.
  var allProperties = false
  /// How many elements from the first.
  var firstItems = 0
  /// Other elements by position.
  var items: Set<Int> = []

  /// Whether a property is spoken of.
  func covers(_ key: String) -> Bool { allProperties || properties.contains(key) }

  /// Whether an element is spoken of.
  func covers(_ index: Int) -> Bool { index < firstItems || items.contains(index) }

  /// Adds the parts that others have spoken of.
  mutating func formUnion(_ other: EvaluatedParts) {
    if !other.properties.isEmpty { properties.formUnion(other.properties) }
    if !other.items.isEmpty { items.formUnion(other.items) }
    allProperties = allProperties || other.allProperties
    firstItems = max(firstItems, other.firstItems)
  }
}
