import SchemaDescription
import SchemaSource

extension DocumentationPage {
  /// Takes a method and an address on one line or two; returns how many.
  mutating func take(_ head: DocumentationHead) -> Int {
    let span = file.span(head.start, head.end)
    let isSame = endpoints.last.map { $0.method == head.method && $0.url?.path == head.url.path } ?? false
    // The example of a request names what stands above once more.
    if isSame, heading == nil || section != nil { return head.count }
    if let last = endpoints.last, !last.isComplete, last.url == nil, last.method == nil || last.method == head.method {
      endpoints[endpoints.count - 1].url = head.url
      endpoints[endpoints.count - 1].method = head.method
    } else {
      begin(span)
      endpoints[endpoints.count - 1].method = head.method
      endpoints[endpoints.count - 1].url = head.url
    }
    if let title = head.title ?? head.summary {
      // What stands above describes the endpoint, then.
      if let above = endpoints[endpoints.count - 1].title, above.text != title.text {
        endpoints[endpoints.count - 1].contents.prose.insert(above, at: 0)
      }
      endpoints[endpoints.count - 1].title = title
    }
    return head.count
  }

  /// Takes what a caption tells; returns how many lines belong to it, nil where it is no fact here.
  mutating func take(_ fact: DocumentationFact, line: PageLine, next: PageLine?, report: inout Report) -> Int? {
    let isBelow = fact.value.text.isEmpty
    guard let value = isBelow ? next.map({ DocumentationFact.value($0) }) : fact.value else { return nil }
    let count = isBelow ? 2 : 1
    switch fact.kind {
    case .method:
      guard let (method, _) = HTTPMethod.prefix(of: Substring(value.text.uppercased())) else { return nil }
      if needsEndpoint(where: { $0.method != nil }) { begin(value.span(in: file)) }
      endpoints[endpoints.count - 1].method = method
      return count
    case .url:
      guard let url = DocumentationHead.url(DocumentationHead.bare(value)) else { return nil }
      if needsEndpoint(where: { $0.url != nil }) { begin(value.span(in: file)) }
      endpoints[endpoints.count - 1].url = url
      endpoints[endpoints.count - 1].span = value.span(in: file)
      return count
    case .title:
      guard !isBelow else { return nil }
      if let heading { ignored.add(heading, report: &report) }
      heading = value
      return count
    case .mediaType:
      guard let mediaType = Self.mediaType(value.text), endpoints.last != nil else { return nil }
      state(mediaType)
      return count
    case .description:
      guard !isBelow else { return nil }
      if heading == nil, !endpoints.isEmpty {
        endpoints[endpoints.count - 1].contents.prose.append(value)
      } else {
        prose.append(value)
      }
      return count
    case .status:
      guard isResponse, let code = Self.status(at: value) else { return nil }
      open(code.status, name: code.name, at: value)
      return count
    }
  }

  /// Whether a caption begins another endpoint: there is none yet, or the last one has what it tells.
  private func needsEndpoint(where isTold: (DocumentationEndpoint) -> Bool) -> Bool {
    guard let last = endpoints.last else { return true }
    if last.isComplete { return heading != nil || !last.contents.responses.isEmpty }
    return isTold(last)
  }

  /// The media type that a value names, or the name of a format stands for.
  private static func mediaType(_ text: Substring) -> String? {
    if let (name, _) = MediaTypeName.prefix(of: text) { return name }
    return switch text.lowercased() {
    case "json": "application/json"
    case "form-data", "formdata", "multipart": "multipart/form-data"
    case "x-www-form-urlencoded", "form", "表单": "application/x-www-form-urlencoded"
    default: nil
    }
  }

  /// Takes a heading, or a line that is nothing but the caption of a section; false where the line is neither.
  mutating func takeHeading(_ line: PageLine, report: inout Report) -> Bool {
    let isMarked = line.text.begins(with: "#")
    let isBold = line.text.begins(with: "**") && line.text.trimmedColon.ends(with: "**")
    var words = HeadingText.plain(line)
    words = DocumentationHead.bare(words.part(words.text.trimmedColon))
    if let found = DocumentationSection(words.text) {
      // Tabs of an answer are called so as well.
      let isTab =
        isResponse && !isMarked && !isBold && (found == .body(mediaType: nil) || found == .parameters(.header))
      open(isTab ? .responseExample : found, at: line)
      return true
    }
    if takeStreamCaption(line, words, isHeading: isMarked || isBold, report: &report) { return true }
    let isNumbered = words.start > line.start && !isMarked && !isBold && line.text.first?.isNumber == true
    guard isMarked || isBold || isNumbered, !words.text.isEmpty else { return false }
    if let code = Self.status(at: words),
      isResponse || words.text.begins(with: "Response") || words.text.begins(with: "响应")
    {
      isResponse = true
      section = .response
      leaveStream(at: line)
      open(code.status, name: code.name, at: words)
      return true
    }
    if isNumbered, line.text.utf8.count > 100 { return false }
    if let section = Self.section(within: words.text) {
      open(section, at: line)
      return true
    }
    // Bold words within a section are its own.
    if isBold, section != nil, !isMarked, !isResponse || endpoints.isEmpty == false, table == nil,
      Self.isRemark(words.text)
    {
      return false
    }
    if let heading { ignored.add(heading, report: &report) }
    for line in prose { ignored.add(line, report: &report) }
    (heading, prose, section) = (words, [], nil)
    bullets = []
    leaveStream(at: line)
    return true
  }

  /// Takes a heading that says whether the response is a stream of events; false where the line is none.
  private mutating func takeStreamCaption(_ line: PageLine, _ words: PageLine, isHeading: Bool, report: inout Report)
    -> Bool
  {
    guard let samples = endpoints.last?.contents.requestSamples.count, let caption = StreamCaption(words.text) else {
      return false
    }
    let isField = endpoints.last.map { parent(named: words.text, in: $0) != nil } ?? false
    let hasColon = line.text.ends(with: ":") || line.text.ends(with: "：")
    switch caption.section {
    case nil:
      // Bare words for a stream may be the name of a field, or of the next endpoint.
      guard isResponse, isHeading || hasColon, !isField else { return false }
      if isHeading {
        if let heading { ignored.add(heading, report: &report) }
        heading = words
      }
      open(.response, at: line)
    case let section?:
      open(section, at: line)
      samplesBefore = samples
    }
    if isResponse { streamLevel = caption.isStream ? Self.level(of: line) : nil }
    return true
  }

  /// Leaves the stream of events at a heading that lies no deeper than the one which has opened it.
  private mutating func leaveStream(at line: PageLine) {
    if let level = streamLevel, Self.level(of: line) <= level { streamLevel = nil }
  }

  /// How deep a heading lies; a caption without marks lies below all of them.
  private static func level(of line: PageLine) -> Int {
    let marks = line.text.prefix { $0 == "#" }.count
    return marks == 0 ? 7 : marks
  }

  /// Whether bold words are a sentence rather than a heading.
  private static func isRemark(_ text: Substring) -> Bool { text.utf8.count > 60 || text.contains("。") }

  /// The section that a heading of several words ends or begins with: `创建任务 - 请求参数`, `Request body (JSON)`.
  private static func section(within text: Substring) -> DocumentationSection? {
    for mark in [" - ", "－", "—", " – ", "(", "（", "："] {
      guard let offset = text.byteOffsets(of: mark).first else { continue }
      if let section = DocumentationSection(text.prefix(bytes: offset)) {
        // `Body (form-data)` says which body it is.
        let rest = text.dropping(bytes: offset + mark.utf8.count).prefix { !")）".contains($0) }.trimmed
        if case .body(nil) = section, let name = mediaType(rest) { return .body(mediaType: name) }
        return section
      }
      if let section = DocumentationSection(text.dropping(bytes: offset + mark.utf8.count)) { return section }
    }
    return nil
  }

  /// Goes on in a section.
  private mutating func open(_ found: DocumentationSection, at line: PageLine) {
    section = found
    (bullets, isListed) = ([], false)
    (table, suspended, isOtherTable) = (nil, nil, false)
    if let isResponse = found.isResponse {
      if isResponse != self.isResponse { status = nil }
      if isResponse { leaveStream(at: line) } else { streamLevel = nil }
      self.isResponse = isResponse
    }
    switch found {
    case .failure, .failureExample:
      if status.map({ !$0.isFailure }) ?? true { status = .default }
    case .response, .responseExample:
      if status?.isFailure == true { status = nil }
    case .body(let mediaType?):
      body(mediaType, at: line.span(in: file)) { $0.mediaType = mediaType }
    case .request, .parameters, .body, .requestExample, .example, .description, .facts, .other: break
    }
  }
}

extension ResponseStatus {
  /// Whether the status stands for something that went wrong.
  fileprivate var isFailure: Bool {
    switch self {
    case .code(let code): code >= 400
    case .range(let digit): digit >= 4
    case .default: true
    }
  }
}

extension Substring {
  /// The text without the colon at its end.
  fileprivate var trimmedColon: Substring {
    var text = self
    while let last = text.last, ":： ".contains(last) { text = text.dropLast() }
    return text
  }
}
