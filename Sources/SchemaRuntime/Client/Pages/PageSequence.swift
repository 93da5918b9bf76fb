/// The pages of a list that the server gives piece by piece.
///
/// Each page is asked for when it is wanted, with a call of its own; who stops asking causes no more calls. Can be read
/// any number of times, each time from the first page on.
public struct PageSequence<Page: Sendable, Item: Sendable>: AsyncSequence, Sendable {
  /// A page.
  public typealias Element = Page

  /// Starts with the first page.
  private let start: @Sendable () -> AsyncIterator
  /// What a page holds.
  let itemsOfPage: @Sendable (Page) -> [Item]?

  /// Makes a sequence of what the iterators give.
  init(items: @escaping @Sendable (Page) -> [Item]?, _ start: @escaping @Sendable () -> AsyncIterator) {
    self.start = start
    itemsOfPage = items
  }

  /// What all pages hold, one after the other.
  public var items: PageItems<Page, Item> { PageItems(pages: self) }

  /// Asks for the pages.
  public struct AsyncIterator: AsyncIteratorProtocol {
    /// Gives the next page.
    private let page: () async throws -> Page?

    /// Gives what the function gives.
    init(_ page: @escaping () async throws -> Page?) { self.page = page }

    /// The next page; nil after the last.
    ///
    /// - Throws: what the call throws.
    public mutating func next() async throws -> Page? { try await page() }
  }

  /// Starts with the first page.
  public func makeAsyncIterator() -> AsyncIterator { start() }
}
