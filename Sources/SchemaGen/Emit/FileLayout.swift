/// How the declarations of one API are spread over files.
package enum FileLayout: String, Hashable, Sendable, CaseIterable {
  /// A file for each top-level type and one for the client.
  case type
  /// A file for each tag with the types that only its operations use, one with its operations, and one for the types
  /// that several tags share.
  case tag
  /// One file.
  case single
}
