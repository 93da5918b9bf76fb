import SchemaDescription
import SchemaDocument
import SchemaSource

/// Goes through a page of documentation from top to bottom.
struct DocumentationPage {
  /// The page.
  let file: SourceFile
  /// The endpoints in order; the last one is being read.
  var endpoints: [DocumentationEndpoint] = []
  /// Models that stand in tables of their own.
  var models: [NamedSchema] = []
  /// The headings right above tables of fields, which types may name.
  let modelNames: Set<String>
  /// Those of them that a type has named.
  var namedModels: Set<String> = []
  /// The rows of the model that is being read; nil where none is.
  var modelRows: [FieldRow]?
  /// Where the reader stands; nil below a heading that is no section's.
  var section: DocumentationSection?
  /// Whether the last section that is about one of the two was about the response.
  var isResponse = false
  /// How deep the heading lies that says that the response is a stream of events; nil where none does.
  var streamLevel: Int?
  /// How many samples the request had where the reader's heading for them opened.
  var samplesBefore = 0
  /// The status that what follows belongs to.
  var status: ResponseStatus?
  /// The last heading that names no section.
  var heading: PageLine?
  /// The lines below that heading.
  var prose: [PageLine] = []
  /// The table that is being read.
  var table: FieldTable?
  /// A table of fields in which another line stands; its rows may go on below that.
  var suspended: FieldTable?
  /// A table that is none of fields.
  var isOtherTable = false
  /// Fields of lists that are open: how far their items are indented, and their paths.
  var bullets: [(column: Int, path: String)] = []
  /// Whether the reader is between fences.
  var isFenced = false
  /// Whether the last lines were a parameter's name, type and place, so that its description follows.
  var isListed = false
  /// Lines of a stream of events.
  var events: [PageLine] = []
  var ignored: IgnoredLines

  /// Whether the page was copied from Swagger UI, where the summary stands below the address.
  private let isSwaggerUI: Bool

  /// Begins with nothing; `elements` are those of the page.
  init(_ file: SourceFile, _ elements: [PageElement]) {
    self.file = file
    modelNames = Set(
      zip(elements, elements.dropFirst()).compactMap { element, next in
        guard let line = element.line, line.text.begins(with: "#") || line.text.begins(with: "**"),
          let header = next.line, FieldTable.beginning(at: header) != nil
        else { return nil }
        let words = HeadingText.plain(line).text
        return DocumentationSection(words) == nil ? String(words) : nil
      }
    )
    isSwaggerUI = elements.contains { $0.line?.text == "Try it out" }
    ignored = IgnoredLines(file)
  }

  /// Reads all elements of a page.
  mutating func read(_ elements: [PageElement], report: inout Report) {
    var index = 0
    while index < elements.count {
      switch elements[index] {
      case .fence:
        isFenced.toggle()
        (table, suspended, isOtherTable) = (nil, nil, false)
        index += 1
      case .curl(let curl):
        takeCommand(curl, report: &report)
        index += 1
      case .json(let json, _):
        takeJSON(json, report: &report)
        index += 1
      case .line(let line):
        if let end = takeLaidOutEvent(line, report: &report) {
          while index < elements.count, elements[index].start < end { index += 1 }
          continue
        }
        let next = index + 1 < elements.count ? elements[index + 1].line : nil
        let second = index + 2 < elements.count ? elements[index + 2].line : nil
        index += take(line, next: next, second: second, isLast: index == elements.count - 1, report: &report)
      }
    }
    takeEvents(&report)
    closeModel(&report)
    if let heading { ignored.add(heading, report: &report) }
    for line in prose { ignored.add(line, report: &report) }
    for endpoint in endpoints.indices {
      for response in endpoints[endpoint].contents.responses.indices {
        endpoints[endpoint].contents.responses[response].settleStream()
      }
    }
    ignored.flush(&report)
  }

  /// Takes a line and returns how many lines belong to it.
  private mutating func take(
    _ line: PageLine,
    next: PageLine?,
    second: PageLine?,
    isLast: Bool,
    report: inout Report
  ) -> Int {
    if isEvent(line, next: next) {
      events.append(line)
      return 1
    }
    takeEvents(&report)
    if !isFenced || endpoints.last?.isComplete != true,
      var head = DocumentationHead(line, next: isFenced ? nil : next)
    {
      if isSwaggerUI, head.count == 2 { head.summary = second }
      return take(head)
    }
    if isFenced {
      ignored.add(line, report: &report)
      return 1
    }
    if takeTable(line, isLast: isLast, report: &report) { return 1 }
    if let fact = DocumentationFact(line), let count = take(fact, line: line, next: next, report: &report) {
      return count
    }
    if takeHeading(line, report: &report) { return 1 }
    if !isResponse, let next, let second, let place = DocumentationReader.place(of: second),
      takeListed(line, next, place, report: &report)
    {
      return 3
    }
    if let field = BulletField(line), takesFields {
      take(field, at: line, report: &report)
      return 1
    }
    takeText(line, report: &report)
    return 1
  }

  /// Whether fields are documented where the reader stands.
  private var takesFields: Bool {
    switch section {
    case .request, .parameters, .body, .response, .failure: endpoints.last?.isComplete == true
    case .requestExample, .responseExample, .failureExample, .example, .description, .facts, .other, nil: false
    }
  }

  /// Takes a line that is nothing but text.
  private mutating func takeText(_ line: PageLine, report: inout Report) {
    if PageNoise.isButton(line.text) || HeadingText.isAnchor(line) { return ignored.add(line, report: &report) }
    if isListed, takeDetail(line) { return }
    let line = Self.paragraph(line)
    if let (mediaType, length) = MediaTypeName.prefix(of: line.text), length == line.text.utf8.count {
      return state(mediaType)
    }
    if line.text.begins(with: "Authorization:") || line.text.begins(with: "Authorization："),
      line.text.contains("Bearer")
    {
      if !endpoints.isEmpty { endpoints[endpoints.count - 1].contents.bearer = line.span(in: file) }
      return
    }
    if isResponse, let code = DocumentationPage.status(at: line) {
      open(code.status, name: code.name, at: line)
      return
    }
    switch section {
    case .description where heading == nil && !endpoints.isEmpty:
      endpoints[endpoints.count - 1].contents.prose.append(line)
    case .description, .facts: prose.append(line)
    case nil:
      if heading == nil, let last = endpoints.last, last.isComplete, !last.hasContents {
        endpoints[endpoints.count - 1].contents.prose.append(line)
      } else {
        prose.append(line)
      }
    default: ignored.add(line, report: &report)
    }
  }

  /// A line without the marks of a paragraph in HTML, which tools leave in descriptions.
  private static func paragraph(_ line: PageLine) -> PageLine {
    var line = line
    while line.text.begins(with: "<p>") { line = line.dropping(bytes: 3) }
    while line.text.ends(with: "</p>") { line = line.prefix(bytes: line.text.utf8.count - 4) }
    return line
  }

  /// Begins an endpoint with what stands above it.
  mutating func begin(_ span: SourceSpan) {
    var endpoint = DocumentationEndpoint(span: span)
    endpoint.title = heading
    endpoint.contents.prose = prose
    if endpoint.title == nil, !prose.isEmpty, endpoints.last?.hasContents == true {
      endpoint.title = endpoint.contents.prose.removeLast()
    } else if endpoint.title == nil, section == .description || prose.count == 1, let first = prose.first {
      // A page without a heading says in its description what it is about.
      let words = first.part(first.text.drop { "-+•* ".contains($0) })
      if words.text.utf8.count <= 120 { endpoint.title = endpoint.contents.prose.removeFirst().part(words.text) }
    }
    (heading, prose) = (nil, [])
    (section, isResponse, status, streamLevel) = (nil, false, nil, nil)
    (bullets, isListed, samplesBefore) = ([], false, 0)
    endpoints.append(endpoint)
  }

  /// Changes the section of the request's body in a media type.
  mutating func body(_ mediaType: String?, at span: SourceSpan, _ change: (inout PageContents.Section) -> Void) {
    guard let last = endpoints.indices.last else { return }
    if endpoints[last].contents.bodies.isEmpty {
      endpoints[last].contents.bodies.append(PageContents.Section(span: span, mediaType: mediaType))
    }
    let count = endpoints[last].contents.bodies.count
    change(&endpoints[last].contents.bodies[count - 1])
  }

  /// Changes the response that the reader stands in.
  mutating func response(at span: SourceSpan, _ change: (inout PageContents.Response) -> Void) {
    guard let last = endpoints.indices.last else { return }
    let wanted = status ?? .code(200)
    var position = endpoints[last].contents.responses.firstIndex { $0.status == wanted }
    if position == nil, status == nil {
      position = endpoints[last].contents.responses.firstIndex { $0.status.isSuccess }
    }
    if position == nil {
      let section = PageContents.Section(span: span)
      position = endpoints[last].contents.responses.count
      endpoints[last].contents.responses.append(PageContents.Response(status: wanted, name: nil, section: section))
    }
    if let position { change(&endpoints[last].contents.responses[position]) }
  }

  /// Opens the response with a status.
  mutating func open(_ status: ResponseStatus, name: String?, at line: PageLine) {
    self.status = status
    response(at: line.span(in: file)) { _ in }
    guard let last = endpoints.indices.last, let name, !name.isEmpty else { return }
    let known = endpoints[last].contents.responses.firstIndex { $0.status == status }
    if let known, endpoints[last].contents.responses[known].name == nil {
      endpoints[last].contents.responses[known].name = name
    }
  }

  /// Says in which media type the body or the response is.
  mutating func state(_ mediaType: String) {
    guard let last = endpoints.indices.last else { return }
    if isResponse {
      content(at: endpoints[last].span) { $0.mediaType = $0.mediaType ?? mediaType }
    } else {
      endpoints[last].mediaType = endpoints[last].mediaType ?? mediaType
      if let body = endpoints[last].contents.bodies.indices.last {
        endpoints[last].contents.bodies[body].mediaType = endpoints[last].contents.bodies[body].mediaType ?? mediaType
      }
    }
  }

  /// The status that a line states: `200 OK`, `404`, `🟢 200`, `Code: 200`.
  static func status(at line: PageLine) -> (status: ResponseStatus, name: String?)? {
    let bare = DocumentationHead.bare(line)
    if case .status(let status, let name)? = PageLabel.whole(bare.text) { return (status, name) }
    let words = ["HTTP ", "HTTP/1.1 ", "Status ", "Response ", "响应 ", "返回 "].first { bare.text.begins(with: $0) }
    let text = bare.text.dropping(bytes: words?.utf8.count ?? 0)
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard digits.utf8.count == 3, let code = Int(digits), (100..<600).contains(code), text.utf8.count <= 60 else {
      return nil
    }
    let rest = text.dropping(bytes: 3)
    guard rest.isEmpty || " \t-–—:：(（,".contains(rest.first ?? " ") else { return nil }
    let name = rest.drop { " \t-–—:：(（,".contains($0) }.prefix { !")）".contains($0) }.trimmed
    return (.code(code), name.isEmpty ? nil : HTMLEntities.decode(name))
  }
}

extension ResponseStatus {
  /// Whether the status stands for success.
  fileprivate var isSuccess: Bool {
    switch self {
    case .code(let code): (200..<300).contains(code)
    case .range(let digit): digit == 2
    case .default: false
    }
  }
}
