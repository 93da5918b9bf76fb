import SchemaSource

/// The text of `Docs/Diagnostics.md`.
package enum DiagnosticTable {
  /// The table of all diagnostics, as Markdown.
  package static var markdown: String {
    var text = """
      # Diagnostics

      Everything that schemagen tells about a document, with the identifier that stands in brackets behind the message
      and in the `id` of `--diagnostics json`. Errors make the exit code 1; `--strict` makes errors of warnings; notes
      are shown with `-v`. This file is made from `DiagnosticID` by `make golden`.

      | identifier | severity | what it means | what to do |
      | --- | --- | --- | --- |

      """
    for id in DiagnosticID.allCases {
      text += "| `\(id.rawValue)` | \(id.severity.rawValue) | \(id.meaning) | \(id.advice) |\n"
    }
    return text
  }
}
