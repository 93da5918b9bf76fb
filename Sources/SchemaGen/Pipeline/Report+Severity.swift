import SchemaSource

extension Report {
  /// The report with warnings as errors.
  package func raisingWarnings() -> Report { mapSeverities { $0 == .warning ? .error : $0 } }

  /// The report with other severities.
  func mapSeverities(_ transform: (Severity) -> Severity) -> Report {
    var report = Report()
    for var diagnostic in diagnostics {
      diagnostic.severity = transform(diagnostic.severity)
      report.add(diagnostic)
    }
    return report
  }
}
