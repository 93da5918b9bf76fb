import SchemaEmit
import SchemaSource

/// The documented examples as text for machines.
package enum ExampleList {
  /// One JSON object a line: the value as JSON text, its Swift type, its label and the one-based places of the value.
  package static func json(of examples: [EmittedExample], sources: SourceMap) -> String {
    var lines = ""
    for example in examples {
      let places = example.spans.compactMap { span -> String? in
        guard let file = sources.file(span.file) else { return nil }
        let start = file.location(of: span.start)
        let path = DiagnosticRenderer.quoted(file.path)
        return "{\"path\":\(path),\"line\":\(start.line),\"column\":\(start.column)}"
      }
      let pairs = [("type", example.type), ("label", example.label), ("json", example.json)]
      let members = pairs.map { "\"\($0)\":\(DiagnosticRenderer.quoted($1))" }
      lines += "{\(members.joined(separator: ",")),\"places\":[\(places.joined(separator: ","))]}\n"
    }
    return lines
  }
}
