import SchemaDescription
import SchemaDocument
import SchemaSource

/// Reads one endpoint that was rendered to Markdown with raw JSON in Apifox's own form.
enum ApifoxMarkdownReader {
  /// The sections of such a page.
  private enum Section { case description, overview, parameters, body, responses }

  /// How headings spell the sections, in Chinese and in English, in lower case.
  private static let headings: [String: Section] = [
    "说明": .description, "接口说明": .description, "description": .description, "概览": .overview, "overview": .overview,
    "参数": .parameters, "请求参数": .parameters, "parameters": .parameters, "请求体": .body, "request body": .body,
    "body": .body, "响应": .responses, "返回响应": .responses, "responses": .responses, "response": .responses,
  ]

  /// Whether a page has a method and path, and a heading with JSON right below it.
  static func recognizes(_ page: PageText) -> Bool {
    let hasHead = page.lines.prefix(40).contains { line in
      guard let (_, length) = HTTPMethod.prefix(of: line.text) else { return false }
      return EndpointURL(line.text.dropping(bytes: length).trimmed) != nil
    }
    guard hasHead else { return false }
    return zip(page.lines, page.lines.dropFirst()).contains { line, next in
      switch section(of: line) {
      case .parameters, .body: next.text.begins(with: "{")
      case .responses: next.text.begins(with: "[")
      case .description, .overview, nil: false
      }
    }
  }

  /// What a page says; nil, with an error in the report, where it names no method and path.
  static func read(_ file: SourceFile, report: inout Report) -> APIDescription? {
    let elements = PageScanner.elements(of: PageText(file), report: &report)
    guard let (position, head) = self.head(of: elements, in: file) else {
      report.add(.unknownFormat, "the page names no method and path", at: file.span(0, 0))
      return nil
    }
    var operation = head
    var endpoint = ApifoxEndpoint(report: report)
    var ignored = IgnoredLines(file)
    var current: Section?
    var prose: [PageLine] = []
    for element in elements.prefix(max(0, position - 1)) { ignored.add(element.start, element.end, report: &report) }
    ignored.flush(&report)
    endpoint.report = report
    for (index, element) in elements.enumerated() where index > position {
      switch element {
      case .fence: continue
      case .line(let line):
        if let next = section(of: line) {
          current = next
        } else if opensBrokenJSON(line, in: current) {
          _ = JSONReader.read(file, range: line.start..<file.bytes.count, report: &endpoint.report)
          current = nil
        } else {
          take(line, in: current, prose: &prose, ignored: &ignored, file: file, report: &endpoint.report)
        }
      case .curl(let curl): ignored.add(curl.span.start, curl.span.end, report: &endpoint.report)
      case .json(let json, _):
        if json.isTruncated { PageSectionReader.reportCut(at: json.end, in: file, report: &endpoint.report) }
        switch current {
        case .parameters: operation.parameters += endpoint.parameters(json.node)
        case .body: operation.requestBody = endpoint.requestBody(json.node, method: operation.method)
        case .responses: operation.responses += endpoint.responses(json.node)
        case .description, .overview, nil: ignored.add(json.node.span.start, json.end, report: &endpoint.report)
        }
      }
    }
    ignored.flush(&endpoint.report)
    operation.description = PageProse.join(prose)
    var description = APIDescription()
    description.title = operation.title
    description.schemas = endpoint.localSchemas()
    report = endpoint.report
    if let server = EndpointURL(pathText(of: elements[position]))?.server {
      description.servers = [ServerDescription(url: server, span: operation.span)]
    }
    if let scheme = endpoint.scheme {
      description.securitySchemes = [scheme]
      operation.security = [scheme.key]
    }
    description.operations = [operation]
    return description
  }

  /// The first line that is a method and a path, with the title above it.
  private static func head(
    of elements: [PageElement],
    in file: SourceFile
  ) -> (position: Int, operation: OperationDescription)? {
    for (index, element) in elements.enumerated() {
      guard let line = element.line, let (method, length) = HTTPMethod.prefix(of: line.text),
        let url = EndpointURL(line.text.dropping(bytes: length).trimmed)
      else { continue }
      var operation = OperationDescription(method: method, path: url.path, span: line.span(in: file))
      if index > 0, let title = elements[index - 1].line {
        operation.title = HTMLEntities.decode(title.text.drop { $0 == "#" }.trimmed)
      }
      return (index, operation)
    }
    return nil
  }

  /// The path or URL of the head.
  private static func pathText(of element: PageElement) -> Substring {
    guard let line = element.line, let (_, length) = HTTPMethod.prefix(of: line.text) else { return "" }
    return line.text.dropping(bytes: length).trimmed
  }

  /// The section that a heading opens.
  private static func section(of line: PageLine) -> Section? {
    headings[line.text.drop { $0 == "#" }.trimmed.lowercased()]
  }

  /// Whether a line opens a section's JSON that could not be read.
  private static func opensBrokenJSON(_ line: PageLine, in section: Section?) -> Bool {
    switch section {
    case .parameters, .body, .responses: line.text.begins(with: "{") || line.text.begins(with: "[")
    case .description, .overview, nil: false
    }
  }

  /// Takes a line of text.
  private static func take(
    _ line: PageLine,
    in section: Section?,
    prose: inout [PageLine],
    ignored: inout IgnoredLines,
    file: SourceFile,
    report: inout Report
  ) {
    switch section {
    case .description: prose.append(line)
    case .overview where line.text.begins(with: "|"): break
    case .parameters, .body, .responses, .overview, nil: ignored.add(line, report: &report)
    }
  }
}
