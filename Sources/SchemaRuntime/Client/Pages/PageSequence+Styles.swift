extension PageSequence {
  /// Pages of which each names the next by a cursor.
  ///
  /// They end where there is no cursor, where it is empty, or where it has been used already.
  ///
  /// - Parameters:
  ///   - cursor: the first page's; nil for the server's own choice.
  ///   - page: asks for the page of a cursor.
  ///   - items: what a page holds.
  ///   - next: the cursor of the next page.
  public init<Cursor: Hashable & Sendable>(
    cursor: Cursor?,
    page: @escaping @Sendable (Cursor?) async throws -> Page,
    items: @escaping @Sendable (Page) -> [Item]?,
    next: @escaping @Sendable (Page) -> Cursor?
  ) {
    self.init(items: items) {
      var (cursor, used, isFinished) = (cursor, Set<Cursor>(), false)
      return AsyncIterator {
        guard !isFinished else { return nil }
        if let cursor { used.insert(cursor) }
        let current = try await page(cursor)
        cursor = next(current)
        isFinished = cursor.map { $0 as? String == "" || used.contains($0) } ?? true
        return current
      }
    }
  }

  /// Pages with numbers.
  ///
  /// They end after a page that holds nothing, or of which `more` says so, and before one that equals the page before it:
  /// the server does not look at the number. Pages that are not `Equatable` equal none.
  ///
  /// - Parameters:
  ///   - number: the number to start with; nil for the first.
  ///   - first: the number of the first page.
  ///   - page: asks for the page of a number.
  ///   - items: what a page holds.
  ///   - more: whether there are more pages; nil where the page does not say.
  public init<Number: BinaryInteger & Sendable>(
    number: Number?,
    first: Number = 1,
    page: @escaping @Sendable (Number) async throws -> Page,
    items: @escaping @Sendable (Page) -> [Item]?,
    more: @escaping @Sendable (Page) -> Bool? = { _ in nil }
  ) {
    self.init(from: number ?? first, page: page, items: items, more: more) { _ in 1 }
  }

  /// Pages that start at an offset, counted in what they hold.
  ///
  /// They end after a page that holds nothing, or of which `more` says so, and before one that equals the page before it:
  /// the server does not look at the offset. Pages that are not `Equatable` equal none.
  ///
  /// - Parameters:
  ///   - offset: the offset to start with; nil for 0.
  ///   - page: asks for the page at an offset.
  ///   - items: what a page holds.
  ///   - more: whether there are more pages; nil where the page does not say.
  public init<Number: BinaryInteger & Sendable>(
    offset: Number?,
    page: @escaping @Sendable (Number) async throws -> Page,
    items: @escaping @Sendable (Page) -> [Item]?,
    more: @escaping @Sendable (Page) -> Bool? = { _ in nil }
  ) {
    self.init(from: offset ?? 0, page: page, items: items, more: more) { Number($0) }
  }

  /// Pages at places that follow from how much the page before holds.
  private init<Number: BinaryInteger & Sendable>(
    from first: Number,
    page: @escaping @Sendable (Number) async throws -> Page,
    items: @escaping @Sendable (Page) -> [Item]?,
    more: @escaping @Sendable (Page) -> Bool?,
    step: @escaping @Sendable (Int) -> Number
  ) {
    self.init(items: items) {
      var (place, last, isFinished) = (first, Page?.none, false)
      return AsyncIterator {
        guard !isFinished else { return nil }
        let current = try await page(place)
        if let last, Self.areEqual(last, current) {
          isFinished = true
          return nil
        }
        last = current
        let count = items(current)?.count ?? 0
        isFinished = count == 0 || more(current) == false
        place += step(count)
        return current
      }
    }
  }

  /// Whether two pages are equal, as far as pages can be.
  private static func areEqual(_ left: Page, _ right: Page) -> Bool {
    func isEqual<Value: Equatable>(_ left: Value) -> Bool { left == right as? Value }
    return (left as? any Equatable).map { isEqual($0) } ?? false
  }

  /// Pages of which each names the next in its header `Link` (RFC 8288, `rel="next"`).
  ///
  /// They end where there is no such link, or where it has been followed already. A link to another origin is followed
  /// without credentials.
  ///
  /// - Parameters:
  ///   - client: calls the operation.
  ///   - page: calls the operation of the client that it is given, once; the call goes to the link's URL.
  ///   - items: what a page holds.
  public init<Client: APIClient>(
    links client: Client,
    page: @escaping @Sendable (Client) async throws -> Page,
    items: @escaping @Sendable (Page) -> [Item]?
  ) {
    self.init(items: items) {
      var (link, used, isFinished) = (PageLink?.none, Set<PageLink>(), false)
      return AsyncIterator {
        guard !isFinished else { return nil }
        let recorder = ResponseRecorder(within: client.connection.options.recorder)
        var copy = client
        copy.connection.options.recorder = recorder
        if let link {
          copy.connection.options.link = link
          used.insert(link)
        }
        let current = try await page(copy)
        link = await recorder.exchange.flatMap { PageLink(next: $0) }
        isFinished = link.map { used.contains($0) } ?? true
        return current
      }
    }
  }
}
