import SchemaDocument
import SchemaSource

/// Reads a curl command.
enum CurlReader {
  /// Options that take a word which says nothing of the request.
  private static let skipped: Set<String> = [
    "-o", "--output", "-m", "--max-time", "--connect-timeout", "--retry", "--retry-delay", "--retry-max-time", "-x",
    "--proxy", "-U", "--proxy-user", "--noproxy", "-c", "--cookie-jar", "--cacert", "--capath", "--cert", "--cert-type",
    "-E", "--key", "--key-type", "--pass", "-w", "--write-out", "--resolve", "--connect-to", "-e", "--referer", "-A",
    "--user-agent", "--limit-rate", "--max-redirs", "-r", "--range", "--interface", "-K", "--config", "--ciphers",
    "--unix-socket", "--tls-max", "-D", "--dump-header", "--stderr", "--trace", "--trace-ascii", "--dns-servers",
    "--aws-sigv4", "-C", "--continue-at", "-y", "-Y", "-z", "--time-cond", "--keepalive-time", "--max-filesize",
    "--proto", "--proto-default", "--output-dir",
  ]

  /// Letters of short options that take a word; others may stand glued together before them.
  private static let lettersWithValue = Set("XHdFuobmxATeEcwKrUyYzCDPQt")

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
    for (option, glued) in split(word.text) {
      var isTruncated = false
      /// The option's value: glued to it or the next word.
      func value() -> ShellWord? {
        if let glued { return ShellWord(text: glued, start: word.start, end: word.end) }
        let next = words.next()
        isTruncated = next?.isTruncated == true
        return next
      }
      take(option, word, value: value, into: &command, file: file)
      if isTruncated { command.isTruncated = true }
    }
  }

  /// Takes one option, or a word that is none.
  private static func take(
    _ option: String,
    _ word: ShellWord,
    value: () -> ShellWord?,
    into command: inout CurlCommand,
    file: SourceFile
  ) {
    switch option {
    case "-X", "--request": command.statedMethod = value().map { $0.text.uppercased() }
    case "-H", "--header":
      guard let header = value() else { return }
      addHeader(header, file: file, to: &command)
    case "-d", "--data", "--data-binary", "--data-ascii", "--json":
      guard let data = value() else { return }
      if data.text.hasPrefix("@") { command.dataFile = data } else { add(data, to: &command) }
    case "--data-raw":
      guard let data = value() else { return }
      add(data, to: &command)
    case "--data-urlencode":
      guard var data = value() else { return }
      for (plain, escaped) in [("%", "%25"), ("&", "%26"), ("+", "%2B")] {
        data.text = data.text.replacing(plain, with: escaped)
      }
      add(data, to: &command)
    case "-F", "--form", "--form-string":
      guard let field = value() else { return }
      command.isMultipart = true
      addField(field.text, at: file.span(field.start, field.end), to: &command)
    case "-b", "--cookie":
      guard let word = value() else { return }
      for pair in word.text.split(separator: ";") {
        let parts = pair.trimmed.split(separator: "=", maxSplits: 1)
        guard parts.count == 2 else { continue }
        let span = file.span(word.start, word.end)
        command.cookies.append(CurlCommand.Header(name: String(parts[0]), value: String(parts[1]), span: span))
      }
    case "-u", "--user":
      command.credentials += [value()].compactMap(\.self)
      command.hasUser = true
    case "--oauth2-bearer":
      command.credentials += [value()].compactMap(\.self)
      command.hasToken = true
    case "-T", "--upload-file":
      command.dataFile = value()
      command.statedMethod = command.statedMethod ?? "PUT"
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

  /// Adds a body; the parts of several options are joined as curl joins them.
  private static func add(_ data: ShellWord, to command: inout CurlCommand) {
    if let present = command.data {
      command.data?.text = present.text + "&" + data.text
      command.data?.verbatim = nil
    } else {
      command.data = data
    }
  }

  /// The options in a word, and a value that is glued to the last: `--request=POST`, `-XPOST`, `-sSLX`.
  private static func split(_ text: String) -> [(option: String, value: String?)] {
    if text.hasPrefix("--") {
      guard let equals = text.firstIndex(of: "=") else { return [(text, nil)] }
      return [(String(text[..<equals]), String(text[text.index(after: equals)...]))]
    }
    guard text.hasPrefix("-"), text.utf8.count > 2 else { return [(text, nil)] }
    var options: [(option: String, value: String?)] = []
    for index in text.indices.dropFirst() {
      let letter = text[index]
      guard letter.isASCII, letter.isLetter || letter == "#" || letter.isNumber else { break }
      guard lettersWithValue.contains(letter) else {
        options.append(("-\(letter)", nil))
        continue
      }
      let rest = text[text.index(after: index)...]
      options.append(("-\(letter)", rest.isEmpty ? nil : String(rest)))
      break
    }
    return options
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
