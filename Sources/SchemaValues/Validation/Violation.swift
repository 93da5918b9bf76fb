/// A rule that a value breaks.
public struct Violation: Hashable, Sendable, CustomStringConvertible {
  /// The place of the value, for example `choices[0].message.content`; empty for the whole value.
  public let keyPath: String
  /// The keyword of JSON Schema that is broken, for example `maximum`; `false` where no value is allowed at all.
  public let keyword: String
  /// What the rule asks for, for example `at most 100`.
  public let expected: String
  /// What stands there, as JSON; long values are cut.
  public let found: String
  /// The place of the rule: the name of its schema, then the way to the keyword, for example
  /// `["Pet", "properties", "age", "maximum"]`.
  public let rule: [String]

  /// The place, what was expected and what was found.
  public var description: String {
    "\(keyPath.isEmpty ? "the value" : keyPath): expected \(expected), found \(found) (\(keyword))"
  }
}
