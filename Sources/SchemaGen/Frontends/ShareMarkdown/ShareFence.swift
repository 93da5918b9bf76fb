/// A fenced block of a page that holds an OpenAPI document.
struct ShareFence {
  /// The bytes between the fences.
  var range: Range<Int>
  /// The heading above the block.
  var title: PageLine?
  /// Whether the document is JSON.
  var isJSON: Bool
  /// Whether the page ends before the block does.
  var isCut: Bool

  /// The blocks of a page that hold OpenAPI documents, in order. A block ends with a fence that stands no further right
  /// than the one that opened it: descriptions within hold fences of their own.
  static func all(in page: PageText) -> [ShareFence] {
    var fences: [ShareFence] = []
    var title: PageLine?
    var open: Opening?
    for (index, line) in page.lines.enumerated() {
      if let current = open {
        if line.column <= current.column, current.isClosed(by: line.text) {
          if current.isDocument { fences.append(current.fence(to: line.start, title)) }
          (open, title) = (nil, nil)
        } else if let next = Opening(line), line.column <= current.column, current.isDocument,
          index + 1 < page.lines.count, isVersion(page.lines[index + 1])
        {
          // The page before this one has lost its end.
          fences.append(current.fence(to: line.start, title, isCut: true))
          (open, title) = (next, nil)
        } else if line.column <= current.column || current.isJSON, isVersion(line) {
          open?.isDocument = true
        }
      } else if let next = Opening(line) {
        open = next
      } else if line.text.begins(with: "# ") {
        title = line
      }
    }
    if let open, open.isDocument { fences.append(open.fence(to: page.file.bytes.count, title, isCut: true)) }
    return fences
  }

  /// Whether a line names OpenAPI's version key.
  private static func isVersion(_ line: PageLine) -> Bool {
    let text = line.text.drop { "{\"' ".contains($0) }
    return text.begins(with: "openapi:") || text.begins(with: "openapi\"") || text.begins(with: "openapi'")
      || text.begins(with: "swagger:") || text.begins(with: "swagger\"")
  }

  /// The line that opens a block.
  private struct Opening {
    /// How many bytes stand before the fence.
    let column: Int
    /// Behind the line.
    let end: Int
    let isJSON: Bool
    /// The characters of the fence.
    private let mark: String
    /// Whether the version key was met.
    var isDocument = false

    /// Takes a fence whose language is YAML or JSON.
    init?(_ line: PageLine) {
      guard let mark = line.text.first, mark == "`" || mark == "~" else { return nil }
      let fence = line.text.prefix { $0 == mark }
      let language = line.text.dropFirst(fence.count).trimmed.prefix { !$0.isWhitespace && $0 != "{" }.lowercased()
      guard fence.count >= 3, ["yaml", "yml", "json"].contains(language) else { return nil }
      self.mark = String(fence)
      (column, end, isJSON) = (line.column, line.end, language == "json")
    }

    /// Whether a line is the fence that ends the block.
    func isClosed(by text: Substring) -> Bool {
      text.begins(with: mark) && text.allSatisfy { $0 == mark.first }
    }

    /// The block up to an offset.
    func fence(to end: Int, _ title: PageLine?, isCut: Bool = false) -> ShareFence {
      ShareFence(range: self.end..<max(end, self.end), title: title, isJSON: isJSON, isCut: isCut)
    }
  }
}
