/// What the pages of a list hold, one after the other.
public struct PageItems<Page: Sendable, Item: Sendable>: AsyncSequence, Sendable {
  /// Part of a page.
  public typealias Element = Item

  /// The pages.
  let pages: PageSequence<Page, Item>

  /// Takes the pages apart.
  public struct AsyncIterator: AsyncIteratorProtocol {
    /// Asks for the pages.
    private var pages: PageSequence<Page, Item>.AsyncIterator
    /// What a page holds.
    private let itemsOfPage: @Sendable (Page) -> [Item]?
    /// The rest of the page.
    private var rest: ArraySlice<Item> = []

    /// Starts with the first page.
    init(_ sequence: PageSequence<Page, Item>) {
      pages = sequence.makeAsyncIterator()
      itemsOfPage = sequence.itemsOfPage
    }

    /// The next part; nil after the last.
    ///
    /// - Throws: what the call throws.
    public mutating func next() async throws -> Item? {
      while true {
        if let item = rest.popFirst() { return item }
        guard let page = try await pages.next() else { return nil }
        rest = itemsOfPage(page)?[...] ?? []
      }
    }
  }

  /// Starts with the first page.
  public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(pages) }
}
