import Foundation

/// Writes to the two standard streams, and knows whether a person watches.
package enum Terminal {
  /// Whether standard error is a terminal.
  static var isInteractive: Bool { isatty(FileHandle.standardError.fileDescriptor) != 0 }

  /// Whether standard error shows colours, and nobody has asked for none.
  static var usesColor: Bool {
    let environment = ProcessInfo.processInfo.environment
    return isInteractive && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
  }

  /// Writes text to standard output; a closed pipe is not an error.
  package static func write(_ text: String) { write(text, to: .standardOutput) }

  /// Writes text to standard error.
  package static func write(error text: String) { write(text, to: .standardError) }

  /// Writes all of a text.
  private static func write(_ text: String, to handle: FileHandle) {
    guard !text.isEmpty else { return }
    try? handle.write(contentsOf: Data(text.utf8))
  }
}
