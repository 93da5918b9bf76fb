import SchemaDescription
import SchemaDocument
import SchemaSource

/// Reads a file of curl commands, each with what a person has noted around it: a title in comments, the response below.
struct CurlFileReader {
  /// The file.
  private let page: PageText
  /// What was found wrong so far.
  private var report: Report
  /// What the shell knows.
  private var variables = PostmanVariables()
  /// Hides who made the calls.
  private var redaction = Redaction()
  /// The comments since the last command or response.
  private var comments: [String] = []
  /// The calls so far.
  private var calls: [RecordedCall] = []
  /// The status of the response that comes next, and its headers.
  private var pending: (status: Int, headers: [CallField], span: SourceSpan)?
  private var ignored: IgnoredLines

  /// Begins with a page.
  private init(_ page: PageText, report: Report) {
    self.page = page
    self.report = report
    ignored = IgnoredLines(page.file)
  }

  /// Whether a page is such a file: nothing but comments and a shell's settings stands before the first command, and no
  /// caption of a published page stands anywhere.
  static func recognizes(_ page: PageText) -> Bool {
    guard
      let first = page.lines.first(where: { comment($0.text) == nil && !isNoise($0.text) && assignment($0.text) == nil }
      )
    else { return false }
    guard begins(withoutPrompt(first).text) else { return false }
    return !page.lines.contains { line in
      comment(line.text) == nil && PageLabel.whole(line.text)?.isSection == true
    }
  }

  /// What the commands of a file say; nil, with an error in the report, where none has an address.
  static func read(_ file: SourceFile, report: inout Report) -> APIDescription? {
    var reader = CurlFileReader(PageText(file), report: report)
    reader.read()
    reader.redaction.learn(reader.calls)
    reader.redaction.tell(&reader.report)
    report = reader.report
    guard !reader.calls.isEmpty else {
      report.add(.unknownFormat, "no command in this file has an address", at: file.span(0, 0))
      return nil
    }
    var assembler = CallAssembler()
    PathTemplates.apply(to: &reader.calls, isSecret: reader.redaction.isSecret)
    reader.redaction.redact(&reader.calls)
    assembler.addJoined(reader.calls)
    return assembler.description
  }

  /// Reads the whole file.
  private mutating func read() {
    let file = page.file
    var position = 0
    for (index, line) in page.lines.enumerated() {
      guard line.end > position else { continue }
      let line = line.start >= position ? line : line.dropping(bytes: position - line.start)
      let content = Self.withoutPrompt(line)
      if content.text.isEmpty || Self.isNoise(content.text) { continue }
      if Self.begins(content.text) {
        position = readCommand(at: content.start)
      } else if let comment = Self.comment(content.text) {
        comments.append(comment)
      } else if let (name, value) = Self.assignment(content.text) {
        let isSecret = Credential.isSecret(name)
        redaction.learn(named: name, value: value, at: line.span(in: file))
        variables.add([.init(name: name, value: value, isSecret: isSecret, span: line.span(in: file))])
      } else if let status = Self.status(of: content.text) {
        pending = (status, [], content.span(in: file))
      } else if pending != nil, let header = Self.header(content, in: file) {
        pending?.headers.append(header)
      } else if let end = readResponse(at: content, in: page.lines[index...]) {
        position = end
      } else {
        ignored.add(line, report: &report)
      }
    }
    finishPending()
    ignored.flush(&report)
  }

  /// Reads a command and returns where it ends.
  private mutating func readCommand(at start: Int) -> Int {
    finishPending()
    let file = page.file
    let command = CurlReader.read(file, at: start, report: &report)
    var end = max(command.span.end, start + 1)
    // What a shell does with the output is no part of the call.
    if end < file.bytes.count, ["|", ";", "&", ">", "#"].contains(where: { file.bytes[end] == $0.utf8.first }) {
      end = max(end, file.lineRange(at: end).upperBound)
    }
    redaction.learn(command, in: file, variables)
    if command.isTruncated { PageSectionReader.reportCut(at: command.span.end, in: file, report: &report) }
    if var call = CurlCall.call(command, variables: variables, in: file, report: &report) {
      call.title = comments.first
      let rest = comments.dropFirst().joined(separator: "\n")
      call.description = rest.isEmpty ? nil : rest
      calls.append(call)
    } else {
      report.add(.unexpectedValue, "this command has no address", at: command.span)
    }
    comments = []
    return end
  }

  /// Reads the body of a response that begins at a line, and returns where it ends; nil where none does.
  private mutating func readResponse(at line: PageLine, in lines: ArraySlice<PageLine>) -> Int? {
    guard !calls.isEmpty else { return nil }
    let file = page.file
    if line.text.begins(with: "{") || line.text.begins(with: "[") {
      guard let prefix = JSONReader.readPrefix(file, at: line.start) else { return nil }
      if prefix.isTruncated { PageSectionReader.reportCut(at: prefix.end, in: file, report: &report) }
      var body = CallBody(mediaType ?? "application/json", at: prefix.node.span)
      body.examples = [RawExample(name: responseName, prefix.node)]
      addResponse(body, at: prefix.node.span)
      return prefix.end
    }
    guard line.text.begins(with: "data:") || line.text.begins(with: "event:") else { return nil }
    var end = line.end
    for next in lines.dropFirst() {
      guard ["data:", "event:", "id:", "retry:", ":"].contains(where: next.text.begins) else { break }
      end = next.end
    }
    let span = file.span(line.start, end)
    let text = file.text(line.start, end)
    addResponse(BodyReader.read(text, mediaType: "text/event-stream", at: span, report: &report), at: span)
    return end
  }

  /// Adds a response to the last call.
  private mutating func addResponse(_ body: CallBody?, at span: SourceSpan) {
    let noted = comments.lazy.compactMap { Self.noted(status: $0) }.first
    var response = RecordedCall.Response(status: .code(pending?.status ?? noted ?? 200), span: span)
    response.headers = (pending?.headers ?? []).filter { !HeaderName.isTransport($0.name) }
    response.body = body
    calls[calls.count - 1].responses.append(response)
    pending = nil
    comments = []
  }

  /// Adds a response of which only the head is there.
  private mutating func finishPending() {
    guard let pending, !calls.isEmpty else { return }
    addResponse(nil, at: pending.span)
  }

  /// The media type that the head of the response names, where it is one of JSON.
  private var mediaType: String? {
    pending?.headers.last { $0.name.lowercased() == "content-type" }
      .flatMap { MediaTypeName.normalized($0.value) }.flatMap { MediaTypeName.isJSON($0) ? $0 : nil }
  }

  /// What a person calls the response: the comment above it, or the title of the call.
  private var responseName: String? { comments.last ?? calls.last?.title }
}
