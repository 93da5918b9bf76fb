import Mustache

/// The extension of the namespace that holds a file's declarations.
struct ExtensionView: MustacheParent {
  let namespace: String

  func child(named name: String) -> Any? {
    switch name {
    case "namespace": namespace
    case "declarations": Assembly.placeholder
    default: nil
    }
  }
}
