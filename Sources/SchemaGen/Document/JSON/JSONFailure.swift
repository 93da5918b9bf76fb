import SchemaSource

/// Why a JSON text could not be read, in byte offsets of that text.
struct JSONFailure: Error {
  /// Which diagnostic it becomes.
  var id: DiagnosticID = .invalidJSON
  /// What was expected and what was found.
  var message: String
  /// The bytes that are wrong.
  var range: Range<Int>
  /// Whether the text ended too early.
  var isAtEnd = false
  /// What was open when the text went wrong, and where it began.
  var opening: (message: String, range: Range<Int>)?
}
