import SchemaDescription
import SchemaDocument
import SchemaSource

extension SchemaWriter {
  /// Adds the keywords of validation. Bounds are exclusive by a truth value in OpenAPI 3.0 and by themselves in 3.1; what
  /// has a value of a wrong type is left out.
  mutating func addConstraints(of schema: RawSchema, to object: inout ObjectBuilder) {
    var values: [String: Node] = [:]
    for constraint in schema.constraints { values[constraint.keyword] = constraint.value }
    // Of equal keywords the last one counts, where it stands.
    for (position, constraint) in schema.constraints.enumerated() {
      guard !schema.constraints[(position + 1)...].contains(where: { $0.keyword == constraint.keyword }) else {
        continue
      }
      add(constraint, among: values, to: &object)
    }
  }

  /// Adds one keyword.
  private mutating func add(_ constraint: RawConstraint, among values: [String: Node], to object: inout ObjectBuilder) {
    let (keyword, value) = (constraint.keyword, constraint.value)
    switch keyword {
    case "minimum", "maximum":
      let exclusive = values[keyword == "minimum" ? "exclusiveMinimum" : "exclusiveMaximum"]
      guard value.number != nil else { return leaveOut(constraint, "a number") }
      if form == .v3_1, exclusive?.boolean == true { return }
      if form == .v3_0, exclusive?.number != nil { return }
      object.add(keyword, value)
    case "exclusiveMinimum", "exclusiveMaximum":
      let limit = keyword == "exclusiveMinimum" ? "minimum" : "maximum"
      switch (form, value.value) {
      case (.v3_1, .boolean(true)): object.add(keyword, values[limit]?.number == nil ? nil : values[limit])
      case (.v3_1, .number): object.add(keyword, value)
      case (.v3_0, .boolean(true)): object.add(keyword, value)
      case (.v3_0, .number):
        object.add(limit, value)
        object.add(keyword, flag: true)
      case (_, .boolean(false)): return
      default: leaveOut(constraint, "a number")
      }
    case "multipleOf":
      guard let number = value.number, !number.hasPrefix("-"), number.contains(where: { ("1"..."9").contains($0) })
      else {
        return leaveOut(constraint, "a number above 0")
      }
      object.add(keyword, value)
    case "minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties":
      addCount(constraint, to: &object)
    case "minContains", "maxContains": if isKnown(constraint) { addCount(constraint, to: &object) }
    case "pattern":
      guard value.string != nil else { return leaveOut(constraint, "a string") }
      object.add(keyword, value)
    case "uniqueItems":
      guard value.boolean != nil else { return leaveOut(constraint, "true or false") }
      object.add(keyword, value)
    case "contentMediaType", "contentEncoding":
      guard value.string != nil else { return leaveOut(constraint, "a string") }
      if isKnown(constraint) { object.add(keyword, value) }
    case "dependentRequired":
      guard value.members != nil else { return leaveOut(constraint, "an object") }
      if isKnown(constraint) { object.add(keyword, value) }
    default:
      // A schema within a string may refer to places that are elsewhere now.
      lose("'\(keyword)'", at: value.span)
    }
  }

  /// Adds a keyword whose value is a count.
  private mutating func addCount(_ constraint: RawConstraint, to object: inout ObjectBuilder) {
    guard let number = constraint.value.number, !number.isEmpty, number.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return leaveOut(constraint, "a count") }
    object.add(constraint.keyword, constraint.value)
  }

  /// Whether the version has a keyword that JSON Schema added later; tells where it has not.
  private mutating func isKnown(_ constraint: RawConstraint) -> Bool {
    if form == .v3_0 { lose("'\(constraint.keyword)'", at: constraint.value.span) }
    return form == .v3_1
  }

  /// Says that a keyword is left out because its value is none.
  private mutating func leaveOut(_ constraint: RawConstraint, _ expectation: String) {
    let message = "'\(constraint.keyword)' must be \(expectation); it is left out"
    report.add(.unexpectedValue, message, at: constraint.value.span)
  }
}
