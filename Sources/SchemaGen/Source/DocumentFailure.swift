/// Why a document that a reference names is not there.
package enum DocumentFailure: Error, Sendable {
  /// There is no such file.
  case missing
  /// The file is outside of the folders that may be read.
  case outside
  /// The document is remote, and nobody allowed that.
  case notAllowed
  /// Whatever else went wrong, for people: `it is larger than 64 MiB`.
  case unreadable(String)
  /// The document is there and is neither JSON nor YAML; the report says why.
  case malformed(Report)
}
