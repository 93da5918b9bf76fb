/// What the configuration says of the pages of an operation's list.
package struct PaginationOption: Hashable, Sendable {
  /// How the pages follow each other.
  package enum Style: String, Hashable, Sendable, CaseIterable {
    case cursor, page, offset, link
    /// The operation has no pages.
    case off
  }

  /// Nil is `off`.
  package var style: Style?
  /// The query parameter that says which page is wanted; nil for the one that is known by its name.
  package var parameter: String?
  /// Where the next cursor stands in the response, keys with dots between them; nil for what is known by its name.
  package var next: String?
  /// Where it stands whether there are more pages; nil for what is known by its name.
  package var more: String?
  /// Where the items stand; nil for what is known by its name.
  package var items: String?
  /// The number of the first page; nil for the documented one.
  package var first: Int?

  package init(_ style: Style? = nil) { self.style = style }
}
