import SchemaDescription
import SchemaSource

/// Puts the documents of an API in the order of the index beside them.
package enum SiteOrder {
  /// A document: its path, and what it says.
  package typealias Page = (path: String, description: APIDescription)

  /// The descriptions in the order of the index, with the folders and titles that it gives; documents that it does not
  /// name follow in their own order. Without an index nothing changes.
  package static func arrange(_ pages: [Page], report: inout Report) -> [APIDescription] {
    let indices = pages.compactMap(\.description.index)
    guard !indices.isEmpty else { return pages.map(\.description) }
    var remaining: [Int?] = pages.indices.map { pages[$0].description.index == nil ? $0 : nil }
    let places = Places(pages)
    var ordered: [APIDescription] = []
    for index in indices {
      var missing = 0
      for entry in index.entries {
        guard let position = places.position(of: entry), remaining[position] != nil else {
          if PageSlug(entry.slug)?.kind != .prose, places.position(of: entry) == nil { missing += 1 }
          continue
        }
        remaining[position] = nil
        ordered.append(told(entry, pages[position].description))
      }
      if missing > 0, !ordered.isEmpty {
        let what = missing == 1 ? "1 page of the index is" : "\(missing) pages of the index are"
        report.add(.ignoredText, "\(what) not among the documents", at: index.span)
      }
    }
    ordered += remaining.compactMap { $0.map { pages[$0].description } }
    if ordered.isEmpty, let index = indices.first {
      let note = Diagnostic.Note("save the pages that it lists beside it")
      let message = "the index lists pages, but none of them is among the documents"
      report.add(Diagnostic(.noDocuments, message, at: index.span, notes: [note]))
    }
    return ordered
  }

  /// A description with what the index says of its page.
  private static func told(_ entry: SiteIndex.Entry, _ description: APIDescription) -> APIDescription {
    var description = description
    guard description.operations.count == 1 else { return description }
    if description.operations[0].folders.isEmpty { description.operations[0].folders = entry.folders }
    if description.operations[0].title == nil { description.operations[0].title = entry.title }
    if let slug = PageSlug(entry.slug), slug.kind == .endpoint, description.operations[0].stableKey == nil {
      description.operations[0].stableKey = "apifox:\(slug.number)"
    }
    return description
  }

  /// Where the page of an entry is found.
  private struct Places {
    private var byStem: [String: Int] = [:]
    private var bySlug: [PageSlug: Int] = [:]
    private var byKey: [String: Int] = [:]

    /// Notes all names of the pages; of two pages with one name the first one counts.
    init(_ pages: [Page]) {
      for (position, page) in pages.enumerated() where page.description.index == nil {
        let stem = PageSlug.stem(of: page.path)
        byStem[stem.lowercased()] = byStem[stem.lowercased()] ?? position
        if let slug = PageSlug(stem) { bySlug[slug] = bySlug[slug] ?? position }
        guard page.description.operations.count == 1, let key = page.description.operations[0].stableKey else {
          continue
        }
        byKey[key] = byKey[key] ?? position
      }
    }

    /// The page of an entry, by the name of its file, by its number, or by what it says of itself.
    func position(of entry: SiteIndex.Entry) -> Int? {
      let slug = PageSlug(entry.slug)
      return byStem[entry.slug.lowercased()] ?? slug.flatMap { bySlug[$0] }
        ?? slug.flatMap { $0.kind == .endpoint ? byKey["apifox:\($0.number)"] : nil }
        ?? byStem[entry.title.lowercased()]
    }
  }
}
