import SchemaDocument
import SchemaSource

/// Reads a curl command.
enum CurlReader {
  /// Options that take a word which says nothing of the request.
  private static let skipped: Set<String> = [
    "-o", "--output", "-m", "--max-time", "--connect-timeout", "--retry", "-x", "--proxy", "-b", "--cookie", "-c",
    "--cookie-jar", "--cacert", "--cert", "-E", "--key", "-w", "--write-out", "--resolve", "-e", "--referer",
  ]

  /// Whether a text begins with a curl command.
  static func begins(_ text: Substring) -> Bool {
    guard text.begins(with: "curl ") || text.begins(with: "curl\u{A0}") || text.begins(with: "curl.exe ") else {
      return text.begins(with: "curl\\")
    }
    let rest = text.dropping(bytes: 4).trimmed
    return rest.begins(with: "-") || rest.begins(with: "'") || rest.begins(with: "\"") || rest.begins(with: "http")
      || rest.begins(with: "&#") || rest.begins(with: "&quot;")
      || rest.begins(with: "/") || rest.begins(with: "\\") || rest.begins(with: "{") || rest.begins(with: "$")
  }

  /// Reads the command at a byte offset of a file.
  static func read(_ file: SourceFile, at offset: Int, report: inout Report) -> CurlCommand {
    if let escaped = EscapedCommand(file, at: offset) {
      return escaped.command { read($0, at: 0, report: &report) }
    }
    var words = ShellWords(file, at: offset)
    var command = CurlCommand(span: file.span(offset, offset))
    var stray: (start: Int, end: Int)?
    _ = words.next()
    while let word = words.next() {
      if command.url != nil, !word.text.hasPrefix("-") {
        stray = (stray?.start ?? word.start, word.end)
      } else {
        take(word, from: &words, into: &command, file: file, report: &report)
      }
    }
    if let stray {
      report.add(.ignoredText, "these words of a command mean nothing there", at: file.span(stray.start, stray.end))
    }
    command.span = file.span(offset, words.position)
    finish(&command, file: file, report: &report)
    return command
  }

  /// Takes one word and, where it is an option, its value.
  private static func take(
    _ word: ShellWord,
    from words: inout ShellWords,
    into command: inout CurlCommand,
    file: SourceFile,
    report: inout Report
  ) {
    let (option, glued) = split(word.text)
    /// The option's value: glued to it or the next word.
    func value() -> ShellWord? {
      if let glued { return ShellWord(text: glued, start: word.start, end: word.end) }
      let next = words.next()
      if next?.isTruncated == true { command.isTruncated = true }
      return next
    }
    switch option {
    case "-X", "--request": command.statedMethod = value().map { $0.text.uppercased() }
    case "-H", "--header":
      guard let header = value() else { return }
      addHeader(header, file: file, to: &command)
    case "-d", "--data", "--data-raw", "--data-binary", "--data-ascii", "--data-urlencode", "--json":
      guard let data = value() else { return }
      if let present = command.data {
        command.data?.text = present.text + "&" + data.text
        command.data?.verbatim = nil
      } else {
        command.data = data
      }
    case "-F", "--form", "--form-string":
      guard let field = value() else { return }
      command.isMultipart = true
      addField(field.text, at: file.span(field.start, field.end), to: &command)
    case "-u", "--user":
      _ = value()
      command.hasUser = true
    case "-G", "--get": command.statedMethod = "GET"
    case "-I", "--head": command.statedMethod = "HEAD"
    case "--url": command.url = value()
    default:
      if skipped.contains(option) {
        _ = value()
      } else if !option.hasPrefix("-"), command.url == nil {
        command.url = word
      }
    }
  }

  /// An option and a value that is glued to it: `--request=POST`, `-XPOST`.
  private static func split(_ text: String) -> (option: String, value: String?) {
    if text.hasPrefix("--"), let equals = text.firstIndex(of: "=") {
      return (String(text[..<equals]), String(text[text.index(after: equals)...]))
    }
    if text.hasPrefix("-X"), text.count > 2 { return ("-X", String(text.dropFirst(2))) }
    return (text, nil)
  }

  /// Adds a header; one without a colon has no value: `'Token;'`.
  private static func addHeader(_ word: ShellWord, file: SourceFile, to command: inout CurlCommand) {
    let parts = word.text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    var name = (parts.first ?? "").trimmed
    while name.hasSuffix(";") { name = name.dropLast() }
    guard !name.isEmpty else { return }
    let value = parts.count > 1 ? String(parts[1].trimmed) : ""
    command.headers.append(
      CurlCommand.Header(name: String(name), value: value, span: file.span(word.start, word.end))
    )
  }

  /// Adds a field of a form.
  private static func addField(_ text: String, at span: SourceSpan, to command: inout CurlCommand) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let name = parts.first?.trimmed, !name.isEmpty else { return }
    var value = parts.count > 1 ? parts[1] : ""
    let isFile = value.hasPrefix("@") || value.hasPrefix("<")
    if value.count >= 2, value.hasPrefix("\""), value.hasSuffix("\"") { value = value.dropFirst().dropLast() }
    command.fields.append(
      CurlCommand.Field(name: String(name), value: isFile ? "" : String(value), isFile: isFile, span: span)
    )
  }

  /// Reads the body once all words are there.
  private static func finish(_ command: inout CurlCommand, file: SourceFile, report: inout Report) {
    guard let data = command.data else { return }
    if command.statedMethod == "GET" || command.statedMethod == "HEAD", !opensJSON(data.text) {
      let separator = command.url?.text.contains("?") == true ? "&" : "?"
      command.url?.text += separator + data.text
      command.data = nil
      return
    }
    let stated = command.header("Content-Type").flatMap { MediaTypeName.normalized($0) }
    if opensJSON(data.text) {
      if let range = data.verbatim {
        let prefix = JSONReader.readPrefix(file, at: range.lowerBound, limit: range.upperBound)
        command.json = prefix?.node
        if prefix?.isTruncated == true { command.isTruncated = true }
      }
      guard command.json == nil, !data.isTruncated else { return }
      var trial = Report()
      let text = HTMLEntities.decode(data.text)
      command.json = JSONReader.readEmbedded(text, at: file.span(data.start, data.end), report: &trial)
      if command.json == nil {
        let place = file.span(data.start, data.end)
        report.add(.unreadableExample, "the body of this curl command is no JSON", at: place)
      }
    } else if stated == nil || stated == "application/x-www-form-urlencoded" {
      for pair in data.text.split(separator: "&") where pair.contains("=") {
        addField(String(pair), at: file.span(data.start, data.end), to: &command)
      }
    }
  }

  /// Whether a text begins as a JSON array or object does.
  private static func opensJSON(_ text: String) -> Bool {
    let start = text[...].trimmed
    return start.hasPrefix("{") && !start.hasPrefix("{{") || start.hasPrefix("[")
  }
}
