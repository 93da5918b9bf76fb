import SchemaSource

/// Recognises OpenAPI in YAML that has lost its indentation, as pages lose it when they are copied as text.
enum StrippedYAML {
  /// The error for such a document; nil for a document in which any line is indented, or none would be.
  static func diagnostic(_ file: SourceFile, _ range: Range<Int>) -> Diagnostic? {
    let lines = file.bytes[range.clamped(to: 0..<file.bytes.count)].split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
    let isIndented = lines.contains { line in
      guard let first = line.first, first == 0x20 || first == 0x09 else { return false }
      return line.contains { $0 != 0x20 && $0 != 0x09 }
    }
    guard !isIndented else { return nil }
    for (line, next) in zip(lines, lines.dropFirst()) {
      let isOpen = next.first == UInt8(ascii: "/") || next.starts(with: "title:".utf8) || next.starts(with: "'/".utf8)
      guard isOpen, trimmed(line).elementsEqual("paths:".utf8) || trimmed(line).elementsEqual("info:".utf8) else {
        continue
      }
      let note = Diagnostic.Note(
        "save the page as Markdown, or export the document; text that was copied from a browser has no indentation"
      )
      let message = "this YAML has lost its indentation: nothing says what belongs to '\(text(line))'"
      let span = file.span(next.startIndex, next.endIndex)
      return Diagnostic(.invalidYAML, message, at: span, notes: [note])
    }
    return nil
  }

  /// A line without white space at its end.
  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = line
    while line.last == 0x20 || line.last == 0x09 { line = line.dropLast() }
    return line
  }

  /// The words of a line.
  private static func text(_ line: ArraySlice<UInt8>) -> String { String(decoding: trimmed(line), as: UTF8.self) }
}
