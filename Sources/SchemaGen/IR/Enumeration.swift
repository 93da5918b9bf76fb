/// A type whose values are listed.
package struct Enumeration: Sendable {
  /// What the values are on the wire.
  package enum RawKind: String, Hashable, Sendable {
    case string, integer, number
    /// Values of several JSON types, or of one that is none of the others.
    case value
  }

  /// One listed value.
  package struct Case: Hashable, Sendable {
    package var value: Literal
    /// A name from the document; nil where the value names itself.
    package var name: String?
    package var documentation: String?

    package init(value: Literal, name: String? = nil, documentation: String? = nil) {
      self.value = value
      self.name = name
      self.documentation = documentation
    }
  }

  package var rawKind: RawKind
  /// No two have the same value.
  package var cases: [Case]
  /// An open enumeration keeps a value that it does not list; a closed one refuses it.
  package var isOpen: Bool
  /// Whether the document says that there are other values than the listed ones, as `anyOf` of a string and an
  /// enumeration does.
  package var hasOthers: Bool
  /// What is listed beside the cases and has none, since no Swift literal spells it.
  package var unspelled: Set<Composite> = []

  /// A JSON type whose values have parts.
  package enum Composite: Hashable, Sendable { case array, object }

  package init(rawKind: RawKind, cases: [Case], isOpen: Bool = true, hasOthers: Bool = false) {
    self.rawKind = rawKind
    self.cases = cases
    self.isOpen = isOpen
    self.hasOthers = hasOthers
  }

  /// The type that holds the values.
  package var rawType: Scalar {
    switch rawKind {
    case .string: .string
    case .integer: .int
    case .number: .double
    case .value: .json
    }
  }
}
