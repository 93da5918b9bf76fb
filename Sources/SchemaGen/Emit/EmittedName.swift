/// The method that an operation becomes, and by what the configuration finds the operation.
package struct EmittedName: Hashable, Sendable {
  /// The Swift name of the method.
  package var method: String
  /// The key of `naming.operations.names` that means this operation alone: the key of a tool, else the method and the
  /// path, else the title; nil where others share all of them.
  package var key: String?
  /// For people, for example `创建图片, POST /v1/images`.
  package var label: String
  /// Whether the document gives the operation no name: neither an id, nor a title of a few English words.
  package var isUnnamed: Bool

  package init(method: String, key: String?, label: String, isUnnamed: Bool) {
    self.method = method
    self.key = key
    self.label = label
    self.isUnnamed = isUnnamed
  }
}
