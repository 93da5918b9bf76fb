/// A JSON value that was found inside other text.
package struct JSONPrefix: Sendable {
  /// The array or object, as far as it goes.
  package var node: Node
  /// The byte offset behind the value.
  package var end: Int
  /// Whether the text ended before the value did; its last string may lack its end then.
  package var isTruncated: Bool

  /// Makes a prefix of its parts.
  package init(node: Node, end: Int, isTruncated: Bool) {
    self.node = node
    self.end = end
    self.isTruncated = isTruncated
  }
}
