extension DiagnosticRenderer {
  /// The diagnostics as a JSON array of objects, one a line, for machines; places are one-based, ends are exclusive.
  /// What has no place lacks the keys of a place.
  package static func json(of diagnostics: some Sequence<Diagnostic>, sources: SourceMap) -> String {
    var objects: [String] = []
    for diagnostic in diagnostics {
      var pairs = ["\"id\":\(quoted(diagnostic.id.rawValue))", "\"severity\":\(quoted(diagnostic.severity.rawValue))"]
      pairs.append("\"message\":\(quoted(sources.secrets.redacted(diagnostic.message)))")
      pairs += place(of: diagnostic.span, in: sources)
      let notes = diagnostic.notes.map { note in
        object(["\"message\":\(quoted(sources.secrets.redacted(note.message)))"] + place(of: note.span, in: sources))
      }
      pairs.append("\"notes\":[\(notes.joined(separator: ","))]")
      objects.append(object(pairs))
    }
    return objects.isEmpty ? "[]\n" : "[\n\(objects.joined(separator: ",\n"))\n]\n"
  }

  /// The members that say where a span is.
  private static func place(of span: SourceSpan?, in sources: SourceMap) -> [String] {
    guard let span, let file = sources.file(span.file) else { return [] }
    let start = file.location(of: span.start)
    let end = file.location(of: span.end)
    return [
      "\"path\":\(quoted(file.path))", "\"line\":\(start.line)", "\"column\":\(start.column)",
      "\"endLine\":\(end.line)", "\"endColumn\":\(end.column)",
    ]
  }

  /// A JSON object of its members.
  private static func object(_ pairs: [String]) -> String { "{\(pairs.joined(separator: ","))}" }

  /// A JSON string (RFC 8259, section 7); control characters, also those beyond ASCII, are escaped.
  package static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: result += "\\\""
      case 0x5C: result += "\\\\"
      case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
