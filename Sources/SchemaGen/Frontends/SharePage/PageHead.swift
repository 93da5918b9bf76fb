import SchemaSource

/// Where a page says which method and path it documents.
struct PageHead {
  /// Upper case.
  var method: String
  /// The path, and the server where an absolute URL stands in its place.
  var url: EndpointURL
  /// The line above the method, or the heading of the page.
  var title: PageLine?
  /// The lines between the heading and the method.
  var prose: [PageLine] = []
  /// Whether the page calls the endpoint deprecated.
  var isDeprecated = false
  /// The index of the first element that belongs to the head.
  var first: Int
  /// The index behind the last one.
  var end: Int
  /// The method and the path.
  var span: SourceSpan

  /// All heads of a page, in order.
  static func all(in page: PageElements) -> [PageHead] {
    var heads: [PageHead] = []
    var index = 0
    while index < page.elements.count {
      if let head = head(at: index, in: page, after: heads.last?.end ?? 0) {
        heads.append(head)
        index = head.end
      } else {
        index += 1
      }
    }
    return heads
  }

  /// The head whose method stands at an element.
  private static func head(at index: Int, in page: PageElements, after limit: Int) -> PageHead? {
    guard let line = page.line(index), let (method, length) = HTTPMethod.prefix(of: line.text) else { return nil }
    let rest = line.dropping(bytes: length)
    let place = rest.text.isEmpty ? page.line(index + 1) : rest
    guard let place,
      let (url, used) = url(in: place, isBeforeLabel: page.label(rest.text.isEmpty ? index + 2 : index + 1))
    else { return nil }
    // Something behind the path on the same line is prose that begins with a method.
    guard rest.text.isEmpty || used == place.text.utf8.count else { return nil }
    var head = PageHead(
      method: method,
      url: url,
      first: index,
      end: rest.text.isEmpty ? index + 2 : index + 1,
      span: page.file.span(line.start, place.start + used)
    )
    head.findTitle(in: page, after: limit)
    head.findHeading(in: page, after: limit)
    return head
  }

  /// Looks for the title above the method.
  private mutating func findTitle(in page: PageElements, after limit: Int) {
    var index = first - 1
    while index >= limit, let line = page.line(index), first - index <= 3 {
      if let deprecated = PageLabelTable.statuses[String(line.text)] {
        isDeprecated = isDeprecated || deprecated
        index -= 1
        continue
      }
      guard page.label(index) == nil, !PageNoise.isButton(line.text), line.text.utf8.count <= 300 else { return }
      let text = line.text.drop { $0 == "#" }.trimmed
      // `1. Folder` is the way to the page, `• Page` its menu.
      guard !text.begins(with: "•"), !text.isEmpty else { return }
      title = line.part(text)
      first = index
      return
    }
  }

  /// How many lines of prose may stand between a heading and the method.
  private static let proseLimit = 40

  /// Looks for a heading above the prose above the method, where the line above is none.
  private mutating func findHeading(in page: PageElements, after limit: Int) {
    guard let title, page.line(first)?.text.begins(with: "#") == false else { return }
    var lines = [title]
    var index = first - 1
    while index >= limit, lines.count <= Self.proseLimit, let line = page.line(index), page.label(index) == nil {
      if line.text.begins(with: "# ") {
        self.title = line.part(line.text.drop { $0 == "#" })
        prose = lines.reversed()
        first = index
        return
      }
      lines.append(line)
      index -= 1
    }
  }

  /// The path or URL at the beginning of a line, and how many bytes it takes.
  private static func url(in line: PageLine, isBeforeLabel next: PageLabel?) -> (url: EndpointURL, length: Int)? {
    var text = Substring(line.text.unicodeScalars.prefix { $0.value > 0x20 && $0.value < 0x7F })
    if case .parameters = next { text = withoutCaption(text) }
    if case .body = next { text = withoutCaption(text) }
    guard text.begins(with: "/") || text.begins(with: "http") || text.begins(with: "{{"), let url = EndpointURL(text)
    else { return nil }
    return (url, text.utf8.count)
  }

  /// A path without the caption `Request` that is glued to it.
  private static func withoutCaption(_ text: Substring) -> Substring {
    guard text.ends(with: "Request"), let before = text.dropLast(7).unicodeScalars.last, before != "/" else {
      return text
    }
    return text.dropLast(7)
  }
}
