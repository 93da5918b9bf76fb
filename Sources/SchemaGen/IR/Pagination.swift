/// How the pages of a list follow each other.
///
/// A place in a response is the keys that lead to it from the whole, none for the whole itself.
package struct Pagination: Hashable, Sendable {
  /// Where a page holds the cursor of the next one.
  package enum Cursor: Hashable, Sendable {
    /// At a place of its own.
    case place([String])
    /// It is this property of the last item.
    case lastItem(String)
  }

  /// What leads from a page to the next.
  package enum Style: Hashable, Sendable {
    /// The response holds a cursor, nothing for the last page, which the query parameter takes. Where `more` is given,
    /// its value false marks the last page as well.
    case cursor(parameter: String, next: Cursor, more: [String]?)
    /// The query parameter counts pages from `first`. Where `more` is given, its value false marks the last page.
    case page(parameter: String, first: Int, more: [String]?)
    /// The query parameter counts the items before the page.
    case offset(parameter: String, more: [String]?)
    /// The header `Link` of the response holds the next page's URL (RFC 8288).
    case link
  }

  package var style: Style
  /// Where the items of a page stand.
  package var items: [String]

  package init(_ style: Style, items: [String]) {
    self.style = style
    self.items = items
  }
}
