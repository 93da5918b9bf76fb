import SchemaDocument
import SchemaSource

/// Recognises the form of a document by its content.
enum Sniff {
  /// How a document is to be read.
  enum Content: Equatable {
    case json
    case yaml
    case page(DocumentFormat)
    case unknown
  }

  /// What a document's content looks like; the document is valid UTF-8 and not blank.
  static func content(of file: SourceFile) -> Content {
    let page = PageText(file)
    guard let first = page.lines.first else { return .unknown }
    if first.text.begins(with: "{") || first.text.begins(with: "[") {
      return isPage(file, from: first.start, page) ? .page(.sharePage) : .json
    }
    if !ShareMarkdownReader.fences(in: page).isEmpty { return .page(.shareMarkdown) }
    if isYAML(page) { return .yaml }
    if ModelTableReader.recognizes(page) { return .page(.modelTable) }
    if ApifoxMarkdownReader.recognizes(page) { return .page(.apifoxMarkdown) }
    return isSharePage(page) ? .page(.sharePage) : .unknown
  }

  /// The form of a JSON or YAML document, nil where it is of a kind that is not read.
  static func format(of root: Node) -> DocumentFormat? {
    root["openapi"] == nil ? nil : .openAPI
  }

  /// Whether a text that begins with a JSON value is a page that goes on behind the value.
  private static func isPage(_ file: SourceFile, from start: Int, _ page: PageText) -> Bool {
    guard let value = JSONReader.readPrefix(file, at: start), !value.isTruncated else { return false }
    return page.lines.contains { line in
      guard line.end > value.end else { return false }
      let rest = line.start >= value.end ? line.text : line.text.dropping(bytes: value.end - line.start)
      return CurlReader.begins(rest.trimmed) || PageLabel.whole(rest.trimmed)?.isSection == true
    }
  }

  /// Whether a line at the left edge names OpenAPI's version key.
  private static func isYAML(_ page: PageText) -> Bool {
    page.lines.contains { line in
      guard line.column == 0 || line.start <= 3 else { return false }
      return ["openapi:", "\"openapi\":", "'openapi':", "swagger:", "\"swagger\":", "'swagger':"].contains {
        line.text.begins(with: $0)
      }
    }
  }

  /// Whether a page names an endpoint: a command, or a method and a path.
  private static func isSharePage(_ page: PageText) -> Bool {
    for (index, line) in page.lines.enumerated() {
      if line.text.byteOffsets(of: "curl").contains(where: { CurlReader.begins(line.text.dropping(bytes: $0)) }) {
        return true
      }
      guard let (_, length) = HTTPMethod.prefix(of: line.text) else { continue }
      let rest = line.text.dropping(bytes: length).trimmed
      let place = rest.isEmpty ? (index + 1 < page.lines.count ? page.lines[index + 1].text : "") : rest
      let isPath = place.begins(with: "/") || place.begins(with: "http") || place.begins(with: "{{")
      if isPath, rest.isEmpty || !rest.contains(" ") { return true }
    }
    return false
  }
}
