import SchemaDocument
import SchemaSource

/// A command whose quotes a page has left escaped as in HTML: `&#x27;`.
struct EscapedCommand {
  /// How far behind its beginning a command is looked for, in bytes: the next one where it does not end before.
  private static let windows = [4_096, 65_536, 1_048_576]

  /// The page.
  private let file: SourceFile
  /// Where the command begins.
  private let offset: Int

  /// Looks at the first line of a command; nil where nothing is escaped there.
  init?(_ file: SourceFile, at offset: Int) {
    let line = file.line(at: offset)[...]
    guard line.contains("&"), !line.contains("'") else { return nil }
    guard ["&#x27;", "&#39;", "&quot;", "&apos;", "&#34;"].contains(where: { !line.byteOffsets(of: $0).isEmpty }) else {
      return nil
    }
    self.file = file
    self.offset = offset
  }

  /// Reads the command from its decoded text; all places become the place of the command.
  func command(_ read: (SourceFile) -> CurlCommand) -> CurlCommand {
    var text = Substring()
    var command = CurlCommand(span: file.span(offset, offset))
    for window in Self.windows {
      text = file.text(offset, offset + window)[...]
      let decoded = HTMLEntities.decode(text)
      command = read(SourceFile(id: file.id, path: file.path, bytes: [UInt8](decoded.utf8)))
      if command.span.end < decoded.utf8.count || offset + window >= file.bytes.count { break }
    }
    let length = HTMLEntities.length(of: command.span.end, in: text)
    let span = file.span(offset, offset + length)
    command.span = span
    for index in command.headers.indices { command.headers[index].span = span }
    for index in command.fields.indices { command.fields[index].span = span }
    move(&command.url, to: span)
    move(&command.data, to: span)
    for index in command.credentials.indices {
      command.credentials[index].start = span.start
      command.credentials[index].end = span.end
    }
    if let json = command.json {
      var report = Report()
      command.json = JSONReader.readEmbedded(json.jsonText(), at: span, report: &report)
    }
    return command
  }

  /// Gives a word the place of the command.
  private func move(_ word: inout ShellWord?, to span: SourceSpan) {
    word?.start = span.start
    word?.end = span.end
    word?.verbatim = nil
  }
}
