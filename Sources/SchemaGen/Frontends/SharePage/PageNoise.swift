/// Lines that stand on a page and say nothing of the API.
enum PageNoise {
  /// Whether a line is one of the page's buttons.
  static func isButton(_ line: Substring) -> Bool { consists(line, of: PageLabelTable.buttons) }

  /// Whether a line is a list of the languages of code samples, or one of them.
  static func isLanguages(_ line: Substring) -> Bool { consists(line, of: PageLabelTable.languages) }

  /// Whether a text is nothing but words of a list, glued or with spaces between them.
  private static func consists(_ text: Substring, of words: [String]) -> Bool {
    var rest = text.trimmed
    guard !rest.isEmpty, rest.utf8.count <= 400 else { return false }
    while !rest.isEmpty {
      guard let word = words.first(where: { rest.begins(with: $0) }) else { return false }
      rest = rest.dropping(bytes: word.utf8.count).trimmed
    }
    return true
  }
}
