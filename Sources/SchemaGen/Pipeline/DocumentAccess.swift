import SchemaSource

/// What the caller lends the generator to open documents that are no inputs and that others refer to.
package struct DocumentAccess: Sendable {
  /// A file that was opened.
  package struct File: Sendable {
    /// The path, spelled the same whatever path led to the file.
    package var path: String
    /// The whole content.
    package var bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  /// Opens the file at a path, which is spelled as the inputs' paths are. Called from several threads.
  package var file: @Sendable (String) -> Result<File, DocumentFailure>
  /// Fetches what an absolute `http` or `https` URI names. Called from several threads.
  package var remote: @Sendable (String) -> Result<[UInt8], DocumentFailure>

  package init(
    file: @escaping @Sendable (String) -> Result<File, DocumentFailure>,
    remote: @escaping @Sendable (String) -> Result<[UInt8], DocumentFailure>
  ) {
    self.file = file
    self.remote = remote
  }

  /// No access to anything but the inputs.
  package static let none = DocumentAccess(file: { _ in .failure(.missing) }, remote: { _ in .failure(.notAllowed) })
}
