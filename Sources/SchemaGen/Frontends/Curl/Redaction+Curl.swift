import SchemaSource

extension Redaction {
  /// Takes note of the credentials that a command sends; `variables` are those of the shell.
  mutating func learn(_ command: CurlCommand, in file: SourceFile, _ variables: PostmanVariables) {
    for header in command.headers {
      learn(header: header.name, value: header.value, at: header.span)
      guard Credential.scheme(ofHeader: header.name, value: header.value, at: header.span) != nil else { continue }
      for word in header.value.split(separator: " ") { learn(variable: word, variables, at: header.span) }
    }
    for cookie in command.cookies { learn(cookie.value, at: cookie.span) }
    for word in command.credentials {
      let span = file.span(word.start, word.end)
      learn(word.text, at: span)
      for part in word.text.split(separator: ":", maxSplits: 1) {
        learn(String(part), at: span)
        learn(variable: part, variables, at: span)
      }
    }
    if let word = command.url, let url = PostmanURL(word.text, variables: PostmanVariables()) {
      learn(userInfo: url.userInfo, query: url.query, at: file.span(word.start, word.end))
    }
  }

  /// Takes note of the value of a shell's variable that stands where a credential does: `$TOKEN`, `${TOKEN}`, `%TOKEN%`.
  private mutating func learn(variable word: Substring, _ variables: PostmanVariables, at span: SourceSpan) {
    let name = word.drop { "${%".contains($0) }.prefix { $0 != "}" && $0 != "%" && $0 != ":" }
    guard name.startIndex > word.startIndex, let value = variables[name] else { return }
    learn(value, at: span)
  }
}
