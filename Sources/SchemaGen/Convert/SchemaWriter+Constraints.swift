import Foundation
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
      if isCount(constraint) { object.add(keyword, value) }
    case "minContains", "maxContains":
      if isCount(constraint) { addLater(keyword, value, at: value.span, to: &object) }
    case "pattern":
      guard let pattern = value.string else { return leaveOut(constraint, "a string") }
      guard (try? NSRegularExpression(pattern: pattern)) == nil else { return object.add(keyword, value) }
      let message = "the pattern is no regular expression; other tools would refuse the document"
      report.add(.unexpectedValue, message, at: value.span, notes: [Self.advice(ConvertedKey.keywords)])
      object.keep(keyword, value)
    case "uniqueItems":
      guard value.boolean != nil else { return leaveOut(constraint, "true or false") }
      object.add(keyword, value)
    case "contentMediaType", "contentEncoding":
      guard value.string != nil else { return leaveOut(constraint, "a string") }
      addLater(keyword, value, at: value.span, to: &object)
    case "dependentRequired":
      guard value.members != nil else { return leaveOut(constraint, "an object") }
      addLater(keyword, value, at: value.span, to: &object)
    default:
      // A schema within a string may refer to places that are elsewhere now.
      lose("'\(keyword)'", at: value.span)
    }
  }

  /// Whether the value of a keyword is a count; tells where it is none.
  private mutating func isCount(_ constraint: RawConstraint) -> Bool {
    guard let number = constraint.value.number, !number.isEmpty, number.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else {
      leaveOut(constraint, "a count")
      return false
    }
    return true
  }

  /// Says that a keyword is left out because its value is none.
  private mutating func leaveOut(_ constraint: RawConstraint, _ expectation: String) {
    let message = "'\(constraint.keyword)' must be \(expectation); it is left out"
    report.add(.unexpectedValue, message, at: constraint.value.span)
  }
}
