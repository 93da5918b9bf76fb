import SchemaDescription
import SchemaDocument
import SchemaSource

/// Reads share pages that were flattened to text.
enum SharePageReader {
  /// What a page says of its API; nil, with an error in the report, where it names no method and path.
  static func read(_ file: SourceFile, report: inout Report) -> APIDescription? {
    let page = PageElements(PageText(file), report: &report)
    let chunks = self.chunks(of: page)
    var assembler = PageAssembler(file: file)
    for chunk in chunks {
      let range = (chunk.head?.end ?? chunk.range.lowerBound)..<chunk.range.upperBound
      let contents: PageContents
      if isStructured(page, range) {
        contents = PageSectionReader.read(page, range, path: chunk.head?.url.path, report: &report)
      } else {
        contents = ProsePageReader.read(page, range, report: &report)
      }
      assembler.add(contents, head: chunk.head, title: chunk.title, report: &report)
    }
    if let first = chunks.first?.head?.first { reportNavigation(page, before: first, report: &report) }
    guard !assembler.description.operations.isEmpty else {
      report.add(.unknownFormat, "the page names no method and path", at: file.span(0, min(1, file.bytes.count)))
      return nil
    }
    return assembler.description
  }

  /// The part of a page that documents one endpoint.
  private struct Chunk {
    var head: PageHead?
    /// The page's heading where there is no head.
    var title: PageLine?
    var range: Range<Int>
  }

  /// Splits a page into its endpoints. A method and path without anything to document is a mention of another page.
  private static func chunks(of page: PageElements) -> [Chunk] {
    let count = page.elements.count
    var chunks: [Chunk] = []
    var heads = PageHead.all(in: page)
    if heads.count > 1 {
      heads = heads.enumerated().filter { position, head in
        let end = position + 1 < heads.count ? heads[position + 1].first : count
        return isStructured(page, head.end..<end) || hasValues(page, head.end..<end)
      }.map(\.element)
    }
    for (position, head) in heads.enumerated() {
      let end = position + 1 < heads.count ? heads[position + 1].first : count
      chunks.append(Chunk(head: head, range: head.first..<end))
    }
    if chunks.isEmpty {
      let title = page.line(0).flatMap { line in
        line.text.begins(with: "#") && page.label(0) == nil ? line.part(line.text.drop { $0 == "#" }) : nil
      }
      chunks.append(Chunk(title: title, range: (title == nil ? 0 : 1)..<count))
    }
    return chunks
  }

  /// Whether some elements have captions of sections among them.
  private static func isStructured(_ page: PageElements, _ range: Range<Int>) -> Bool {
    range.contains { index in
      switch page.label(index) {
      case .parameters, .body, .responses, .request, .requestSamples, .responseSamples, .status: true
      default: false
      }
    }
  }

  /// Whether some elements have JSON or a command among them.
  private static func hasValues(_ page: PageElements, _ range: Range<Int>) -> Bool {
    range.contains { index in
      switch page.elements[index] {
      case .json, .curl: true
      case .line, .fence: false
      }
    }
  }

  /// Reports the lines before the first endpoint: the menu and the way to the page.
  private static func reportNavigation(_ page: PageElements, before end: Int, report: inout Report) {
    guard end > 0, let first = page.elements.first else { return }
    let span = page.file.span(first.start, page.elements[end - 1].end)
    report.add(.ignoredText, "the lines before the title are left out", at: span)
  }
}
