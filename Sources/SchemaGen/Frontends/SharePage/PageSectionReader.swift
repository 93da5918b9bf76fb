import SchemaDescription
import SchemaDocument
import SchemaSource

/// Reads the sections of a share page one after the other.
struct PageSectionReader {
  /// Where the reader stands on the page.
  enum State: Equatable {
    case prose
    case request
    case parameters(ParameterLocation)
    case body
    case requestSamples
    case responseSamples
    case responses
    /// The fields of the current response.
    case schema
    case responseHeaders
    case authorization
    case footer
  }

  /// The page.
  let page: PageElements
  /// Behind the last element that belongs to the endpoint.
  let limit: Int
  /// The path of the endpoint where the page's head has it.
  let path: String?
  /// The element that is looked at.
  var index: Int
  var state = State.prose
  /// Whether an example is expected: behind the caption of one.
  var isInExample = false
  /// The caption's number or the name on the line above the example.
  var exampleName: String?
  /// Lines that may be an example which is no JSON object.
  var exampleText: [PageLine] = []
  /// Responses whose statuses stand in a row without anything between them.
  var tabs: [Int] = []
  /// The response that what follows belongs to.
  var current: Int?
  var contents = PageContents()
  var ignored: IgnoredLines

  /// Reads what lies between two elements of a page.
  static func read(
    _ page: PageElements,
    _ range: Range<Int>,
    path: String? = nil,
    report: inout Report
  ) -> PageContents {
    var reader = PageSectionReader(page: page, range, path: path)
    while reader.index < reader.limit { reader.step(&report) }
    reader.endExample(&report)
    reader.ignored.flush(&report)
    return reader.contents
  }

  /// Begins at the first of some elements.
  private init(page: PageElements, _ range: Range<Int>, path: String?) {
    self.page = page
    self.path = path
    index = range.lowerBound
    limit = range.upperBound
    ignored = IgnoredLines(page.file)
  }

  /// Takes one element, or a field with all that belongs to it.
  private mutating func step(_ report: inout Report) {
    switch page.elements[index] {
    case .fence: index += 1
    case .curl(let curl):
      contents.curls.append(curl)
      index += 1
    case .json(let json, let line):
      takeJSON(json, line: line, report: &report)
      index += 1
    case .line(let line):
      if takeAnnotation(line) {
        index += 1
      } else if takesFields, page.isField(index),
        !isInExample || page.type(at: index + 1).map({ page.marker($0.next) }) != nil
      {
        endExample(&report)
        takeField(&report)
      } else if let label = page.label(index), accepts(label) {
        endExample(&report)
        open(label, line, report: &report)
        index += 1
      } else if state == .responses, page.isField(index) {
        selectResponse()
        state = .schema
      } else {
        takeText(line, report: &report)
        index += 1
      }
    }
  }

  /// Whether fields are listed where the reader stands.
  private var takesFields: Bool {
    switch state {
    case .parameters, .body, .schema, .responseHeaders: true
    default: false
    }
  }

  /// Whether a label can stand where the reader is; otherwise it is text.
  private func accepts(_ label: PageLabel) -> Bool {
    switch label {
    case .exampleValue, .defaultValue, .enumeration: false
    case .status:
      state == .responses || state == .schema || state == .responseSamples || state == .responseHeaders
        || page.line(index).map { !$0.text.hasSuffix(")") } ?? false
    case .contentType: current != nil || state == .responses || state == .body
    case .responseHeaders, .schema: current != nil || state == .responses
    case .unset:
      switch state {
      case .prose: isInExample
      case .request, .parameters, .body, .responses, .schema, .responseHeaders, .requestSamples, .responseSamples,
        .authorization, .footer:
        true
      }
    case .examples: state != .prose
    default: true
    }
  }

  /// Goes on behind a label.
  private mutating func open(_ label: PageLabel, _ line: PageLine, report: inout Report) {
    switch label {
    case .request: state = .request
    case .parameters(let location): state = .parameters(location)
    case .body(let mediaType, let isRequired):
      state = .body
      contents.bodies.append(PageContents.Section(span: line.span(in: page.file), mediaType: mediaType))
      contents.isBodyRequired = contents.isBodyRequired ?? isRequired
    case .schema:
      selectResponse()
      state = .schema
    case .responseHeaders:
      selectResponse()
      state = .responseHeaders
    case .examples(let name):
      isInExample = true
      exampleName = name
      if state == .responses { selectResponse() }
    case .requestSamples: state = .requestSamples
    case .responseSamples: state = .responseSamples
    case .responses: state = .responses
    case .status(let status, let name): openResponse(status, name, at: line)
    case .contentType(let name):
      if state == .body, let last = contents.bodies.last, last.fields.isEmpty {
        contents.bodies[contents.bodies.count - 1].mediaType = name
      } else {
        selectResponse()
        section { $0.mediaType = $0.mediaType ?? name }
      }
    case .authorization: state = .authorization
    case .unset, .footer: break
    case .neighbour:
      state = .footer
      guard index + 1 < limit, page.label(index + 1) == nil, let title = page.line(index + 1) else { return }
      ignored.add(title, report: &report)
      index += 1
    case .exampleValue, .defaultValue, .enumeration: break
    }
  }

  /// Selects the response with a status, or adds it.
  private mutating func openResponse(_ status: ResponseStatus, _ name: String?, at line: PageLine) {
    state = .responses
    if let known = contents.responses.firstIndex(where: { $0.status == status }) {
      tabs = [known]
      current = known
      return
    }
    let section = PageContents.Section(span: line.span(in: page.file))
    contents.responses.append(PageContents.Response(status: status, name: name, section: section))
    tabs.append(contents.responses.count - 1)
    current = contents.responses.count - 1
  }

  /// Settles which response the content belongs to: of a row of statuses the first success that has a body.
  mutating func selectResponse() {
    if tabs.count > 1 {
      current =
        tabs.first { index in
          guard case .code(let code) = contents.responses[index].status else { return false }
          return (200..<300).contains(code) && code != 204
        } ?? tabs.first
    }
    tabs = []
  }

  /// Changes the section that is being read.
  mutating func section(_ change: (inout PageContents.Section) -> Void) {
    if state == .body, !contents.bodies.isEmpty {
      change(&contents.bodies[contents.bodies.count - 1])
    } else if let current {
      change(&contents.responses[current].section)
    }
  }

  /// Takes a line that says where the server is or how requests are authorised.
  private mutating func takeAnnotation(_ line: PageLine) -> Bool {
    if line.text.begins(with: "Authorization:") || line.text.begins(with: "Authorization：") {
      if line.text.contains("Bearer") { contents.bearer = line.span(in: page.file) }
      return contents.bearer != nil
    }
    let whole = state == .prose ? PageBaseURL.url(ofRequest: line, path: path, file: page.file) : nil
    guard let (url, span) = PageBaseURL.url(in: line, file: page.file) ?? whole else { return false }
    if contents.baseURL == nil { contents.baseURL = (url, span) }
    return true
  }
}
