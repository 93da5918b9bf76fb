/// Writes diagnostics for people, in the form that editors and build systems know.
package struct DiagnosticRenderer: Sendable {
  /// The files that the spans name.
  private let sources: SourceMap
  /// Whether words are coloured by ANSI escapes.
  private let usesColor: Bool
  /// The width of the excerpts, in columns.
  private let columns: Int
  /// The diagnostics whose advice was given.
  private var advised: Set<DiagnosticID> = []

  /// Makes a renderer for one run.
  package init(sources: SourceMap, usesColor: Bool = false, columns: Int = 120) {
    self.sources = sources
    self.usesColor = usesColor
    self.columns = columns
  }

  /// The lines of some diagnostics, each with a line break; advice comes once for each kind in the renderer's life.
  package mutating func text(of diagnostics: some Sequence<Diagnostic>) -> String {
    var result = ""
    for diagnostic in diagnostics { result += text(of: diagnostic) }
    return result
  }

  /// The lines of a diagnostic, each with a line break: place and message, the source, its notes, and advice.
  package mutating func text(of diagnostic: Diagnostic) -> String {
    let word = diagnostic.severity.rawValue
    let message = "\(TerminalCell.safe(sources.secrets.redacted(diagnostic.message))) [\(diagnostic.id.rawValue)]"
    var result = entry(word, color: diagnostic.severity.color, message, at: diagnostic.span)
    for note in diagnostic.notes {
      let message = TerminalCell.safe(sources.secrets.redacted(note.message))
      result += entry("note", color: Severity.note.color, message, at: note.span)
    }
    if advised.insert(diagnostic.id).inserted {
      result += "\(colored("help:", "32")) \(diagnostic.id.advice)\n"
    }
    return result
  }

  /// One message with its place and excerpt.
  private func entry(_ word: String, color: String, _ message: String, at span: SourceSpan?) -> String {
    let label = colored("\(word):", color)
    guard let span, let file = sources.file(span.file) else { return "\(label) \(message)\n" }
    let location = file.location(of: span.start)
    let place = "\(TerminalCell.safe(file.path)):\(location.line):\(location.column):"
    var result = "\(colored(place, "1")) \(label) \(message)\n"
    let excerpt = SourceExcerpt(of: span, in: file, without: sources.secrets, columns: columns)
    if !excerpt.line.isEmpty { result += "\(excerpt.line)\n\(colored(excerpt.carets, "32"))\n" }
    return result
  }

  /// A text in a colour, where colours are used; the colour is the number of an ANSI sequence.
  private func colored(_ text: String, _ color: String) -> String {
    usesColor ? "\u{1B}[\(color)m\(text)\u{1B}[0m" : text
  }
}

extension Severity {
  /// The number of the ANSI sequence that colours the word.
  fileprivate var color: String {
    switch self {
    case .note: "1;36"
    case .warning: "1;35"
    case .error: "1;31"
    }
  }
}
