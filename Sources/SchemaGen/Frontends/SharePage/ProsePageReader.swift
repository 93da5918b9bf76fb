import SchemaDescription
import SchemaDocument
import SchemaSource

/// Reads a page that has lost its captions, names and types: what remains is prose, JSON values and a command.
///
/// The request is the value that the command sends; what comes behind the command is the response.
enum ProsePageReader {
  /// Reads what lies between two elements of a page.
  static func read(_ page: PageElements, _ range: Range<Int>, report: inout Report) -> PageContents {
    var contents = PageContents()
    var ignored = IgnoredLines(page.file)
    var before: [PageContents.Example] = []
    var after: [PageContents.Example] = []
    for index in range {
      switch page.elements[index] {
      case .fence: continue
      case .curl(let curl): contents.curls.append(curl)
      case .json(let json, _):
        if json.isTruncated { PageSectionReader.reportCut(at: json.end, in: page.file, report: &report) }
        let example = PageContents.Example(node: json.node, isTruncated: json.isCut)
        if contents.curls.isEmpty { before.append(example) } else { after.append(example) }
      case .line(let line):
        if line.text.begins(with: "Authorization:"), line.text.contains("Bearer") {
          contents.bearer = line.span(in: page.file)
        } else if let (url, span) = PageBaseURL.url(in: line, file: page.file) {
          contents.baseURL = contents.baseURL ?? (url, span)
        } else if !PageNoise.isButton(line.text), !PageNoise.isLanguages(line.text) {
          ignored.add(line, report: &report)
        }
      }
    }
    ignored.flush(&report)
    if contents.curls.isEmpty {
      // Without a command the order alone tells which is which.
      if before.count > 1 { contents.requestSamples = [before.removeFirst()] }
      contents.responseSamples = largest(before).map { [$0] } ?? []
    } else {
      let sent = contents.curls.compactMap(\.json)
      let request = before.first { value in sent.contains { $0.isSameValue(as: value.node) } }
      if request == nil, sent.isEmpty, let value = largest(before) { contents.requestSamples = [value] }
      if let request { contents.requestSamples = [request] }
      contents.responseSamples = largest(after).map { [$0] } ?? []
    }
    let used = contents.requestSamples + contents.responseSamples
    for value in before + after where !used.contains(where: { $0.node.span == value.node.span }) {
      report.add(.ignoredText, "this value is part of the prose and left out", at: value.node.span)
    }
    return contents
  }

  /// The value that takes the most text: the others are snippets in the prose.
  private static func largest(_ values: [PageContents.Example]) -> PageContents.Example? {
    values.max { $0.node.span.end - $0.node.span.start < $1.node.span.end - $1.node.span.start }
  }
}
