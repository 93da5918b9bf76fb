/// The rules of the schemas of one API, each under its name.
///
/// A book is written as one JSON object: names, and under each a schema of JSON Schema 2020-12 in which `$ref` holds a
/// name of the book. It is parsed when it is first used.
public struct RuleBook: Sendable {
  /// The schemas by name.
  let schemas: [String: RuleSchema]
  /// Whether a schema asks for what other keywords have left over, so that these must be kept track of.
  let tracksEvaluated: Bool
  /// What could not be understood, each with the place of its keyword; such keywords hold for every value.
  public let problems: [RuleProblem]

  /// Reads a book. Nothing is thrown: what cannot be understood is left out and found in `problems`.
  public init(_ json: String) {
    var parser = RuleParser()
    schemas = parser.book(json)
    tracksEvaluated = parser.tracksEvaluated
    problems = parser.problems
  }

  /// The rules of the schema with a name.
  public subscript(_ name: String) -> SchemaRule { SchemaRule(name, in: self) }
}
