/// What people write into the examples of a page although JSON has no such thing: byte ranges in the order of the text.
package struct JSONLiberties: Sendable, Equatable {
  /// Comments, their marks included.
  package var comments: [Range<Int>] = []
  /// Ellipses, each of which stands for more members or elements.
  package var ellipses: [Range<Int>] = []
  /// Quotes, commas and colons in a Chinese spelling, commas before a bracket and commas that are missing.
  package var punctuation: [Range<Int>] = []
  /// Whether an object lacks members for which an ellipsis stands.
  package var isPartial = false

  /// Whether the text is JSON as it should be.
  package var isEmpty: Bool { comments.isEmpty && ellipses.isEmpty && punctuation.isEmpty }
}
