import Foundation

/// Where the program's texts go; each is seen at once.
enum Terminal {
  /// Writes to standard output.
  static func write(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }

  /// Writes a line to standard error.
  static func complain(_ text: String) { FileHandle.standardError.write(Data("chat: \(text)\n".utf8)) }
}
