extension RuleKeyword {
  /// What is wrong with a value by itself: the keyword and what it asks for; nil where the keyword holds or looks at
  /// other values (JSON Schema validation 2020-12, section 6).
  func failure(of value: JSONValue) -> (keyword: String, expected: String)? {
    switch (self, value) {
    case (.types(let types), _):
      return types.contains { value.isOf(type: $0) } ? nil : ("type", Self.list(types))
    case (.constant(let constant), _):
      return value.isSame(as: constant) ? nil : ("const", constant.description)
    case (.enumeration(let values), _):
      return values.contains { value.isSame(as: $0) } ? nil : ("enum", "one of " + Self.list(values))
    case (.bound(let bound, let limit), .number(let number)):
      return bound.allows(number, limit) ? nil : (bound.rawValue, "\(bound.phrase) \(limit)")
    case (.multipleOf(let divisor), .number(let number)):
      return number.isMultiple(of: divisor) ? nil : ("multipleOf", "a multiple of \(divisor)")
    case (.size(let size, let limit), _):
      guard let count = size.count(of: value), !size.allows(count, limit) else { return nil }
      return (size.rawValue, "\(size.isUpper ? "at most" : "at least") \(limit) \(size.unit), not \(count)")
    case (.pattern(let pattern), .string(let text)):
      return pattern.matches(text) ? nil : ("pattern", "a string that matches \(pattern.text)")
    case (.format(let format), .string(let text)):
      return RuleFormat.allows(text, format) ? nil : ("format", "a string in the format \(format)")
    case (.uniqueItems, .array(let elements)):
      return Set(elements.map(ExactJSON.init)).count == elements.count
        ? nil : ("uniqueItems", "no two elements that are the same")
    default: return nil
    }
  }

  /// Names or values in a line; long lists are cut.
  private static func list(_ items: [some CustomStringConvertible]) -> String {
    let shown = items.prefix(10).map(\.description).joined(separator: ", ")
    return items.count > 10 ? shown + " …" : shown
  }
}

extension RuleBound {
  /// Whether a number is within the bound.
  fileprivate func allows(_ number: JSONNumber, _ limit: JSONNumber) -> Bool {
    switch self {
    case .minimum: !number.isLess(than: limit)
    case .maximum: !limit.isLess(than: number)
    case .exclusiveMinimum: limit.isLess(than: number)
    case .exclusiveMaximum: number.isLess(than: limit)
    }
  }

  /// The bound in words.
  fileprivate var phrase: String {
    switch self {
    case .minimum: "at least"
    case .maximum: "at most"
    case .exclusiveMinimum: "more than"
    case .exclusiveMaximum: "less than"
    }
  }
}

extension RuleSize {
  /// The size of a value that the keyword speaks of; nil for others. Strings count in code points.
  fileprivate func count(of value: JSONValue) -> Int? {
    switch (self, value) {
    case (.minLength, .string(let text)), (.maxLength, .string(let text)): text.unicodeScalars.count
    case (.minItems, .array(let elements)), (.maxItems, .array(let elements)): elements.count
    case (.minProperties, .object(let members)), (.maxProperties, .object(let members)): members.count
    default: nil
    }
  }

  /// Whether a size is within the limit.
  fileprivate func allows(_ count: Int, _ limit: Int) -> Bool { isUpper ? count <= limit : count >= limit }

  /// Whether the limit is the largest size and not the smallest.
  fileprivate var isUpper: Bool {
    switch self {
    case .maxLength, .maxItems, .maxProperties: true
    case .minLength, .minItems, .minProperties: false
    }
  }

  /// What is counted.
  fileprivate var unit: String {
    switch self {
    case .minLength, .maxLength: "characters"
    case .minItems, .maxItems: "elements"
    case .minProperties, .maxProperties: "properties"
    }
  }
}

extension JSONValue {
  /// Whether the value is of a JSON type by name; a number without a fraction is an integer, however large.
  fileprivate func isOf(type: String) -> Bool {
    switch (type, self) {
    case ("null", .null), ("boolean", .boolean), ("number", .number), ("string", .string), ("array", .array),
      ("object", .object):
      true
    case ("integer", .number(let number)): number.isWhole
    default: false
    }
  }
}
