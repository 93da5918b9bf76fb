import SchemaDescription
import SchemaDocument
import SchemaIR
import SchemaSource

extension Lowerer {
  /// One enumeration where all alternatives are strings, some with listed values: `anyOf: [string, enum]` is how
  /// documents spell an open enumeration, `oneOf` of constants how they describe each value.
  func enumerationOfAlternatives(_ alternatives: [RawSchema], of schema: RawSchema) -> RawSchema? {
    var merged = schema
    merged.oneOf = []
    merged.anyOf = []
    merged.types = [.string]
    merged.enumeration = []
    for alternative in alternatives {
      let resolved = resolve(alternative)
      guard resolved.effectiveTypes == [.string] || !resolved.enumeration.isEmpty, resolved.oneOf.isEmpty,
        resolved.anyOf.isEmpty, resolved.allOf.isEmpty, resolved.format == nil
      else { return nil }
      guard resolved.enumeration.allSatisfy({ $0.value.string != nil || $0.value.isNull }) else { return nil }
      if let constant = resolved.constant {
        merged.enumeration.append(
          RawEnumValue(constant, name: nil, description: resolved.description ?? resolved.title)
        )
      }
      merged.enumeration += resolved.enumeration.filter { !$0.value.isNull }
    }
    return merged.enumeration.isEmpty ? nil : merged
  }

  /// The enumeration that a schema's listed values make; nil where they make none.
  mutating func enumerationType(of schema: RawSchema, at place: Place, namedBy key: SchemaKey?) -> TypeRef? {
    let values = schema.enumeration.filter { !$0.value.isNull }
    guard schema.constant == nil, values.count > 1 || (values.count == 1 && key != nil) else { return nil }
    let kind: Enumeration.RawKind
    var cases: [Enumeration.Case] = []
    if values.allSatisfy({ $0.value.string != nil }) {
      kind = .string
      cases = values.map {
        Enumeration.Case(value: .string($0.value.string ?? ""), name: $0.name, documentation: $0.description)
      }
    } else {
      kind = .integer
      for value in values {
        guard let number = value.value.number, let integer = DecimalText(number).integer else { return nil }
        cases.append(Enumeration.Case(value: .integer(integer), name: value.name, documentation: value.description))
      }
    }
    var seen: Set<Literal> = []
    cases.removeAll { !seen.insert($0.value).inserted }
    let id = declare(
      Declaration(
        hint: place.hint,
        parent: place.parent,
        kind: .enumeration(Enumeration(rawKind: kind, cases: cases, isOpen: isOpen(at: place))),
        documentation: documentationText(schema.title, schema.description),
        isDeprecated: schema.isDeprecated,
        origin: schema.valuesAreFromProse ? .prose : .declared,
        span: schema.span
      )
    )
    register(id, for: schema, namedBy: key)
    return .declared(id)
  }

  /// Whether an enumeration at a place keeps values that it does not list.
  private func isOpen(at place: Place) -> Bool {
    (options.enumerationOverrides.choice(at: place) ?? options.enumerations) == .open
  }
}
