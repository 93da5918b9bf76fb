/// The names by which pages are recognised, without case and signs.
enum PageNames {
  /// Query parameters that take a cursor.
  static let cursors: Set<String> = [
    "after", "afterid", "continuation", "continuationtoken", "cursor", "marker", "nextcursor", "nexttoken",
    "pageafter", "pagecursor", "pagetoken", "startafter", "startingafter",
  ]
  /// Those of them that may take what the last item is called.
  static let afters: Set<String> = ["after", "afterid", "startafter", "startingafter"]
  /// Properties that hold the next cursor.
  static let nexts: Set<String> = [
    "after", "continuation", "continuationtoken", "endcursor", "nextafter", "nextcursor", "nextmarker",
    "nextpagetoken", "nextstartingafter", "nexttoken",
  ]
  /// Properties that hold the last item's name, which is a cursor where another property says that there is more.
  static let lasts: Set<String> = ["lastid"]
  /// Properties that say whether there are more pages.
  static let mores: Set<String> = ["hasmore", "hasnext", "hasnextpage", "hasmorepages", "hasmoreitems"]
  /// Objects that hold nothing but what is said of pages.
  static let containers: Set<String> = [
    "cursors", "meta", "metadata", "pageinfo", "pagination", "paging", "responsemetadata",
  ]
  /// Query parameters that count pages.
  static let pages: Set<String> = ["page", "pageno", "pagenum", "pagenumber", "pageindex", "currentpage"]
  /// Query parameters that count the items before a page.
  static let offsets: Set<String> = ["offset", "skip", "startat", "startindex"]
  /// Query parameters that say which page is wanted.
  static let places = cursors.union(pages).union(offsets)
  /// Query parameters that say how many items a page has.
  static let sizes: Set<String> = [
    "count", "limit", "maxresults", "pagelimit", "pagesize", "perpage", "size", "top",
  ]
  /// Properties that say how many items or pages there are.
  static let totals: Set<String> = [
    "pagecount", "pages", "total", "totalcount", "totalitems", "totalpages", "totalresults",
  ]
  /// Properties that hold the items, the likeliest first.
  static let items = ["data", "items", "results", "records", "entries", "values", "objects", "list", "rows", "content"]
  /// Lists that are no items.
  static let others: Set<String> = ["errors", "included", "links", "messages", "warnings"]

  /// A name without case and signs.
  static func folded(_ name: String) -> String {
    var bytes: [UInt8] = []
    for byte in name.utf8 {
      switch byte {
      case 0x41...0x5A: bytes.append(byte + 0x20)
      case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "["), UInt8(ascii: "]"): break
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
