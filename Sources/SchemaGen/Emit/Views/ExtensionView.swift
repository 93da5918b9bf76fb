import Mustache

/// The extension that a file holds.
struct ExtensionView: MustacheParent {
  /// What is extended.
  let namespace: String
  /// What is said of it; empty for nothing.
  var documentation: [String] = []

  func child(named name: String) -> Any? {
    switch name {
    case "namespace": Verbatim(namespace)
    case "documentation": documentation
    case "declarations": Verbatim(Assembly.placeholder)
    default: nil
    }
  }
}
