import SchemaDescription
import SchemaDocument
import SchemaSource

extension DocumentationPage {
  /// Takes a command.
  mutating func takeCommand(_ curl: CurlCommand, report: inout Report) {
    takeEvents(&report)
    (table, suspended, isOtherTable) = (nil, nil, false)
    guard let last = endpoints.indices.last else {
      return ignored.add(curl.span.start, curl.span.end, report: &report)
    }
    endpoints[last].contents.curls.append(curl)
  }

  /// Takes a value: an example of the request or of a response.
  mutating func takeJSON(_ json: JSONPrefix, report: inout Report) {
    takeEvents(&report)
    if json.isTruncated { PageSectionReader.reportCut(at: json.end, in: file, report: &report) }
    (table, suspended, isOtherTable) = (nil, nil, false)
    guard let last = endpoints.indices.last, section != .other else {
      return ignored.add(json.node.span.start, json.end, report: &report)
    }
    let example = PageContents.Example(node: json.node, isTruncated: json.isCut)
    if isAnswer(in: endpoints[last]) {
      content(at: json.node.span) { $0.examples.append(example) }
    } else if case .parameters = section {
      ignored.add(json.node.span.start, json.end, report: &report)
    } else {
      endpoints[last].contents.requestSamples.append(example)
    }
  }

  /// Whether a value where the reader stands comes back: the section says so, or the request was shown before.
  private func isAnswer(in endpoint: DocumentationEndpoint) -> Bool {
    switch section {
    case .response, .responseExample, .failure, .failureExample: true
    case .request, .parameters, .body: endpoint.method == "GET"
    case .requestExample:
      endpoint.method == "GET" || endpoint.contents.curls.contains { $0.data != nil }
        || endpoint.contents.requestSamples.count > samplesBefore
    case .example, .description, .facts, .other, nil:
      isResponse || endpoint.method == "GET" || !endpoint.contents.requestSamples.isEmpty
        || endpoint.contents.curls.contains { $0.data != nil }
    }
  }

  /// Takes the lines of a stream of events to the response.
  mutating func takeEvents(_ report: inout Report) {
    guard let first = events.first, let last = events.last else { return }
    events = []
    guard !endpoints.isEmpty else { return ignored.add(first.start, last.end, report: &report) }
    let span = file.span(first.start, last.end)
    let nodes = EventExamples.nodes(in: file.text(first.start, last.end), at: span, report: &report)
    stream(at: span) { section in
      section.mediaType = "text/event-stream"
      section.examples += nodes.map { PageContents.Example(node: $0) }
    }
  }

  /// Takes the data of an event that people have laid out on several lines, which no stream would carry; where the value
  /// ends, nil where the line begins none.
  mutating func takeLaidOutEvent(_ line: PageLine, report: inout Report) -> Int? {
    guard line.text.begins(with: "data:"), isResponse || isFenced, !endpoints.isEmpty else { return nil }
    let value = line.part(line.text.dropping(bytes: 5).trimmed)
    guard value.text == "{" || value.text == "[" || value.text == "[{",
      let json = JSONReader.readPrefix(file, at: value.start), json.end > line.end
    else { return nil }
    takeEvents(&report)
    stream(at: json.node.span) { section in
      section.mediaType = "text/event-stream"
      section.examples.append(PageContents.Example(node: json.node, isTruncated: json.isCut))
    }
    return json.end
  }

  /// Whether a line belongs to a stream of events; `next` is the line below.
  func isEvent(_ line: PageLine, next: PageLine?) -> Bool {
    guard isResponse || isFenced else { return false }
    if Self.isField(line) { return true }
    guard ["id:", "retry:", ":"].contains(where: line.text.begins) else { return false }
    return !events.isEmpty || next.map { Self.isField($0) } ?? false
  }

  /// Whether a line is a field of an event that nothing else begins with.
  private static func isField(_ line: PageLine) -> Bool {
    line.text.begins(with: "data:") || line.text.begins(with: "event:")
  }

  /// Changes what the reader's heading is about: the stream of the response that the reader stands in, or its one body.
  mutating func content(at span: SourceSpan, _ change: (inout PageContents.Section) -> Void) {
    if streamLevel == nil { response(at: span) { change(&$0.section) } } else { stream(at: span, change) }
  }

  /// Changes the stream of the response that the reader stands in.
  private mutating func stream(at span: SourceSpan, _ change: (inout PageContents.Section) -> Void) {
    response(at: span) { response in
      // Taken out while it changes: a copy beside it would make each change copy all before it.
      var section = response.stream.take() ?? PageContents.Section(span: span)
      change(&section)
      response.stream = section
    }
  }
}
