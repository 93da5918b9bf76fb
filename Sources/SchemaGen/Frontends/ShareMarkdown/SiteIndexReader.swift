import SchemaDescription
import SchemaDocument
import SchemaSource

/// Reads `llms.txt`, the list of a share site's pages: `- Folder [Title](https://host/slug-1234567e0.md): description`.
enum SiteIndexReader {
  /// Whether a page is such a list: most of its lines that are no headings name pages.
  static func recognizes(_ page: PageText) -> Bool {
    var entries = 0
    var others = 0
    for line in page.lines where !line.text.begins(with: "#") && !line.text.begins(with: ">") {
      if let (entry, _) = entry(line, in: page.file), PageSlug(entry.slug) != nil { entries += 1 } else { others += 1 }
    }
    return entries > 0 && entries > others
  }

  /// The list of the pages.
  static func read(_ file: SourceFile, report: inout Report) -> APIDescription {
    let page = PageText(file)
    var description = APIDescription()
    var index = SiteIndex(entries: [], span: file.span(0, 0))
    var ignored = IgnoredLines(file)
    for line in page.lines {
      if let (entry, _) = entry(line, in: file) {
        if index.entries.isEmpty { index.span = entry.span }
        index.entries.append(entry)
      } else if !line.text.begins(with: "#") {
        ignored.add(line, report: &report)
      }
    }
    ignored.flush(&report)
    description.index = index
    return description
  }

  /// The page that a line names, and where its address stands.
  private static func entry(_ line: PageLine, in file: SourceFile) -> (entry: SiteIndex.Entry, address: Substring)? {
    guard let mark = line.text.first, "-*+".contains(mark) else { return nil }
    let text = line.text.dropFirst()
    // A title may hold brackets, an address does not.
    guard let middle = text.firstByteOffset(of: "](") else { return nil }
    let before = text.prefix(bytes: middle)
    let behind = text.dropping(bytes: middle + 2)
    guard let close = behind.firstIndex(of: ")"), let open = opening(of: before) else { return nil }
    let address = behind[..<close]
    let rest = behind[behind.index(after: close)...].trimmed.drop { $0 == ":" || $0 == "：" }.trimmed
    let folders = before[..<open].split { $0 == "/" || $0 == ">" }.map { HTMLEntities.decode($0.trimmed) }
    let title = HTMLEntities.decode(before[before.index(after: open)...].trimmed)
    let slug = PageSlug.stem(of: address)
    guard !slug.isEmpty else { return nil }
    let entry = SiteIndex.Entry(
      folders: folders.filter { !$0.isEmpty },
      title: title,
      slug: slug,
      description: rest.isEmpty ? nil : HTMLEntities.decode(rest),
      span: line.span(in: file)
    )
    return (entry, address)
  }

  /// The bracket that opens the title with which a text ends.
  private static func opening(of text: Substring) -> Substring.Index? {
    var depth = 1
    for index in text.indices.reversed() {
      if text[index] == "]" { depth += 1 }
      if text[index] == "[" { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }
}
