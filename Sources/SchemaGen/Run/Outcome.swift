import SchemaGen
import SchemaSource

/// How a run ends: what it has to tell, and whether it succeeded.
package struct Outcome {
  let form: DiagnosticForm
  /// Whether notes are shown.
  let isVerbose: Bool
  /// Whether the summary is left out.
  let isQuiet: Bool
  /// Whether warnings are errors.
  let isStrict: Bool

  package init(form: DiagnosticForm, isVerbose: Bool, isQuiet: Bool, isStrict: Bool) {
    self.form = form
    self.isVerbose = isVerbose
    self.isQuiet = isQuiet
    self.isStrict = isStrict
  }

  /// Shows the diagnostics and the summary; false where there are errors.
  package func show(_ report: Report, _ sources: SourceMap, summary: String?) -> Bool {
    let report = isStrict ? report.raisingWarnings() : report
    let shown = report.diagnostics.filter { isVerbose || $0.severity != .note }
    switch form {
    case .json: Terminal.write(error: DiagnosticRenderer.json(of: shown, sources: sources))
    case .text:
      var renderer = DiagnosticRenderer(sources: sources, usesColor: Terminal.usesColor)
      Terminal.write(error: renderer.text(of: shown))
      if let summary, !isQuiet { Terminal.write(error: "schemagen: \(summary)\(problems(in: report))\n") }
    }
    return !report.hasErrors
  }

  /// The second half of the summary.
  private func problems(in report: Report) -> String {
    let parts = [(Severity.error, "error"), (.warning, "warning")].compactMap { severity, noun in
      let number = report.diagnostics.count { $0.severity == severity }
      return number == 0 ? nil : Self.count(number, noun)
    }
    return parts.isEmpty ? "" : "; " + parts.joined(separator: ", ")
  }

  /// A number with its noun.
  package static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
