import SchemaSource

/// One line of a page, or a part of one, without the white space around it.
struct PageLine: Sendable {
  /// The text; a part of the whole page's string.
  var text: Substring
  /// The byte offset of the first character in the file.
  var start: Int
  /// How many bytes stand before the text on its line.
  var column: Int

  /// The byte offset behind the last character.
  var end: Int { start + text.utf8.count }

  /// The place of the line.
  func span(in file: SourceFile) -> SourceSpan { file.span(start, end) }

  /// The first bytes of the line, trimmed; the cut must not fall into a character.
  func prefix(bytes count: Int) -> PageLine { part(text.prefix(bytes: count)) }

  /// What follows the first bytes of the line, trimmed; the cut must not fall into a character.
  func dropping(bytes count: Int) -> PageLine { part(text.dropping(bytes: count)) }

  /// A part of the line's text as a line, trimmed.
  func part(_ part: Substring) -> PageLine {
    let trimmed = part.trimmed
    let offset = text.utf8.distance(from: text.startIndex, to: trimmed.startIndex)
    return PageLine(text: trimmed, start: start + offset, column: column + offset)
  }
}
