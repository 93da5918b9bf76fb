import SchemaSource

/// What a schema demands of values, beyond the types that are generated: JSON Schema 2020-12 with names for references.
package struct Rule: Sendable {
  /// One keyword.
  package struct Keyword: Sendable {
    /// The keyword as JSON Schema spells it.
    package var name: String
    package var argument: Argument
    /// Where the document says so.
    package var span: SourceSpan
    /// What the keyword rests on.
    package var origin = Origin.declared

    package init(_ name: String, _ argument: Argument, at span: SourceSpan, origin: Origin = .declared) {
      self.name = name
      self.argument = argument
      self.span = span
      self.origin = origin
    }
  }

  /// What a keyword takes.
  package indirect enum Argument: Sendable {
    /// JSON text: numbers, listed values, types.
    case json(String)
    /// The name of another rule of the API.
    case reference(String)
    /// A text: a pattern or a format.
    case text(String)
    /// Names of properties.
    case names([String])
    /// The names of other rules by the anchors that they have.
    case anchors([Entry<String>])
    /// Names of properties by the property that asks for them.
    case dependencies([Entry<[String]>])
    case rule(Rule)
    case rules([Rule])
    /// Rules by the keys or patterns that they are for.
    case table([Entry<Rule>])
  }

  /// A value under a key.
  package struct Entry<Value: Sendable>: Sendable {
    package var key: String
    package var value: Value

    package init(_ key: String, _ value: Value) {
      self.key = key
      self.value = value
    }
  }

  /// A documented value that must be valid.
  package struct Witness: Sendable {
    /// The value as JSON text.
    package var json: String
    package var span: SourceSpan

    package init(json: String, at span: SourceSpan) {
      self.json = json
      self.span = span
    }
  }

  package var keywords: [Keyword] = []
  /// Whether no value is allowed.
  package var isNever = false
  /// Documented values of the schema.
  package var witnesses: [Witness] = []
  /// Where the schema stands.
  package var span: SourceSpan

  package init(at span: SourceSpan) { self.span = span }
}

/// The rule of a schema that has a name in the rule book.
package struct NamedRule: Sendable {
  /// Unique within the API.
  package var name: String
  package var rule: Rule
  /// The declarations whose values the rule is for; empty where the schema became no type of its own.
  package var types: [DeclID]

  package init(name: String, rule: Rule, types: [DeclID] = []) {
    self.name = name
    self.rule = rule
    self.types = types
  }
}
