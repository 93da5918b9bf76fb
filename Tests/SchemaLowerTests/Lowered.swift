import SchemaDescription
import SchemaFrontends
import SchemaIR
import SchemaLower
import SchemaSource

/// OpenAPI documents made for one test, lowered.
enum Lowered {
  /// The IR of a document with these schemas, as text without its head, and the identifiers of what was reported.
  static func schemas(
    _ schemas: String,
    paths: String = "{}",
    options: LowerOptions = LowerOptions()
  ) throws -> (dump: String, reported: [DiagnosticID]) {
    let (api, reported) = try api(schemas, paths: paths, options: options)
    return (api.dump().split(separator: "\n\n").dropFirst().joined(separator: "\n\n"), reported)
  }

  /// The IR of a document with these schemas, and the identifiers of what was reported.
  static func api(
    _ schemas: String,
    paths: String = "{}",
    options: LowerOptions = LowerOptions()
  ) throws -> (api: API, reported: [DiagnosticID]) {
    let text = """
      {"openapi":"3.1.0","info":{"title":"t","version":"1"},"paths":\(paths),"components":{"schemas":\(schemas)}}
      """
    let (api, report) = document(text, options: options)
    return (api, report.diagnostics.map(\.id))
  }

  /// The IR of a document, and what was reported.
  static func document(_ text: String, options: LowerOptions = LowerOptions()) -> (api: API, report: Report) {
    var report = Report()
    let file = SourceFile(id: FileID(0), path: "input", bytes: Array(text.utf8))
    let description = Frontends.describe(file, report: &report)
    let api = Lowering.lower([description].compactMap(\.self), name: "test", options: options, report: &report)
    return (api, report)
  }

  /// The type of the property `key` in an IR as text, with all that the line says of it; the text where there is none.
  static func type(of key: String, in dump: String) -> String {
    let start = "  \"\(key)\": "
    return dump.split(separator: "\n").first { $0.hasPrefix(start) }.map { String($0.dropFirst(start.count)) } ?? dump
  }
}
