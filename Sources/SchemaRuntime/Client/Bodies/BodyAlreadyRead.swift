/// A body that was on its way was read a second time.
public struct BodyAlreadyRead: Error, Hashable, Sendable, CustomStringConvertible {
  /// What to do, for people.
  public var description: String { "the body has been read already; collect it where it is needed twice" }
}
