import SchemaSource

/// What single lines of a file of commands are.
extension CurlFileReader {
  /// Whether a command begins; in a file of commands the address needs no scheme.
  static func begins(_ text: Substring) -> Bool {
    if CurlReader.begins(text) { return true }
    guard text.begins(with: "curl ") || text.begins(with: "curl.exe ") || text == "curl ^" || text == "curl `" else {
      return false
    }
    let word = text.drop { $0 != " " }.trimmed.prefix { $0 != " " }
    return ["^", "`", "-", "'", "\"", "http", "localhost"].contains(where: word.hasPrefix)
      || word.contains(".") && word.contains("/")
  }

  /// A line without what a terminal shows before a command.
  static func withoutPrompt(_ line: PageLine) -> PageLine {
    for prompt in ["$ ", "% ", "> ", "< "] where line.text.begins(with: prompt) {
      return line.dropping(bytes: prompt.utf8.count)
    }
    return line
  }

  /// The text of a comment, nil where the line is none; a row of marks is an empty one.
  static func comment(_ text: Substring) -> String? {
    let marks = ["#", "//", "::", "REM ", "rem "]
    guard let mark = marks.first(where: { text.begins(with: $0) }), !text.begins(with: "#!") else { return nil }
    var content = text.dropping(bytes: mark.utf8.count).drop { $0 == "#" || $0 == "/" }.trimmed
    while let last = content.last, "#=-*/".contains(last) { content = content.dropLast() }
    return String(content.drop { "=-*".contains($0) }.trimmed)
  }

  /// Whether a line says something to a shell or a reader of Markdown and nothing of a call.
  static func isNoise(_ text: Substring) -> Bool {
    ["#!", "```", "~~~", "set ", "echo ", "echo\"", "@echo", "sleep ", "source ", "cd ", "exit", "* "]
      .contains { text.begins(with: $0) } && assignment(text) == nil
  }

  /// A variable that is set: `NAME=value`, also behind `export` or `set`.
  static func assignment(_ text: Substring) -> (name: String, value: String)? {
    var rest = text
    for word in ["export ", "set ", "$env:"] where rest.begins(with: word) {
      rest = rest.dropping(bytes: word.utf8.count)
    }
    guard let equals = rest.firstIndex(of: "=") else { return nil }
    let name = rest[..<equals].trimmed
    guard !name.isEmpty, name.first?.isNumber == false, name.unicodeScalars.allSatisfy(\.isWordPart) else { return nil }
    var value = rest[rest.index(after: equals)...].trimmed
    for quote in ["\"", "'"] where value.utf8.count > 1 && value.hasPrefix(quote) && value.hasSuffix(quote) {
      value = value.dropFirst().dropLast()
    }
    return (String(name), String(value))
  }

  /// The status of a response whose first line this is: `HTTP/1.1 201 Created`.
  static func status(of text: Substring) -> Int? {
    guard text.begins(with: "HTTP/") else { return nil }
    let words = text.split(separator: " ")
    guard words.count > 1, let status = Int(words[1]), (100..<600).contains(status) else { return nil }
    return status
  }

  /// The status that a comment begins with: `404 Not Found`, `HTTP 404`.
  static func noted(status comment: String) -> Int? {
    let words = comment.split { !$0.isLetter && !$0.isNumber }.prefix(4)
    return words.lazy.compactMap { Int($0) }.first { (100..<600).contains($0) }
  }

  /// A header of a response.
  static func header(_ line: PageLine, in file: SourceFile) -> CallField? {
    guard let colon = line.text.firstIndex(of: ":") else { return nil }
    let name = line.text[..<colon]
    guard !name.isEmpty, name.unicodeScalars.allSatisfy({ $0.isWordPart || $0 == "-" }) else { return nil }
    return CallField(
      String(name),
      String(line.text[line.text.index(after: colon)...].trimmed),
      at: line.span(in: file)
    )
  }
}
