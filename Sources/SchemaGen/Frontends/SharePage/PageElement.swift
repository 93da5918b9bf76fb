import SchemaDocument

/// A part of a page: a line of text, a JSON value or a curl command.
enum PageElement {
  case line(PageLine)
  /// A JSON array or object; `line` where it takes one whole line and may as well be text.
  case json(JSONPrefix, line: PageLine?)
  case curl(CurlCommand)
  /// The beginning or end of a fenced block.
  case fence(PageLine)

  /// Where the element begins.
  var start: Int {
    switch self {
    case .line(let line), .fence(let line): line.start
    case .json(let json, let line): line?.start ?? json.node.span.start
    case .curl(let curl): curl.span.start
    }
  }

  /// The byte offset behind the element.
  var end: Int {
    switch self {
    case .line(let line), .fence(let line): line.end
    case .json(let json, _): json.end
    case .curl(let curl): curl.span.end
    }
  }

  /// The line where the element is one.
  var line: PageLine? { if case .line(let line) = self { line } else { nil } }
}
