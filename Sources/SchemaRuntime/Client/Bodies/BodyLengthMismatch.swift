/// A body that has more or fewer bytes than its length says.
public struct BodyLengthMismatch: Error, Hashable, Sendable, CustomStringConvertible {
  /// The number of bytes that were announced.
  public let expected: Int64
  /// The number of bytes so far where there are more, in all where there are fewer.
  public let found: Int64

  /// Makes an error.
  public init(expected: Int64, found: Int64) {
    self.expected = expected
    self.found = found
  }

  /// Both numbers, for people.
  public var description: String { "the body has \(found) bytes, its length says \(expected)" }
}
