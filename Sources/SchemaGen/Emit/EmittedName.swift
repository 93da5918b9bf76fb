/// The method that an operation becomes, and by what the configuration finds the operation.
package struct EmittedName: Sendable {
  /// The Swift name of the operation and, but in a group, of the method.
  package var method: String
  /// The key of `naming.operations.names` that means this operation alone: the key of a tool, else the method and the
  /// path, else the title; nil where others share all of them.
  package var key: String?
  /// For people, for example `创建图片, POST /v1/images`.
  package var label: String
  /// Whether the document gives the operation no name: neither an id, nor a title of a few English words.
  package var isUnnamed: Bool

  /// Methods that do what the method does in another way, by what follows the key in the configuration: `stream`.
  package var siblings: [(word: String, method: String)]

  package init(
    method: String,
    key: String?,
    label: String,
    isUnnamed: Bool,
    siblings: [(word: String, method: String)] = []
  ) {
    self.method = method
    self.key = key
    self.label = label
    self.isUnnamed = isUnnamed
    self.siblings = siblings
  }
}
