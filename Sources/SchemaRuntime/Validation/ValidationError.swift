/// The rules that a value breaks, all of them.
public struct ValidationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// At least one violation, in the order in which the rules stand in the document.
  public let violations: [Violation]

  /// A line for each violation.
  public var description: String { violations.map(\.description).joined(separator: "\n") }
}
