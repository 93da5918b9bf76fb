import SchemaSource

/// The list of a site's pages, in their order, that is saved beside the pages themselves.
package struct SiteIndex: Sendable {
  /// One page.
  package struct Entry: Sendable {
    /// The names of the folders that hold the page, outermost first.
    package var folders: [String]
    package var title: String
    /// The last component of the page's address without its extension.
    package var slug: String
    package var description: String?
    package var span: SourceSpan

    package init(folders: [String], title: String, slug: String, description: String?, span: SourceSpan) {
      self.folders = folders
      self.title = title
      self.slug = slug
      self.description = description
      self.span = span
    }
  }

  /// The pages in their order.
  package var entries: [Entry]
  package var span: SourceSpan

  package init(entries: [Entry], span: SourceSpan) {
    self.entries = entries
    self.span = span
  }
}
