/// A JSON value that was found inside other text.
package struct JSONPrefix: Sendable {
  /// The array or object, as far as it goes.
  package var node: Node
  /// The byte offset behind the value.
  package var end: Int
  /// Whether the text ended before the value did; its last string may lack its end then.
  package var isTruncated: Bool
  /// What the text has that JSON has not.
  package var liberties: JSONLiberties

  /// Whether objects lack members: at the end of the text, or where an ellipsis stands for them.
  package var isCut: Bool { isTruncated || liberties.isPartial }

  /// Makes a prefix of its parts.
  package init(node: Node, end: Int, isTruncated: Bool, liberties: JSONLiberties = JSONLiberties()) {
    self.node = node
    self.end = end
    self.isTruncated = isTruncated
    self.liberties = liberties
  }
}
