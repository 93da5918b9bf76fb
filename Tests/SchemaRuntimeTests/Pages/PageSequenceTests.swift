import HTTPTypes
import Testing

@testable import SchemaRuntime

/// Lists that come page by page.
@Suite struct PageSequenceTests {
  /// A page.
  private struct Page: Codable, Hashable {
    var data: [Int]
    var next: String?
    var hasMore: Bool?
  }

  /// Which pages were asked for.
  private actor Log {
    private(set) var asked: [String] = []
    func ask(_ page: some Any) { asked.append("\(page)") }
  }

  /// All elements of a sequence.
  private func all<Elements: AsyncSequence>(_ elements: Elements) async throws -> [Elements.Element] {
    var result: [Elements.Element] = []
    for try await element in elements { result.append(element) }
    return result
  }

  @Test func cursors() async throws {
    let log = Log()
    let nexts: [String?: String?] = [
      nil: "a", "a": "b", "b": nil, "loop": "x", "x": "loop", "empty": "", "self": "self",
    ]
    let pages = { (cursor: String?) in
      PageSequence(cursor: cursor) { (cursor: String?) in
        await log.ask(cursor ?? "first")
        return Page(data: [1, 2], next: nexts[cursor] ?? nil)
      } items: {
        $0.data
      } next: {
        $0.next
      }
    }
    #expect(try await all(pages(nil)).map(\.next) == ["a", "b", nil])
    #expect(try await all(pages(nil).items) == [1, 2, 1, 2, 1, 2])
    #expect(await log.asked == ["first", "a", "b", "first", "a", "b"])
    #expect(try await all(pages("b")).count == 1)
    #expect(try await all(pages("loop")).count == 2)
    #expect(try await all(pages("empty")).count == 1)
    #expect(try await all(pages("self")).count == 1)
  }

  @Test func pagesAreAskedForWhenTheyAreWanted() async throws {
    let log = Log()
    let pages = PageSequence(number: Int?.none) { number in
      await log.ask(number)
      return Page(data: [number, number])
    } items: {
      $0.data
    }
    var count = 0
    for try await _ in pages.items {
      count += 1
      if count == 4 { break }
    }
    #expect(await log.asked == ["1", "2"])
  }

  @Test func numbers() async throws {
    let page = { @Sendable (number: Int64) in Page(data: number < 3 ? [Int(number)] : [], hasMore: number < 2) }
    #expect(try await all(PageSequence(number: nil, page: page) { $0.data }.items) == [1, 2])
    #expect(try await all(PageSequence(number: nil, first: 0, page: page) { $0.data }.items) == [0, 1, 2])
    #expect(try await all(PageSequence(number: 2, page: page) { $0.data }).map(\.data) == [[2], []])
    #expect(
      try await all(
        PageSequence(number: nil, page: page) {
          $0.data
        } more: {
          $0.hasMore
        }
      ).count == 2
    )
    #expect(try await all(PageSequence(number: nil, page: page) { _ in [Int]?.none }).count == 1)
  }

  @Test func offsets() async throws {
    let page = { @Sendable (offset: Int) in Page(data: Array(Array(0..<7).dropFirst(offset).prefix(3))) }
    #expect(try await all(PageSequence(offset: nil, page: page) { $0.data }.items) == Array(0..<7))
    #expect(try await all(PageSequence(offset: 5, page: page) { $0.data }).map(\.data) == [[5, 6], []])
    #expect(
      try await all(
        PageSequence(offset: nil, page: page) {
          $0.data
        } more: {
          $0.data.count == 3
        }
      ).count == 3
    )
  }

  @Test func aServerThatAlwaysAnswersTheSame() async throws {
    let log = Log()
    let page = { @Sendable (place: Int) in
      await log.ask(place)
      return Page(data: [7, 8])
    }
    #expect(try await all(PageSequence(number: nil, page: page) { $0.data }).map(\.data) == [[7, 8]])
    #expect(try await all(PageSequence(offset: nil, page: page) { $0.data }.items) == [7, 8])
    #expect(await log.asked == ["1", "2", "0", "2"])
    // What comes back only later is another page; that there is more is not believed.
    let turns = { @Sendable (number: Int) in Page(data: number < 5 ? [number % 2] : []) }
    #expect(try await all(PageSequence(number: nil, page: turns) { $0.data }.items) == [1, 0, 1, 0])
    #expect(
      try await all(
        PageSequence(number: nil, page: page) {
          $0.data
        } more: { _ in
          true
        }
      ).count == 1
    )
    struct Opaque: Sendable { var data = [1] }
    let opaque = PageSequence(number: nil, page: { @Sendable (_: Int) in Opaque() }, items: { $0.data })
    var count = 0
    for try await _ in opaque {
      count += 1
      if count == 3 { break }
    }
    #expect(count == 3)
  }

  @Test func aPageThatFails() async throws {
    let pages = PageSequence(number: Int?.none) { number in
      if number == 2 { throw Broken() }
      return Page(data: [number])
    } items: {
      $0.data
    }
    var items: [Int] = []
    await #expect(throws: Broken.self) { for try await item in pages.items { items.append(item) } }
    #expect(items == [1])
  }

  /// Follows links from page to page; the URLs, and what each request was sent.
  private func follow(
    _ links: [String?],
    _ authorization: Authorization? = .all(
      .bearer("t"),
      .apiKey("k", name: "key", in: .query),
      .apiKey("c", name: "sid", in: .cookie)
    )
  ) async throws -> [String] {
    let log = Log()
    var connection = Connection { request, _ in
      let count = await log.asked.count
      let fields = request.headerFields
      let sent = [fields[.authorization], fields[.cookie], fields[.init("X-Trace")!]].compactMap(\.self).joined(
        separator: " "
      )
      await log.ask("\(request.scheme ?? "")://\(request.authority ?? "")\(request.path ?? "") \(sent)")
      var response = HTTPResponse("application/json")
      response.headerFields[.init("Link")!] = links.indices.contains(count) ? links[count] : nil
      return (response, HTTPBody("[\(count)]"))
    }
    connection.authorization = authorization
    connection.headers[.init("X-Trace")!] = "x"
    let pages = PageSequence(links: Relay.Client(connection)) { client -> [Int] in
      var call = Call("list", .get, "/items")
      call.query("limit", 2)
      return try await client.connection.value(of: call)
    } items: {
      $0
    }
    #expect(try await all(pages.items) == Array(0..<(await log.asked.count)))
    return await log.asked
  }

  @Test func links() async throws {
    let requests = try await follow([
      #"<https://API.example.com:443/items?limit=2&page=2>; rel="next", </items?page=9>; rel="last""#,
      #"</items?page=3&key=k>; rel=prev, <?page=3>; title="a, \"b\"; rel=x"; REL="foo next""#,
      #"<https://api.example.com/items?limit=2&page=2>; rel="next"; anchor="/other""#,
    ])
    #expect(
      requests == [
        "https://api.example.com/items?limit=2&key=k Bearer t sid=c x",
        "https://API.example.com:443/items?limit=2&page=2&key=k Bearer t sid=c x",
        "https://API.example.com:443/items?page=3&key=k Bearer t sid=c x",
      ]
    )
  }

  @Test(
    "links to another origin are followed without credentials",
    arguments: [
      "https://other.example.com/items", "http://api.example.com/items", "https://api.example.com:8443/items",
      "//other.example.com/items",
    ]
  )
  func elsewhere(_ link: String) async throws {
    let requests = try await follow(["<\(link)>; rel=next"])
    #expect(requests.count == 2)
    let url = link.hasPrefix("//") ? "https:\(link)" : link
    #expect(requests.last == "\(url) x")
  }

  @Test func linksWithWhatNoURLMayHold() async throws {
    let requests = try await follow(
      ["</items?page[number]=2&q=a%20b c>; rel=next", "<https://[::1]:8443/items?f[a]=é#top>; rel=next"],
      nil
    )
    #expect(
      requests.dropFirst() == [
        "https://api.example.com/items?page%5Bnumber%5D=2&q=a%20b%20c x",
        "https://[::1]:8443/items?f%5Ba%5D=%C3%A9 x",
      ]
    )
  }

  @Test(
    "links that lead nowhere",
    arguments: [
      "", "x", "<", "<a", "<>", "<ftp://a/b>; rel=next", "<https://u:p@api.example.com/>; rel=next", "</a>; rel",
      "<https:///x>; rel=next",
    ]
  )
  func broken(_ link: String) async throws {
    #expect(try await follow([link]).count == 1)
  }

  @Test func linksThatLeadBack() async throws {
    let link = "</items?page=2>; rel=next"
    #expect(try await follow(Array(repeating: link, count: 9)).count == 2)
  }
}
