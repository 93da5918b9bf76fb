/// Puts the lines of a description together again.
enum PageProse {
  /// Punctuation that never begins a line.
  private static let closing = "，。、；：！？）】」』》,.;:!?)]}%".unicodeScalars

  /// Punctuation that ends a sentence.
  private static let terminal = "。！？：.!?:；;".unicodeScalars

  /// The text of lines; inline code, which flattening puts on lines of its own, goes back into its sentence.
  static func join(_ lines: [PageLine]) -> String? {
    var text = ""
    var endsWithCode = false
    for line in lines {
      let next = HTMLEntities.decode(line.text)
      defer { endsWithCode = isCode(line.text) }
      guard let last = text.unicodeScalars.last, let first = next.unicodeScalars.first else {
        text += next
        continue
      }
      let continues =
        closing.contains(first) || endsWithCode || (isCode(line.text) && !terminal.contains(last))
      if !continues {
        text += "\n"
      } else if last.isWordPart, first.isWordPart {
        text += " "
      }
      text += next
    }
    return text.isEmpty ? nil : text
  }

  /// The words above a passage that is set apart.
  private static let callouts: Set<Substring> = ["TIP", "NOTE", "INFO", "WARNING", "DANGER", "CAUTION", "IMPORTANT"]

  /// Whether a line looks like a piece of inline code: one short word of ASCII that ends no sentence.
  private static func isCode(_ line: Substring) -> Bool {
    line.utf8.count <= 60 && !callouts.contains(line) && !line.begins(with: "http")
      && line.utf8.allSatisfy { (0x21...0x7E).contains($0) }
      && !(line.unicodeScalars.last.map { terminal.contains($0) } ?? true)
  }
}
