/// A file that cannot be sent.
public struct FileUnreadable: Error, Hashable, Sendable, CustomStringConvertible {
  /// Where the file was looked for.
  public let path: String
  /// What is wrong.
  public let reason: String

  /// The path and what is wrong.
  public var description: String { "file \"\(path)\": \(reason)" }
}
