import SchemaDescription
import SchemaDocument

/// What a reference leads to.
struct ReferenceTarget {
  /// The value.
  var node: Node
  /// The document that holds it.
  var document: LoadedDocument
  /// The way to it from the document's root.
  var pointer: JSONPointer
  /// The schema resource that it is part of: references in it are relative to that one.
  var resource: SchemaResource

  /// The key of the target, the same by whatever route it is reached.
  var key: SchemaKey { Self.key(path: document.file.path, pointer: pointer) }

  /// The key of a place in a document.
  static func key(path: String, pointer: JSONPointer) -> SchemaKey {
    SchemaKey(prefix(path: path) + pointer.fragment)
  }

  /// A path as keys begin with it: without the sign that the fragment begins with.
  static func prefix(path: String) -> String {
    path.utf8.contains(UInt8(ascii: "#")) ? path.replacing("#", with: "%23") : path
  }

  /// Whether the value can be a schema: an object that is no API document, or a boolean.
  var isSchema: Bool {
    switch node.value {
    case .boolean: true
    case .object: !pointer.tokens.isEmpty || node["openapi"] == nil && node["swagger"] == nil
    default: false
    }
  }
}
