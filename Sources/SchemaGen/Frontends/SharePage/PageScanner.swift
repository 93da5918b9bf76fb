import SchemaDocument
import SchemaSource

/// Finds the JSON values and curl commands of a page; what lies between them stays lines.
struct PageScanner {
  /// The page.
  private let page: PageText
  /// What was found so far.
  private var elements: [PageElement] = []
  /// How many values may turn out to be none before the page is taken for prose with braces.
  private static let failureLimit = 2_000

  /// How many values turned out to be none.
  private var failures = 0
  /// Behind the last value or command; a line that begins before it is cut there.
  private var resume = 0

  /// Splits a page into its elements, in order.
  static func elements(of page: PageText, report: inout Report) -> [PageElement] {
    var scanner = PageScanner(page: page)
    for line in page.lines { scanner.scan(line, report: &report) }
    for case .json(let json, _) in scanner.elements { report.add(json.liberties, in: page.file) }
    return scanner.elements
  }

  /// Begins with nothing.
  private init(page: PageText) { self.page = page }

  /// Takes one line, or what is left of it.
  private mutating func scan(_ line: PageLine, report: inout Report) {
    guard line.end > resume else { return }
    var rest = line.start >= resume ? line : line.dropping(bytes: resume - line.start)
    if rest.start > line.start { rest = afterValue(rest) }
    guard !rest.text.isEmpty else { return }
    if rest.text.begins(with: "```") || rest.text.begins(with: "~~~") {
      elements.append(.fence(rest))
      return
    }
    if takeCommand(&rest, report: &report) { return scanRest(rest, report: &report) }
    if takeValue(&rest) { return scanRest(rest, report: &report) }
    if takeGluedValue(rest) { return }
    elements.append(.line(rest))
  }

  /// Takes what follows a value or a command on its line.
  private mutating func scanRest(_ rest: PageLine, report: inout Report) {
    if !rest.text.isEmpty { scan(rest, report: &report) }
  }

  /// What follows a value on its line without the quotes and commas that belong to code.
  private func afterValue(_ line: PageLine) -> PageLine {
    line.part(line.text.drop { $0 == "'" || $0 == "\"" || $0 == ")" || $0 == ";" || $0 == "," })
  }

  /// Takes a curl command at the beginning of a line, or within it behind something that is no letter.
  private mutating func takeCommand(_ line: inout PageLine, report: inout Report) -> Bool {
    guard let offset = commandOffset(in: line.text) else { return false }
    let before = line.prefix(bytes: offset)
    if !before.text.isEmpty, before.text != "$", before.text != ">" {
      var head = before
      if !takeValue(&head), !takeInlineValue(before) { elements.append(.line(before)) }
    }
    let curl = CurlReader.read(page.file, at: line.start + offset, report: &report)
    elements.append(.curl(curl))
    resume = curl.span.end
    line =
      curl.span.end >= line.end
      ? line.dropping(bytes: line.text.utf8.count) : line.dropping(bytes: curl.span.end - line.start)
    return true
  }

  /// Where a curl command begins in a line.
  private func commandOffset(in text: Substring) -> Int? {
    if CurlReader.begins(text) { return 0 }
    guard text.utf8.count > 5 else { return nil }
    for offset in text.byteOffsets(of: "curl ").prefix(8) where offset > 0 {
      let rest = text.dropping(bytes: offset)
      let before = text.prefix(bytes: offset).unicodeScalars.last
      guard CurlReader.begins(rest), before.map({ !$0.isWordPart }) ?? true else { continue }
      let option = rest.dropping(bytes: 5).trimmed
      if option.begins(with: "-") || option.begins(with: "'http") || option.begins(with: "http") { return offset }
    }
    return nil
  }

  /// Takes a value at the beginning of a line. A value within the line is text unless nothing but a command follows it.
  private mutating func takeValue(_ line: inout PageLine) -> Bool {
    guard line.text.begins(with: "{") || line.text.begins(with: "[") else { return false }
    guard failures < Self.failureLimit else { return false }
    guard let json = JSONReader.readPrefix(page.file, at: line.start) else {
      failures += 1
      return false
    }
    if json.end < line.end {
      let rest = afterValue(line.dropping(bytes: json.end - line.start))
      guard rest.text.isEmpty || CurlReader.begins(rest.text) || opensValue(rest) else { return false }
      elements.append(.json(json, line: line.prefix(bytes: json.end - line.start)))
      line = rest
    } else {
      elements.append(.json(json, line: json.end == line.end && !json.isTruncated ? line : nil))
      line = line.dropping(bytes: line.text.utf8.count)
    }
    resume = json.end
    return true
  }

  /// Whether another object begins at a line: pages glue the values of a request and of its response.
  private func opensValue(_ line: PageLine) -> Bool {
    line.text.begins(with: "{") && JSONReader.readPrefix(page.file, at: line.start) != nil
  }

  /// Takes a value of several lines that begins at the end of a line of prose.
  private mutating func takeGluedValue(_ line: PageLine) -> Bool {
    guard line.text.utf8.count > 1, line.text.ends(with: "{") || line.text.ends(with: "[") else { return false }
    var head = line.prefix(bytes: line.text.utf8.count - 1)
    var start = line.end - 1
    // `[{` opens two at once.
    if head.text.ends(with: "["), line.text.ends(with: "{") {
      head = head.prefix(bytes: head.text.utf8.count - 1)
      start = head.end
      while start < line.end, page.file.bytes[start] != UInt8(ascii: "[") { start += 1 }
    }
    guard let before = head.text.unicodeScalars.last, !"(=:,[{".unicodeScalars.contains(before) else { return false }
    guard let json = JSONReader.readPrefix(page.file, at: start), json.end > line.end else { return false }
    elements.append(.line(head))
    elements.append(.json(json, line: nil))
    resume = json.end
    return true
  }

  /// Takes a value that fills the end of a line of prose which a command follows.
  private mutating func takeInlineValue(_ line: PageLine) -> Bool {
    guard let offset = line.text.firstByteOffset(of: "{"), offset > 0 else { return false }
    guard let json = JSONReader.readPrefix(page.file, at: line.start + offset), json.end == line.end else {
      return false
    }
    elements.append(.line(line.prefix(bytes: offset)))
    elements.append(.json(json, line: line.dropping(bytes: offset)))
    return true
  }
}
