/// A keyword of a rule book that could not be understood and is left out.
public struct RuleProblem: Hashable, Sendable, CustomStringConvertible {
  /// The place of the keyword: the name of its schema, then the way down; empty for the whole book.
  public let rule: [String]
  /// What is wrong, lower case, no full stop.
  public let message: String

  /// The place and what is wrong there.
  public var description: String { "\(rule.joined(separator: "/")): \(message)" }
}
