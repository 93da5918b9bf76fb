/// One file of the output.
package struct OutputFile: Hashable, Sendable {
  /// Relative to the output folder, with forward slashes.
  package var path: String
  package var contents: String

  package init(path: String, contents: String) {
    self.path = path
    self.contents = contents
  }
}
