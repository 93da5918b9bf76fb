/// The rules of one schema of a rule book.
public struct SchemaRule: Sendable {
  /// The book that holds the schema and those that it refers to.
  private let book: RuleBook
  /// The name of the schema in the book.
  public let name: String

  /// The rules of a schema; of a name that the book lacks, none.
  init(_ name: String, in book: RuleBook) {
    self.name = name
    self.book = book
  }

  /// The rules that a JSON value breaks; empty where it is valid.
  public func violations(of value: JSONValue) -> [Violation] {
    RuleEvaluation(book).violations(of: value, by: name)
  }
}
