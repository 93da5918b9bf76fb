/// The tool's version.
enum ToolVersion {
  /// Follows semantic versioning.
  static let text = "0.1.0"
}
