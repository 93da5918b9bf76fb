import SchemaDescription
import SchemaDocument
import SchemaSource

extension PageSectionReader {
  /// Takes a JSON value where it stands: an example, or a part of a description.
  mutating func takeJSON(_ json: JSONPrefix, line: PageLine?, report: inout Report) {
    if json.isTruncated { Self.reportCut(at: json.end, in: page.file, report: &report) }
    if exampleText.count <= 2, let name = exampleText.first, name.text.utf8.count <= 120 {
      exampleName = HTMLEntities.decode(name.text)
      for line in exampleText.dropFirst() { ignored.add(line, report: &report) }
      exampleText = []
    }
    let example = PageContents.Example(name: exampleName, node: json.node, isTruncated: json.isCut)
    exampleName = nil
    switch state {
    case .prose:
      if let line { contents.prose.append(line) } else { ignored.add(json.node.span.start, json.end, report: &report) }
    case .request, .requestSamples: contents.requestSamples.append(example)
    case .responseSamples: contents.responseSamples.append(example)
    case .responses where current == nil: contents.responseSamples.append(example)
    case .responses:
      selectResponse()
      section { $0.examples.append(example) }
    case .body, .schema:
      if isInExample || !isText(json, line: line) {
        selectResponse()
        section { $0.examples.append(example) }
      } else {
        ignored.add(json.node.span.start, json.end, report: &report)
      }
    case .parameters, .responseHeaders, .authorization, .footer:
      ignored.add(json.node.span.start, json.end, report: &report)
    }
  }

  /// Whether a value in a list of fields belongs to a description: it is short, or the example has its own caption.
  func isText(_ json: JSONPrefix, line: PageLine?) -> Bool {
    if line != nil { return true }
    if case .examples = page.nextSection(from: index) { return true }
    return false
  }

  /// Takes a line that is no label and begins no field.
  mutating func takeText(_ line: PageLine, report: inout Report) {
    guard !PageNoise.isButton(line.text), !PageLabel.isDot(line.text), page.marker(index) == nil else { return }
    if isInExample, state == .body || state == .schema || state == .responses {
      exampleText.append(line)
      return
    }
    switch state {
    case .prose: contents.prose.append(line)
    case .body, .schema:
      if takeRoot() { return }
      ignored.add(line, report: &report)
    case .request, .requestSamples, .responseSamples:
      if !PageNoise.isLanguages(line.text) { ignored.add(line, report: &report) }
    case .responses: takeStatus(line, report: &report)
    case .parameters, .responseHeaders, .authorization, .footer: ignored.add(line, report: &report)
    }
  }

  /// Takes the type of the whole body where it stands before the fields.
  private mutating func takeRoot() -> Bool {
    guard let (type, next) = page.type(at: index) else { return false }
    var isTaken = false
    section { section in
      guard section.root == nil, section.fields.isEmpty else { return }
      section.root = type
      isTaken = true
    }
    if isTaken { index = min(next, limit) - 1 }
    return isTaken
  }

  /// Takes a status or its name where they stand on lines of their own.
  private mutating func takeStatus(_ line: PageLine, report: inout Report) {
    if line.text.utf8.count == 3, let code = Int(line.text), (100..<600).contains(code) {
      open(code, at: line)
    } else if let current, contents.responses[current].name == nil, line.text.utf8.count <= 60 {
      contents.responses[current].name = HTMLEntities.decode(line.text)
    } else {
      ignored.add(line, report: &report)
    }
  }

  /// Opens a response by its bare code.
  private mutating func open(_ code: Int, at line: PageLine) {
    guard !contents.responses.contains(where: { $0.status == .code(code) }) else { return }
    let section = PageContents.Section(span: line.span(in: page.file))
    contents.responses.append(PageContents.Response(status: .code(code), name: nil, section: section))
    tabs.append(contents.responses.count - 1)
    current = contents.responses.count - 1
  }

  /// Closes an example that was given as text.
  mutating func endExample(_ report: inout Report) {
    let lines = exampleText
    let name = exampleName
    isInExample = false
    exampleName = nil
    exampleText = []
    guard let first = lines.first, let last = lines.last else { return }
    let span = page.file.span(first.start, last.end)
    let text = page.file.text(first.start, last.end)
    selectResponse()
    var isReadable = true
    var found = Report()
    section { section in
      let isJSON = section.mediaType.map(MediaTypeName.isJSON) ?? true
      let isStream = section.mediaType == "text/event-stream"
      var trial = Report()
      if isJSON, let node = JSONReader.readEmbedded(text, at: span, report: &trial) {
        section.examples.append(PageContents.Example(name: name, node: node))
      } else if isStream || isJSON && first.text.begins(with: "data:") && section.examples.isEmpty {
        // Events under a JSON media type: the stream is what really comes back.
        section.mediaType = "text/event-stream"
        section.examples += EventExamples.nodes(in: text, at: span, report: &found).map {
          PageContents.Example(name: name, node: $0)
        }
      } else if !isJSON {
        section.examples.append(PageContents.Example(name: name, node: Node(.string(text), at: span)))
      } else {
        isReadable = false
      }
    }
    report.merge(found)
    if first.text.begins(with: "data:") || lines.contains(where: { $0.text.begins(with: "data:") }) {
      let fields = ["data:", "event:", "id:", "retry:", ":", "{", "["]
      for line in lines where !fields.contains(where: { line.text.begins(with: $0) }) {
        ignored.add(line, report: &report)
      }
    }
    if !isReadable {
      report.add(.unreadableExample, "this example is no JSON although its media type is", at: span)
    }
  }

  /// Reports that the page ends too early.
  static func reportCut(at offset: Int, in file: SourceFile, report: inout Report) {
    report.add(
      .truncatedDocument,
      "the page ends in the middle of a value; what came before is used",
      at: file.span(max(0, offset - 1), offset)
    )
  }
}
